import type { Cause } from '../fields/define.ts'
import { semanticCauses } from '../template/semantics.ts'
import type { Template } from '../template/template.ts'
import type { MessageParams } from '../text/message.ts'
import { besideCauses } from './beside.ts'
import { followHints } from './follow-hints.ts'
import { hintsOf } from './hints.ts'
import { isInside, isJsonPath, jsonAt, pathKey } from './json-path.ts'
import type { StudioProblem } from './problem.ts'
import { type ReadWorking, readWorking } from './read-working.ts'
import { partAround, type Working } from './working.ts'

/** A missing or empty text says which language it is that is missing. */
function inWords(cause: Cause, working: Working): Cause {
  const language = cause.path.at(-1)
  const isText = language === 'sv' || language === 'en'
  const isEmpty = cause.key === 'rules.template.tooSmall' || cause.key === 'rules.template.missing'
  if (!isText || !isEmpty || !isJsonPath(cause.path)) return cause
  const other = jsonAt(working, [...cause.path.slice(0, -1), language === 'sv' ? 'en' : 'sv'])
  const isUntranslated = typeof other === 'string' && other !== ''
  return {
    path: cause.path,
    key: `studio.problem.${isUntranslated ? 'untranslated' : 'unwritten'}.${language}`,
  }
}

/** What the template says that cannot be, where its form is right. */
function meaningCauses(
  { template, causes, unread, placeOf }: ReadWorking,
  working: Working,
  known: readonly Template[],
): Cause[] {
  if (template === undefined) return []
  const isUnread = (id: MessageParams[string] | undefined) => typeof id === 'string' && unread.has(id)
  const broken = causes.map(({ path }) => partAround(working, path)).filter((part) => part.length > 2)
  return [...semanticCauses(template), ...besideCauses(template, known)]
    .map((cause) => ({ ...cause, path: placeOf(cause.path) }))
    .filter(({ path }) => !broken.some((part) => isInside(path, part)))
    .filter(({ key, params }) => key !== 'rules.template.unknownField' || !isUnread(params?.id))
}

const asError = (cause: Cause): StudioProblem => ({ ...cause, severity: 'error' })

/**
 * All that is to be said of a working copy, in document order: what keeps it from being published among the templates that are known,
 * as errors, and what is worth another look. None of the former where, and only where, the loader takes it beside them.
 */
export function problemsOf(working: Working, known: readonly Template[] = []): readonly StudioProblem[] {
  if (typeof working === 'string') return [asError({ path: [], key: 'studio.problem.notJson' })]
  const read = readWorking(working)
  const causes = [
    ...read.causes.map((cause) => inWords(cause, working)),
    ...meaningCauses(read, working, known),
  ]
  const told = new Set<string>()
  const errors = causes.map(asError).filter(({ path, key }) => {
    const place = `${pathKey(path)} ${key}`
    if (told.has(place)) return false
    told.add(place)
    return true
  })
  const follows = read.template === undefined ? [] : followHints(working, read.template, known)
  return inDocumentOrder([...errors, ...hintsOf(working), ...follows])
}

/** Whole numbers by size, all else as it is written; what stands outside comes before what stands inside. */
function inDocumentOrder(problems: readonly StudioProblem[]): StudioProblem[] {
  return problems.toSorted((left, right) => comparePaths(left.path, right.path))
}

function comparePaths(left: readonly PropertyKey[], right: readonly PropertyKey[]): number {
  const at = left.findIndex((part, index) => part !== right[index])
  const [a, b] = at < 0 ? [undefined, right[left.length]] : [left[at], right[at]]
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (a === undefined || b === undefined) return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  // What stands in the sections follows all that is said of the template itself.
  return Number(a === 'sections' || a === 'fields') - Number(b === 'sections' || b === 'fields')
}
