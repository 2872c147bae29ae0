// The steps by which older answers come over, when something in the template is called something else: what they name follows.
import { holdsAnswer } from '../fields/index.ts'
import { isObject, type Json, type Value } from '../fields/json.ts'
import { columnId, fieldsMadeBy, takenBy, worksInside } from '../template/follow-shapes.ts'
import { type FollowStep, followStepSchema } from '../template/follow-steps.ts'
import { type Template, templateIndex } from '../template/template.ts'
import { type JsonPath, jsonAt, listAt, withJsonAt } from './json-path.ts'
import { freeId } from './slug.ts'
import type { Working } from './working.ts'

const STEPS: JsonPath = ['follows', 'steps']
/** So long that a number still fits behind it. */
const NAME_CHARS = 50

/** The steps of a working copy, each with its number; one that does not read yet is passed over. */
export function stepsIn(working: Working): { readonly step: FollowStep; readonly index: number }[] {
  return listAt(working, STEPS).flatMap((each, index) => {
    const { data } = followStepSchema.safeParse(each)
    return data === undefined ? [] : [{ step: data, index }]
  })
}

/** A step behind those that a template has, under a name that is free; from `before`, where there is none yet. */
export function withStep(working: Working, before: Pick<Template, 'version'>, step: Json): Working {
  const steps = listAt(working, STEPS)
  const names = new Set(
    steps.map((each) => jsonAt(each, ['name'])).filter((name) => typeof name === 'string'),
  )
  const name = jsonAt(step, ['name'])
  const named = withJsonAt(
    step,
    ['name'],
    freeId((typeof name === 'string' ? name : 'steg').slice(0, NAME_CHARS).replace(/-+$/, ''), names),
  )
  const from = jsonAt(working, ['follows', 'from']) ?? before.version
  return withJsonAt(working, ['follows'], { from, steps: [...steps, named] })
}

/** A field of a working copy, as far as it tells where older answers are for it. */
export interface WrittenField {
  readonly id: string
  readonly type: Value
  readonly concept: Value
}

/** Where the steps say a field's id and mean the field as it is now: from the step that makes it and on. */
interface Meant {
  readonly paths: readonly JsonPath[]
  /** Its answers were in a field of that id all along, and no step has given it the id. */
  readonly isOld: boolean
}

/** Whether a step leaves a field what it is called: it changes its answer, or adds to it. */
const keepsName = (step: FollowStep, id: string) =>
  step.do === 'retype' || step.do === 'map-options' || worksInside(step, id)

/**
 * Whether answers of the version before are this field's by its id: steps that keep its name say so, or its type is the same and no
 * concept leads them here.
 */
function isOldField(
  { id, type, concept }: WrittenField,
  isInSteps: boolean,
  before: Template | undefined,
): boolean {
  const was = before && templateIndex(before).byId.get(id)?.field
  if (was === undefined || !holdsAnswer(was)) return false
  return isInSteps || (was.type === type && (concept === undefined || was.concept !== concept))
}

function meantBy(working: Working, field: WrittenField, before: Template | undefined): Meant {
  const { id } = field
  const paths: JsonPath[] = []
  for (const { step, index } of stepsIn(working).toReversed()) {
    const at = ({ path }: { path: JsonPath }): JsonPath => [...STEPS, index, ...path]
    const made = fieldsMadeBy(step, () => undefined).flatMap(([part]) => (part.id === id ? [at(part)] : []))
    const taken = takenBy(step).flatMap((part) => (part.id === id ? [at(part)] : []))
    if (made.length > 0) {
      paths.push(...made)
      if (!keepsName(step, id)) return { paths, isOld: false }
    } else if (taken.length > 0) return { paths, isOld: false }
  }
  return isOldField(field, paths.length > 0, before) ? { paths: [], isOld: true } : { paths, isOld: false }
}

/**
 * The steps after a field has got another id: those that make its answers say the new one. Where its answers have stood in a field of
 * that id since the version before, a step more takes them along.
 */
export function stepsRenamed(
  working: Working,
  field: WrittenField,
  to: string,
  before: Template | undefined,
): Working {
  const { paths, isOld } = meantBy(working, field, before)
  if (isOld && before !== undefined)
    return withStep(working, before, { name: `${field.id}-blir-${to}`, do: 'rename', field: field.id, to })
  return withoutIdle(withAll(working, paths, to))
}

/** A working copy that says the same in several places. */
const withAll = (working: Working, paths: readonly JsonPath[], value: Json): Working =>
  paths.reduce((done, path) => withJsonAt(done, path, value), working)

/** Without steps that change nothing: a field that is called so already, options that all stay what they are. */
function withoutIdle(working: Working): Working {
  const steps = listAt(working, STEPS)
  const left = steps.filter((step) => !isIdle(step))
  if (left.length === steps.length) return working
  return withJsonAt(working, left.length === 0 ? ['follows'] : STEPS, left.length === 0 ? undefined : left)
}

function isIdle(step: Json): boolean {
  const kind = jsonAt(step, ['do'])
  if (kind === 'rename') return jsonAt(step, ['field']) === jsonAt(step, ['to'])
  if (kind === 'rename-column') return jsonAt(step, ['column']) === jsonAt(step, ['to'])
  const map = kind === 'map-options' ? jsonAt(step, ['map']) : undefined
  return isObject(map) && Object.entries(map).every(([from, to]) => from === to)
}

/** The maps of a step whose values are options of a field. */
function mapsFor(step: FollowStep, field: string): JsonPath[] {
  if (step.do === 'split-options')
    return step.into.flatMap((part, index) => (part.field === field ? [['into', index, 'options']] : []))
  const isMap = step.do === 'map-options' || (step.do === 'retype' && step.map !== undefined)
  return isMap && step.field === field ? [['map']] : []
}

/**
 * The steps after an option of a field has got another value: what they turn into the option is turned into the new one. Answers of
 * the version before that say the old one are turned too.
 */
export function optionStepsRenamed(
  working: Working,
  field: string,
  { from, to }: { readonly from: string; readonly to: string },
  before: Template | undefined,
): Working {
  let called = field
  let done = working
  let last: number | undefined
  let isMade = false
  for (const { step, index } of stepsIn(working).toReversed()) {
    for (const path of mapsFor(step, called)) {
      const at = [...STEPS, index, ...path]
      const map = jsonAt(done, at)
      for (const [key, value] of Object.entries(isObject(map) ? map : {}))
        if (value === from) done = withJsonAt(done, [...at, key], to)
      if (step.do === 'map-options') last ??= index
    }
    isMade ||=
      fieldsMadeBy(step, () => undefined).some(([{ id }]) => id === called) &&
      !keepsName(step, called) &&
      step.do !== 'rename'
    if (step.do === 'rename' && step.to === called) called = step.field
  }
  const wasOption =
    before &&
    templateIndex(before)
      .byId.get(called)
      ?.ops?.options.some(({ value }) => value === from)
  if (!isMade && before !== undefined && wasOption)
    done =
      last === undefined
        ? withStep(done, before, {
            name: `${from}-blir-${to}`,
            do: 'map-options',
            field,
            map: { [from]: to },
          })
        : withJsonAt(done, [...STEPS, last, 'map', from], to)
  return withoutIdle(done)
}

/**
 * The steps after a column of a group has got another id: those that put answers in it say the new one. Where its answers have stood
 * in a column of that id since the version before, a step more takes them along.
 */
export function columnStepsRenamed(
  working: Working,
  group: string,
  column: Omit<WrittenField, 'concept'>,
  to: string,
  before: Template | undefined,
): Working {
  const { id, type } = column
  let called = group
  const paths: JsonPath[] = []
  for (const { step, index } of stepsIn(working).toReversed()) {
    const isHere = worksInside(step, called)
    if (step.do === 'into-group' && isHere && step.column === id) paths.push([...STEPS, index, 'column'])
    const isMade = step.do === 'rename-column' && isHere && step.to === id
    if (isMade) paths.push([...STEPS, index, 'to'])
    // What it was called before a step made it, or took it away, is another column.
    if (isMade || takenBy(step).some((part) => part.id === columnId(called, id))) {
      return withoutIdle(withAll(working, paths, to))
    }
    if (step.do === 'rename' && step.to === called) called = step.field
    if (step.do === 'split-rows' && step.into.some(({ field }) => field === called)) called = step.field
  }
  const was = before && templateIndex(before).byId.get(called)?.field
  const isOld = was?.type === 'group' && was.fields.some((each) => each.id === id && each.type === type)
  if (before === undefined || !isOld) return withAll(working, paths, to)
  return withStep(working, before, {
    name: `${id}-blir-${to}`,
    do: 'rename-column',
    group,
    column: id,
    to,
  })
}
