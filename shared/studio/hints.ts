import type { Json } from '../fields/json.ts'
import { isObject } from '../fields/json.ts'
import { fieldHints, sectionHints, textHints, titleHints } from './accessible.ts'
import { type JsonPath, listAt } from './json-path.ts'
import { plainHints } from './plain-language.ts'
import type { StudioProblem } from './problem.ts'
import { sourceHints } from './source-hints.ts'
import type { Working } from './working.ts'

/** Texts that hold half of a character: they are no text in any file, and so nothing of them can be sealed. */
function halfCharacters(value: Json, path: JsonPath): StudioProblem[] {
  if (typeof value === 'string')
    return value.isWellFormed()
      ? []
      : [
          {
            path,
            key: 'studio.problem.halfCharacter',
            severity: 'error',
            instead: { key: 'studio.fix.character', value: value.replaceAll(/\p{Surrogate}/gu, '') },
          },
        ]
  if (Array.isArray(value)) return value.flatMap((part, index) => halfCharacters(part, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([member, part]) => halfCharacters(part, [...path, member]))
}

/** What is looked for in every text, wherever it stands. */
const ofTexts = (value: Json): StudioProblem[] => [
  ...halfCharacters(value, []),
  ...textHints(value),
  ...heavyTexts(value),
]

/** What could be said more plainly: worth a thought, and never more than that. */
const heavyTexts = (value: Json): StudioProblem[] =>
  plainHints(value).map(({ replacement, ...hint }) => ({
    ...hint,
    severity: 'info',
    ...(replacement === undefined ? {} : { instead: { key: 'studio.fix.plainer', value: replacement } }),
  }))

const known = new WeakMap<object, readonly StudioProblem[]>()

/** What a section is to be looked at again for, worked out once; paths begin at the section. */
function ofSection(section: Json): readonly StudioProblem[] {
  const before = isObject(section) ? known.get(section) : undefined
  if (before) return before
  const { fields: _fields, ...head } = isObject(section) ? section : {}
  const fields = listAt(section, ['fields'])
  const found = [
    ...ofTexts(head),
    ...sectionHints(fields),
    ...fields.flatMap((field, index) => ofField(field).map((problem) => inside(['fields', index], problem))),
  ]
  if (isObject(section)) known.set(section, found)
  return found
}

function ofField(field: Json): readonly StudioProblem[] {
  const before = isObject(field) ? known.get(field) : undefined
  if (before) return before
  const found = [...ofTexts(field), ...fieldHints(field), ...sourceHints(field)]
  if (isObject(field)) known.set(field, found)
  return found
}

const inside = (path: JsonPath, problem: StudioProblem): StudioProblem => ({
  ...problem,
  path: [...path, ...problem.path],
})

/** What the loader takes and a reader, or somebody who listens, may still stumble on. */
export function hintsOf(working: Working): StudioProblem[] {
  const { sections: _sections, ...head } = isObject(working) ? working : {}
  return [
    ...ofTexts(head),
    ...titleHints(working),
    ...sourceHints(head),
    ...listAt(working, ['sections']).flatMap((section, index) =>
      ofSection(section).map((problem) => inside(['sections', index], problem)),
    ),
  ]
}
