import type { Json } from '../fields/json.ts'
import { isObject } from '../fields/json.ts'
import { type JsonPath, jsonAt, listAt } from './json-path.ts'
import { plainHints } from './plain-language.ts'
import type { StudioProblem } from './problem.ts'
import { isTemplateText } from './text.ts'
import type { Working } from './working.ts'

/** Few words may well be the same in both languages: "SFB", "Text". Own choice. */
const MANY_WORDS = 3

/** Texts that are the same in both languages: a screen reader would read one of them out by the wrong language. */
function sameTexts(value: Json, path: JsonPath): StudioProblem[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => sameTexts(part, [...path, index]))
  if (!isObject(value)) return []
  if (isTemplateText(value)) {
    const { sv = '', en = '' } = value
    return sv === en && sv.split(/\s+/).length >= MANY_WORDS
      ? [{ path: [...path, 'en'], key: 'studio.problem.sameText', severity: 'warning' }]
      : []
  }
  return Object.entries(value).flatMap(([member, part]) => sameTexts(part, [...path, member]))
}

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

const labelOf = (field: Json) => {
  const label = jsonAt(field, ['label', 'sv'])
  return typeof label === 'string' ? label.trim().toLocaleLowerCase('sv') : ''
}

/** Fields that stand together and are called the same: nobody who hears the labels can tell them apart. */
function sameLabels(fields: readonly Json[], path: JsonPath): StudioProblem[] {
  const seen = new Set<string>()
  return fields.flatMap((field, index): StudioProblem[] => {
    const label = labelOf(field)
    const isTwice = label !== '' && seen.has(label)
    seen.add(label)
    return isTwice
      ? [{ path: [...path, index, 'label', 'sv'], key: 'studio.problem.sameLabel', severity: 'warning' }]
      : []
  })
}

/** What is looked for in every text, wherever it stands. */
const ofTexts = (value: Json): StudioProblem[] => [
  ...halfCharacters(value, []),
  ...sameTexts(value, []),
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
    ...sameLabels(fields, ['fields']),
    ...fields.flatMap((field, index) => ofField(field).map((problem) => inside(['fields', index], problem))),
  ]
  if (isObject(section)) known.set(section, found)
  return found
}

function ofField(field: Json): readonly StudioProblem[] {
  const before = isObject(field) ? known.get(field) : undefined
  if (before) return before
  const found = [...ofTexts(field), ...sameLabels(listAt(field, ['fields']), ['fields'])]
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
    ...listAt(working, ['sections']).flatMap((section, index) =>
      ofSection(section).map((problem) => inside(['sections', index], problem)),
    ),
  ]
}
