import type { Cause } from '../fields/define.ts'
import { holdsAnswer } from '../fields/index.ts'
import type { FollowStep } from './follow-steps.ts'
import { conversionOf, type OptionMap } from './retype.ts'
import { type Template, templateIndex } from './template.ts'

/** The types of the fields on the way from one version to the next, columns as `group/column`; `open` where not all are known. */
interface Shapes {
  readonly types: Map<string, string>
  readonly open: boolean
}

/** What a column of a group is called among fields. */
export const columnId = (group: string, column: string): string => `${group}/${column}`

/** Every field of a template with an answer, and every column of its groups, with its type. */
function shapesOf(template: Template): Map<string, string> {
  return new Map(
    templateIndex(template).entries.flatMap(({ field }): [string, string][] => {
      const columns = field.type === 'group' ? field.fields : []
      const own: [string, string][] = holdsAnswer(field) ? [[field.id, field.type]] : []
      return [...own, ...columns.map(({ id, type }): [string, string] => [columnId(field.id, id), type])]
    }),
  )
}

type Path = readonly PropertyKey[]

/** What a step takes from or makes: its id, where in the step that is said, and of which types it must be. */
interface Part {
  readonly id: string
  readonly path: readonly (string | number)[]
  readonly types?: readonly string[]
}

const optionTypes = ['choice', 'choices'] as const

/** What a step takes answers from. */
export function takenBy(step: FollowStep): Part[] {
  switch (step.do) {
    case 'rename':
    case 'into-group':
      return [{ id: step.field, path: ['field'] }]
    case 'rename-column':
      return [{ id: columnId(step.group, step.column), path: ['column'] }]
    case 'out-of-group':
      return [{ id: columnId(step.group, step.column), path: ['column'], types: ['text'] }]
    case 'split-options':
    case 'map-options':
      return [{ id: step.field, path: ['field'], types: optionTypes }]
    case 'split-rows':
      return [
        { id: step.field, path: ['field'], types: ['group'] },
        { id: columnId(step.field, step.column), path: ['column'], types: ['yes-no', 'choice'] },
      ]
    case 'split-text':
      return [{ id: step.field, path: ['field'], types: ['text'] }]
    case 'merge':
      return step.fields.map((id, index) => ({ id, path: ['fields', index], types: ['text'] }))
    case 'retype':
      return [{ id: step.field, path: ['field'], types: [step.from] }]
  }
}

/** What there is of it after the step, each with its type; undefined for one that is not known here. */
export function fieldsMadeBy(
  step: FollowStep,
  typeOf: (id: string) => string | undefined,
): [Part, string | undefined][] {
  switch (step.do) {
    case 'rename':
      return [[{ id: step.to, path: ['to'] }, typeOf(step.field)]]
    case 'rename-column':
      return [
        [{ id: step.group, path: ['group'] }, 'group'],
        [{ id: columnId(step.group, step.to), path: ['to'] }, typeOf(columnId(step.group, step.column))],
      ]
    case 'into-group':
      return [[{ id: step.group, path: ['group'] }, 'group']]
    case 'out-of-group':
      return [
        [{ id: step.group, path: ['group'] }, 'group'],
        [{ id: step.to, path: ['to'] }, 'text'],
      ]
    case 'split-options':
    case 'split-rows':
      return step.into.map((part, index) => [
        { id: part.field, path: ['into', index, 'field'] },
        typeOf(step.field),
      ])
    case 'split-text':
      return step.into.map((id, index) => [{ id, path: ['into', index] }, 'text'])
    case 'merge':
      return [[{ id: step.to, path: ['to'] }, 'text']]
    case 'retype':
      return [[{ id: step.field, path: ['field'] }, step.to]]
    case 'map-options':
      return [[{ id: step.field, path: ['field'] }, typeOf(step.field)]]
  }
}

/** The fields that a step has to do with. */
const touched = (step: FollowStep): string[] => [
  ...takenBy(step).map(({ id }) => id),
  ...fieldsMadeBy(step, () => undefined).map(([{ id }]) => id),
]

/** What a step says of itself that cannot be: types that nothing goes between, or a map that is missing or for nothing. */
function ownCauses(step: FollowStep, path: Path): Cause[] {
  if (step.do !== 'retype') return []
  const conversion = conversionOf(step.from, step.to)
  const params = { from: step.from, to: step.to }
  if (!conversion) return [{ path: [...path, 'to'], key: 'follow.cause.retype', params }]
  if ((step.map === undefined) === (conversion.maps === undefined)) return []
  const key = step.map === undefined ? 'follow.cause.mapMissing' : 'follow.cause.mapNeedless'
  return [{ path: [...path, 'map'], key, params }]
}

/** The maps of a step, each with the field that has what comes of it. */
function mapsOf(step: FollowStep): { field: string; map: OptionMap; path: Path }[] {
  if (step.do === 'split-options')
    return step.into.map(({ field, options }, index) => ({
      field,
      map: options,
      path: ['into', index, 'options'],
    }))
  if (step.do !== 'map-options' && step.do !== 'retype') return []
  return step.map === undefined ? [] : [{ field: step.field, map: step.map, path: ['map'] }]
}

/** What a map says that an option becomes, and the field has no such option; but for fields that later steps see to. */
function optionCauses(step: FollowStep, path: Path, template: Template, later: ReadonlySet<string>): Cause[] {
  return mapsOf(step).flatMap(({ field, map, path: at }) => {
    if (later.has(field)) return []
    const options = templateIndex(template).byId.get(field)?.ops?.options ?? []
    if (options.length === 0) return []
    return Object.entries(map)
      .filter(([, value]) => !options.some((option) => option.value === value))
      .map(
        ([key, value]): Cause => ({
          path: [...path, ...at, key],
          key: 'rules.template.impossibleValue',
          params: { value, id: field },
        }),
      )
  })
}

/** Whether a step works inside a group, which is there before and after: it gains a row, or a column goes or is called otherwise. */
export const worksInside = (step: FollowStep, group: string): boolean =>
  (step.do === 'into-group' || step.do === 'out-of-group' || step.do === 'rename-column') &&
  step.group === group

/** The columns of a group go where its rows go. */
function takeColumns(types: Map<string, string>, group: string, to: readonly string[]): void {
  for (const [id, type] of Array.from(types)) {
    const [of, column] = id.split('/')
    if (of !== group || column === undefined) continue
    types.delete(id)
    for (const next of to) types.set(columnId(next, column), type)
  }
}

/** Takes the shapes a step further. What of the step cannot be is told, and the step still taken. */
function take(step: FollowStep, path: Path, { types, open }: Shapes): Cause[] {
  const causes = ownCauses(step, path)
  const made = fieldsMadeBy(step, (id) => types.get(id))
  for (const { id, path: at, types: wanted } of takenBy(step)) {
    const type = types.get(id)
    if (type === undefined && !open)
      causes.push({ path: [...path, ...at], key: 'follow.cause.unknown', params: { id } })
    if (type && wanted && !wanted.includes(type))
      causes.push({
        path: [...path, ...at],
        key: 'follow.cause.type',
        params: { id, type, types: wanted.join(', ') },
      })
    types.delete(id)
  }
  for (const [{ id, path: at }, type] of made) {
    if (types.has(id) && !worksInside(step, id))
      causes.push({ path: [...path, ...at], key: 'follow.cause.taken', params: { id } })
    types.set(id, type ?? '')
  }
  if (step.do === 'rename') takeColumns(types, step.field, [step.to])
  if (step.do === 'split-rows')
    takeColumns(
      types,
      step.field,
      step.into.map(({ field }) => field),
    )
  return causes
}

/**
 * What a version says of how answers come over to it that cannot be. Alone it can tell what its own fields say; with the version
 * before, `from`, all of it.
 */
export function followCauses(template: Template, from?: Template): Cause[] {
  const { follows, version } = template
  if (follows === undefined) return []
  if (follows.from >= version) return [{ path: ['follows', 'from'], key: 'follow.cause.from' }]
  const shapes: Shapes = {
    types: from ? shapesOf(from) : new Map<string, string>(),
    open: from === undefined,
  }
  const made = new Map<string, Path>()
  const names = new Set<string>()
  const causes: Cause[] = []
  follows.steps.forEach((step, index) => {
    const path: Path = ['follows', 'steps', index]
    if (names.has(step.name))
      causes.push({ path: [...path, 'name'], key: 'rules.template.idTwice', params: { id: step.name } })
    names.add(step.name)
    const later = new Set(follows.steps.slice(index + 1).flatMap(touched))
    causes.push(...optionCauses(step, path, template, later), ...take(step, path, shapes))
    for (const [{ id, path: at }] of fieldsMadeBy(step, () => undefined)) made.set(id, [...path, ...at])
  })
  const own = shapesOf(template)
  for (const [id, path] of made) {
    const type = shapes.types.get(id)
    if (type === undefined) continue
    const now = own.get(id)
    if (now === undefined) causes.push({ path, key: 'rules.template.unknownField', params: { id } })
    else if (type && type !== now)
      causes.push({ path, key: 'follow.cause.type', params: { id, type, types: now } })
  }
  return causes
}
