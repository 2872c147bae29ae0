import type { FieldOps } from '../fields/define.ts'
import type { Json, JsonObject } from '../fields/json.ts'
import { stepsBetween } from '../note/follow.ts'
import { sameFields } from '../note/move.ts'
import { columnId, takenBy } from '../template/follow-shapes.ts'
import { conversionOf } from '../template/retype.ts'
import { type Template, templateIndex } from '../template/template.ts'
import type { Localized } from '../text/index.ts'
import { versionBefore } from './beside.ts'
import { withStep } from './follow-names.ts'
import { jsonAt } from './json-path.ts'
import type { StudioProblem } from './problem.ts'
import { typeIn, type WithoutPlace, withoutPlace } from './without-place.ts'
import type { Working } from './working.ts'

const isCalledLike = (one: Localized, other: Localized) =>
  one.sv.trim().toLocaleLowerCase('sv') === other.sv.trim().toLocaleLowerCase('sv')

/** The fields of a template that ask what the version before asked in none. */
function newFields(before: Template, now: Template): FieldOps[] {
  const old = new Set([...sameFields(before, now).values()].map(({ field }) => field.id))
  return templateIndex(now).entries.flatMap(({ ops }) => (ops && !old.has(ops.field.id) ? [ops] : []))
}

/** The step that calls a column otherwise, where its group has got one of the same type that is called the same. */
function columnStep(before: Template, now: Template, group: string, column: string): JsonObject | undefined {
  const [old, columns] = [before, now].map((template) => {
    const field = templateIndex(template).byId.get(group)?.field
    return field?.type === 'group' ? field.fields : []
  })
  const was = old?.find(({ id }) => id === column)
  const to = columns?.find(
    ({ id, type, label }) =>
      was?.type === type && isCalledLike(was.label, label) && old?.every((each) => each.id !== id) === true,
  )
  if (to === undefined) return undefined
  return { name: `${column}-blir-${to.id}`, do: 'rename-column', group, column, to: to.id }
}

/** The step that gives it a place, where it is plain which: the same in another type, or what is called the same. */
function plainStep(
  before: Template,
  now: Template,
  { field, label, part }: WithoutPlace,
): JsonObject | undefined {
  const was = templateIndex(before).byId.get(field)?.ops
  const ids = [field, ...(part?.kind === 'column' ? [columnId(field, part.id)] : [])]
  const isStepped = stepsBetween(before, now).some((step) => takenBy(step).some(({ id }) => ids.includes(id)))
  if (was === undefined || isStepped) return undefined
  if (part?.kind === 'option') {
    const options = sameFields(before, now).get(field)?.options ?? []
    const to = options.find(
      (option) =>
        isCalledLike(option.label, part.label) && was.options.every(({ value }) => value !== option.value),
    )
    if (to === undefined) return undefined
    return { name: `${part.id}-blir-${to.value}`, do: 'map-options', field, map: { [part.id]: to.value } }
  }
  if (part !== undefined) return columnStep(before, now, field, part.id)
  const [from, type] = [typeIn(before, field), typeIn(now, field)]
  const conversion = from !== undefined && type !== undefined ? conversionOf(from, type) : undefined
  if (from !== undefined && type !== undefined && conversion !== undefined && conversion.maps === undefined)
    return { name: `${field}-byter-typ`, do: 'retype', field, from, to: type }
  const to = newFields(before, now).find(
    (ops) => typeIn(now, ops.field.id) === from && isCalledLike(ops.field.label, label),
  )?.field.id
  return to === undefined || to === field
    ? undefined
    : { name: `${field}-blir-${to}`, do: 'rename', field, to }
}

/** A template with the step that is plain, as it would be written. */
function withPlainStep(working: Working, before: Template, step: JsonObject): Json | undefined {
  return jsonAt(withStep(working, before, step), ['follows'])
}

/** What the version before could say that finds no place: it would be set aside, which may be right, and may be forgotten. */
export function followHints(working: Working, now: Template, known: readonly Template[]): StudioProblem[] {
  const before = versionBefore(now, known)
  if (before === undefined) return []
  return withoutPlace(before, now).map((lost): StudioProblem => {
    const { label, part } = lost
    const step = plainStep(before, now, lost)
    const value = step && withPlainStep(working, before, step)
    const params = { label, version: before.version, ...(part === undefined ? {} : { part: part.label }) }
    return {
      path: ['follows'],
      key: `studio.problem.noPlace.${part?.kind ?? 'field'}`,
      params,
      severity: value === undefined ? 'info' : 'warning',
      ...(value === undefined ? {} : { instead: { key: 'studio.fix.addStep', value } }),
    }
  })
}
