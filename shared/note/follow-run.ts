import {
  isObject,
  type Json,
  type JsonObject,
  saysSomething,
  storedRows,
  type Value,
  withMember,
} from '../fields/json.ts'
import type { FollowStep, StepOf } from '../template/follow-steps.ts'
import { conversionOf, mapped } from '../template/retype.ts'

/** An answer on its way from one version of its template to the next. */
export interface OnTheWay {
  readonly value: Json
  /** The fields of the version before that it was written in. */
  readonly origins: readonly string[]
  /** A step has named it, and so it is no longer for the field that asks the same. */
  readonly named: boolean
}

/** All answers on their way, by field, and the fields of the version before of whose answers some part found no way. */
export interface Journey {
  readonly answers: ReadonlyMap<string, OnTheWay>
  readonly left: readonly string[]
}

/** A journey with changes to be made, in which nothing is written over. */
class Changing {
  readonly answers: Map<string, OnTheWay>
  readonly left: string[]

  constructor({ answers, left }: Journey) {
    this.answers = new Map(answers)
    this.left = [...left]
  }

  take(id: string): OnTheWay | undefined {
    const found = this.answers.get(id)
    this.answers.delete(id)
    return found
  }

  /** Some part of the answers to these fields has no way on. */
  leave(origins: readonly string[]): void {
    this.left.push(...origins)
  }

  put(id: string, value: Json, origins: readonly string[]): void {
    if (!saysSomething(value)) return
    const there = this.answers.get(id)
    const joined = there === undefined ? value : rowsOfBoth(there.value, value)
    const from = [...new Set([...(there?.origins ?? []), ...origins])]
    if (joined === undefined) this.leave(origins)
    else this.answers.set(id, { value: joined, origins: from, named: true })
  }
}

/** Rows after rows. All else has no place beside what is there. */
const rowsOfBoth = (one: Json, other: Json): Json | undefined =>
  Array.isArray(one) && Array.isArray(other) ? [...one, ...other] : undefined

const textOf = (value: Value): string | undefined => (typeof value === 'string' ? value : undefined)

type Run<K extends FollowStep['do']> = (step: StepOf<K>, journey: Changing) => void

const rename: Run<'rename'> = ({ field, to }, journey) => {
  const found = journey.take(field)
  if (found) journey.put(to, found.value, found.origins)
}

/** The id of a row that was no row before: told apart from those there are. */
function newRowId(field: string, rows: readonly JsonObject[]): string {
  const id = `fran-${field}`.slice(0, 60)
  return rows.some((row) => row.id === id) ? `${id}-${rows.length}` : id
}

const intoGroup: Run<'into-group'> = ({ field, group, column }, journey) => {
  const found = journey.take(field)
  if (!found) return
  const rows = storedRows(journey.answers.get(group)?.value)
  const row = { id: newRowId(field, rows), answers: { [column]: found.value } }
  journey.put(group, [row], found.origins)
}

const cellsOf = ({ answers }: JsonObject): JsonObject => (isObject(answers) ? answers : {})
const withCell = (row: JsonObject, column: string, cell: Value) => ({
  ...row,
  answers: withMember(cellsOf(row), column, cell),
})

/** The row without a column, and what stood there. */
const withoutColumn = (row: JsonObject, column: string) => ({
  rest: withCell(row, column, undefined),
  cell: cellsOf(row)[column],
})

/** The rows of an answer; undefined where it holds anything else, or they anything but cells, which no step can part. */
function wholeRows(value: Json): JsonObject[] | undefined {
  const rows = storedRows(value)
  const isWhole = ({ id: _id, answers, ...more }: JsonObject) =>
    isObject(answers) && Object.keys(more).length === 0
  return Array.isArray(value) && rows.length === value.length && rows.every(isWhole) ? rows : undefined
}

const renameColumn: Run<'rename-column'> = ({ group, column, to }, journey) => {
  const found = journey.take(group)
  if (!found) return
  const whole = wholeRows(found.value)
  if (!whole) return journey.leave(found.origins)
  const says = (row: JsonObject, id: string) => saysSomething(cellsOf(row)[id])
  if (whole.some((row) => says(row, column) && says(row, to))) journey.leave(found.origins)
  const rows = whole.map((row) => {
    const { rest, cell } = withoutColumn(row, column)
    return cell === undefined || says(row, to) ? rest : withCell(rest, to, cell)
  })
  journey.put(group, rows, found.origins)
}

const outOfGroup: Run<'out-of-group'> = ({ group, column, to, separator }, journey) => {
  const found = journey.take(group)
  if (!found) return
  const parted = wholeRows(found.value)?.map((row) => withoutColumn(row, column))
  if (!parted?.every(({ cell }) => cell === undefined || typeof cell === 'string'))
    return journey.leave(found.origins)
  const texts = parted.flatMap(({ cell }) => (typeof cell === 'string' && saysSomething(cell) ? [cell] : []))
  const rows = parted.flatMap(({ rest }) => (saysSomething(rest.answers ?? null) ? [rest] : []))
  journey.put(group, rows, found.origins)
  journey.put(to, texts.join(separator), found.origins)
}

const splitOptions: Run<'split-options'> = ({ field, into }, journey) => {
  const found = journey.take(field)
  if (!found) return
  const { value, origins } = found
  if (!isObject(value)) return journey.leave(origins)
  const { other, ...rest } = value
  const chosen = Array.isArray(rest.values) ? rest.values : [rest.value ?? null]
  const texts = chosen.filter((one) => typeof one === 'string')
  const isPlaced = (one: string) => into.some(({ options }) => mapped(options, one) !== undefined)
  if (texts.length < chosen.length || !texts.every(isPlaced)) journey.leave(origins)
  for (const part of into) {
    const values = texts.flatMap((one) => mapped(part.options, one) ?? [])
    const words = part.ownWords === true && other !== undefined ? { other } : {}
    const [first] = values
    if (first === undefined) continue
    journey.put(
      part.field,
      Array.isArray(rest.values) ? { values, ...words } : { value: first, ...words },
      origins,
    )
  }
  const isSaid = into.some(
    ({ ownWords, options }) => ownWords === true && texts.some((one) => mapped(options, one) !== undefined),
  )
  if (saysSomething(other) && !isSaid) journey.leave(origins)
}

/** What a cell says, as rows are sorted by it: yes or no, or a choice that nothing is written beside. */
function saidIn(cell: Json | undefined): string | undefined {
  if (typeof cell === 'string') return cell
  return isObject(cell) && !saysSomething(cell.other) ? textOf(cell.value) : undefined
}

const splitRows: Run<'split-rows'> = ({ field, column, into }, journey) => {
  const found = journey.take(field)
  if (!found) return
  const rows = wholeRows(found.value)
  if (!rows) return journey.leave(found.origins)
  const sorted = Map.groupBy(
    rows.map((row) => withoutColumn(row, column)),
    ({ cell }) => {
      if (!saysSomething(cell)) return into.find(({ unanswered }) => unanswered)?.field
      const said = saidIn(cell)
      return said === undefined ? undefined : into.find(({ values }) => values.includes(said))?.field
    },
  )
  for (const [to, of] of sorted) {
    if (to === undefined) journey.leave(found.origins)
    else
      journey.put(
        to,
        of.map(({ rest }) => rest),
        found.origins,
      )
  }
}

const splitText: Run<'split-text'> = ({ field, at, into: [first, second] }, journey) => {
  const found = journey.take(field)
  if (!found) return
  const text = textOf(found.value)
  if (text === undefined) return journey.leave(found.origins)
  const place = text.indexOf(at)
  const [before, after] = place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)]
  journey.put(first, before, found.origins)
  journey.put(second, after, found.origins)
}

const merge: Run<'merge'> = ({ fields, to, separator }, journey) => {
  const found = fields.flatMap((field) => journey.take(field) ?? [])
  const texts = found.filter(({ value }) => typeof value === 'string')
  for (const one of found) if (!texts.includes(one)) journey.leave(one.origins)
  const text = texts.flatMap(({ value }) => textOf(value) ?? []).join(separator)
  journey.put(
    to,
    text,
    texts.flatMap(({ origins }) => origins),
  )
}

const retype: Run<'retype'> = ({ field, from, to, map = {} }, journey) => {
  const found = journey.take(field)
  if (!found) return
  const turned = conversionOf(from, to)?.convert(found.value, map)
  if (turned === undefined) journey.leave(found.origins)
  else journey.put(field, turned, found.origins)
}

const mapOptions: Run<'map-options'> = ({ field, map }, journey) => {
  const found = journey.take(field)
  if (!found) return
  const { value, origins } = found
  const turn = (one: Json): Json => (typeof one === 'string' ? (mapped(map, one) ?? one) : one)
  if (!isObject(value)) return journey.leave(origins)
  if (Array.isArray(value.values))
    journey.put(field, { ...value, values: [...new Set(value.values.map(turn))] }, origins)
  else journey.put(field, { ...value, value: turn(value.value ?? null) }, origins)
}

const runs: { readonly [K in FollowStep['do']]: Run<K> } = {
  rename,
  'rename-column': renameColumn,
  'into-group': intoGroup,
  'out-of-group': outOfGroup,
  'split-options': splitOptions,
  'split-rows': splitRows,
  'split-text': splitText,
  merge,
  retype,
  'map-options': mapOptions,
}

function runStep<K extends FollowStep['do']>(kind: K, step: StepOf<K>, journey: Changing): void {
  runs[kind](step, journey)
}

/** The answers after the steps, each taken in its turn. */
export function runSteps(journey: Journey, steps: readonly FollowStep[]): Journey {
  const changing = new Changing(journey)
  for (const step of steps) runStep(step.do, step, changing)
  return changing
}
