// What is to be picked for a step by which older answers come over, and what there is to pick from.
import { isObject, type Json, type JsonObject } from '../fields/json.ts'
import type { FollowStep } from '../template/follow-steps.ts'
import { conversionOf } from '../template/retype.ts'
import type { FollowField, FollowOption } from './follow-fields.ts'
import { type JsonPath, jsonAt, listAt, withJsonAt } from './json-path.ts'
import type { WithoutPlace } from './without-place.ts'

export type FollowKind = FollowStep['do']

/** The kinds of step, the commonest first. */
export const followKinds = [
  'rename',
  'map-options',
  'retype',
  'merge',
  'split-text',
  'split-options',
  'split-rows',
  'rename-column',
  'into-group',
  'out-of-group',
] as const satisfies readonly FollowKind[]

/** The answers there are when the step's turn comes, and the fields of the template that take them. */
export interface StepAround {
  readonly there: readonly FollowField[]
  readonly ahead: readonly FollowField[]
}

interface At {
  /** Where in the step it is written. */
  readonly path: JsonPath
}
/** One thing that a step asks for. */
export type StepControl =
  | (At & { readonly as: 'field'; readonly from: readonly FollowField[] })
  | (At & { readonly as: 'fields'; readonly from: readonly FollowField[] })
  | (At & { readonly as: 'type'; readonly from: readonly string[] })
  | (At & { readonly as: 'mark' })
  | (At & { readonly as: 'flag' })
  | (At & { readonly as: 'values'; readonly from: readonly FollowOption[] })
  | (At & {
      readonly as: 'map'
      readonly from: readonly FollowOption[]
      readonly to: readonly FollowOption[]
    })
  | (At & {
      readonly as: 'parts'
      readonly parts: readonly (readonly StepControl[])[]
      readonly another: Json
    })

const ofType = (fields: readonly FollowField[], ...types: readonly string[]) =>
  fields.filter(({ type }) => types.includes(type))
const named = (fields: readonly FollowField[], id: Json | undefined) =>
  fields.find((field) => field.id === id)

const types = ['text', 'rich-text', 'date', 'number', 'yes-no', 'choice', 'choices']
/** The types that a field's answers can turn to. */
const turnsTo = (type: string) => types.filter((to) => conversionOf(type, to) !== undefined)

/** Those first that are not among others: the ones that have gone, or come. */
function changedFirst(fields: readonly FollowField[], others: readonly FollowField[]): FollowField[] {
  const stays = ({ id }: FollowField) => named(others, id) !== undefined
  return [...fields.filter((each) => !stays(each)), ...fields.filter(stays)]
}

const columnsOf = (fields: readonly FollowField[], id: Json | undefined) => named(fields, id)?.columns ?? []

/** The fields whose answers can turn to another type: first those that the template has in one. */
function turning({ there, ahead }: StepAround): FollowField[] {
  const isTurned = ({ id, type }: FollowField) => turnsTo(type).includes(named(ahead, id)?.type ?? '')
  const can = there.filter(({ type }) => turnsTo(type).length > 0)
  return [...can.filter(isTurned), ...can.filter((each) => !isTurned(each))]
}

const field = (path: JsonPath, from: readonly FollowField[]): StepControl => ({ as: 'field', path, from })
const mark = (member: string): StepControl => ({ as: 'mark', path: [member] })

type Controls = (step: JsonObject, around: StepAround) => StepControl[]

/** The parts that a step splits an answer into. */
function parts(
  step: JsonObject,
  another: Json,
  controls: (part: Json, path: JsonPath) => StepControl[],
): StepControl {
  return {
    as: 'parts',
    path: ['into'],
    parts: listAt(step, ['into']).map((part, index) => controls(part, ['into', index])),
    another,
  }
}

const controls: Readonly<Record<FollowKind, Controls>> = {
  rename: (step, { there, ahead }) => {
    const type = named(there, step.field)?.type
    return [field(['field'], there), field(['to'], type === undefined ? ahead : ofType(ahead, type))]
  },
  'rename-column': (step, { there, ahead }) => {
    const [columns, now] = [columnsOf(there, step.group), columnsOf(ahead, step.group)]
    const type = named(columns, step.column)?.type
    const to = changedFirst(now, columns)
    return [
      field(['group'], ofType(there, 'group')),
      field(
        ['column'],
        changedFirst(
          columns.filter((each) => ofType(now, each.type).length > 0),
          now,
        ),
      ),
      field(['to'], type === undefined ? to : ofType(to, type)),
    ]
  },
  'into-group': (step, { there, ahead }) => {
    const from = named(there, step.field)
    const columns = columnsOf(ahead, step.group)
    return [
      field(['field'], there),
      field(['group'], ofType(ahead, 'group')),
      field(['column'], from === undefined ? columns : ofType(columns, from.type)),
    ]
  },
  'out-of-group': (step, { there, ahead }) => [
    field(['group'], ofType(there, 'group')),
    field(
      ['column'],
      changedFirst(ofType(columnsOf(there, step.group), 'text'), columnsOf(ahead, step.group)),
    ),
    field(['to'], ofType(ahead, 'text')),
    mark('separator'),
  ],
  'split-options': (step, { there, ahead }) => {
    const from = named(there, step.field)
    const targets = ofType(ahead, ...(from === undefined ? ['choice', 'choices'] : [from.type]))
    return [
      field(['field'], ofType(there, 'choice', 'choices')),
      parts(step, { field: '', options: {} }, (part, path) => [
        field([...path, 'field'], targets),
        {
          as: 'map',
          path: [...path, 'options'],
          from: from?.options ?? [],
          to: named(targets, jsonAt(part, ['field']))?.options ?? [],
        },
        ...(from?.options.some(({ other }) => other) === true
          ? [{ as: 'flag' as const, path: [...path, 'ownWords'] }]
          : []),
      ]),
    ]
  },
  'split-rows': (step, { there, ahead }) => {
    const columns = ofType(columnsOf(there, step.field), 'yes-no', 'choice')
    return [
      field(['field'], ofType(there, 'group')),
      field(['column'], columns),
      parts(step, { field: '', values: [] }, (_part, path) => [
        field([...path, 'field'], ofType(ahead, 'group')),
        { as: 'values', path: [...path, 'values'], from: named(columns, step.column)?.options ?? [] },
        { as: 'flag', path: [...path, 'unanswered'] },
      ]),
    ]
  },
  'split-text': (_step, { there, ahead }) => [
    field(['field'], ofType(there, 'text')),
    mark('at'),
    field(['into', 0], ofType(ahead, 'text')),
    field(['into', 1], ofType(ahead, 'text')),
  ],
  merge: (_step, { there, ahead }) => [
    { as: 'fields', path: ['fields'], from: ofType(there, 'text') },
    field(['to'], ofType(ahead, 'text')),
    mark('separator'),
  ],
  retype: (step, around) => {
    const { there, ahead } = around
    const from = named(there, step.field)
    const to = typeof step.to === 'string' ? step.to : ''
    return [
      field(['field'], turning(around)),
      { as: 'type', path: ['to'], from: turnsTo(from?.type ?? '') },
      ...(conversionOf(from?.type ?? '', to)?.maps === true
        ? [
            {
              as: 'map' as const,
              path: ['map'],
              from: from?.options ?? [],
              to: named(ahead, from?.id)?.options ?? [],
            },
          ]
        : []),
    ]
  },
  'map-options': (step, { there, ahead }) => [
    field(['field'], ofType(there, 'choice', 'choices')),
    {
      as: 'map',
      path: ['map'],
      from: named(there, step.field)?.options ?? [],
      to: named(ahead, step.field)?.options ?? [],
    },
  ],
}

/** The kind of a step as it is written; undefined where it is none that is known. */
export function kindOf(step: Json): FollowKind | undefined {
  const kind = jsonAt(step, ['do'])
  return followKinds.find((each) => each === kind)
}

/** What a step asks for, in the order it is picked. */
export function stepControls(step: Json, around: StepAround): readonly StepControl[] {
  const kind = kindOf(step)
  return kind === undefined || !isObject(step) ? [] : controls[kind](step, around)
}

/** What goes with the rest of a step and is not picked: the type that is turned, and a map only where the types need one. */
function completed(step: Json, { there, ahead }: StepAround): Json {
  if (kindOf(step) !== 'retype') return step
  const from = named(there, jsonAt(step, ['field']))?.type ?? ''
  const [first = ''] = turnsTo(from)
  const now = named(ahead, jsonAt(step, ['field']))?.type ?? ''
  const wanted = jsonAt(step, ['to'])
  const to =
    [typeof wanted === 'string' ? wanted : '', now].find((type) => turnsTo(from).includes(type)) ?? first
  const { map = {}, ...rest } = isObject(step) ? step : {}
  return { ...rest, from, to, ...(conversionOf(from, to)?.maps === true ? { map } : {}) }
}

/** The step with something picked; undefined takes it away. */
export function withPicked(step: Json, path: JsonPath, value: Json | undefined, around: StepAround): Json {
  return completed(withJsonAt(step, path, value), around)
}

/** Members that say what a step takes from. */
const isSource = (kind: FollowKind, [member]: JsonPath) =>
  member === 'field' ||
  ((kind === 'out-of-group' || kind === 'rename-column') && (member === 'group' || member === 'column'))

/** What a step begins as, apart from what there is to pick from. */
const begun: Readonly<Record<FollowKind, JsonObject>> = {
  rename: {},
  'map-options': { map: {} },
  retype: {},
  merge: { fields: [], separator: '\n' },
  'split-text': { at: ':', into: ['', ''] },
  'split-options': {
    into: [
      { field: '', options: {} },
      { field: '', options: {} },
    ],
  },
  'split-rows': {
    into: [
      { field: '', values: [] },
      { field: '', values: [] },
    ],
  },
  'rename-column': {},
  'into-group': {},
  'out-of-group': { separator: '\n' },
}

/** What a step asks for, that of its parts among it. */
const flat = (all: readonly StepControl[]): StepControl[] =>
  all.flatMap((control) => (control.as === 'parts' ? flat(control.parts.flat()) : [control]))

/** Where a part of what is split goes, to begin with: the first stays where it was, the others go where nothing was. */
function goesTo(from: readonly FollowField[], { there }: StepAround, part: number): FollowField | undefined {
  const old = from.filter(({ id }) => named(there, id) !== undefined)
  const added = from.filter(({ id }) => named(there, id) === undefined)
  return (part === 0 ? [...old, ...added] : added)[Math.max(0, part - (old.length > 0 ? 1 : 0))]
}

/** The step that is most often meant for what has no place. */
export function usualKind({ field, part }: WithoutPlace, { there, ahead }: StepAround): FollowKind {
  if (part === undefined) return 'rename'
  if (part.kind === 'option') return 'map-options'
  const columns = columnsOf(there, field)
  const type = named(columns, part.id)?.type ?? ''
  const isAdded = ofType(columnsOf(ahead, field), type).some(({ id }) => named(columns, id) === undefined)
  return isAdded ? 'rename-column' : 'out-of-group'
}

/**
 * A step of a kind as it is begun: from what is wanted, a field and a column of it, where that can be, to what is new, where
 * something is.
 */
export function beginStep(kind: FollowKind, around: StepAround, ...wanted: readonly string[]): Json {
  const first = (control: StepControl): Json | undefined => {
    if (control.as === 'fields') {
      const ids = control.from.map(({ id }) => id)
      return ids.toSorted((a, b) => Number(wanted.includes(b)) - Number(wanted.includes(a))).slice(0, 2)
    }
    if (control.as !== 'field') return undefined
    const { from, path } = control
    const [, part] = path
    if (isSource(kind, path)) return (from.find(({ id }) => wanted.includes(id)) ?? from[0])?.id ?? ''
    const found =
      typeof part === 'number' && path.length > 2
        ? goesTo(from, around, part)
        : from.filter(({ id }) => named(around.there, id) === undefined)[typeof part === 'number' ? part : 0]
    return (found ?? from[0])?.id ?? ''
  }
  let step: Json = { name: '', do: kind, ...begun[kind] }
  // What is picked decides what there is to pick from for what comes after it, so each is asked for again.
  for (let number = 0; number < flat(stepControls(step, around)).length; number++) {
    const control = flat(stepControls(step, around))[number]
    const value = control && first(control)
    if (control && value !== undefined) step = withPicked(step, control.path, value, around)
  }
  const from = jsonAt(step, ['field']) ?? jsonAt(step, ['group'])
  return withJsonAt(step, ['name'], typeof from === 'string' && from !== '' ? `${kind}-${from}` : kind)
}
