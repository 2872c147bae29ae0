import { dequal } from 'dequal/lite'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { rowIdSchema } from '../../../shared/case/ids.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { plainText, richTextSchema } from '../../../shared/fields/rich-blocks.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { Where } from '../../../shared/note/marker.ts'

type Value = Answers[string] | undefined

/** One answer before and after something was done. */
export interface FieldChange {
  readonly field: string
  readonly before: Value
  readonly after: Value
}

/** The innermost place where an answer became another: a field, a row of it, or a column of the row. */
export interface ChangedPlace {
  readonly where: Where
  readonly before: Value
  readonly after: Value
}

type Members = Readonly<Record<string, Value>>

function isMembers(value: Value): value is Record<string, Answers[string]> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function rowsOf(value: Value): { id: string; members: Members }[] | undefined {
  if (value === undefined) return []
  if (!Array.isArray(value)) return undefined
  const rows = value.flatMap((row) =>
    isMembers(row) && typeof row.id === 'string' ? [{ id: row.id, members: row }] : [],
  )
  return rows.length === value.length ? rows : undefined
}

function differing(before: Members, after: Members): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !dequal(before[key], after[key]),
  )
}

/** A row's columns: those of a repeated group stand one step further in. */
function columnsOf(row: Members): Members {
  const { answers } = row
  return isMembers(answers) ? answers : row
}

/** Where a change of one field was made. A row that was moved, or is gone, is in the field as a whole. */
export function placeOf({ field, before, after }: FieldChange): ChangedPlace {
  const id = fieldIdSchema.safeParse(field)
  const whole: ChangedPlace = { where: id.success ? { field: id.data } : {}, before, after }
  const left = rowsOf(before)
  const right = rowsOf(after)
  if (left === undefined || right === undefined || (before === undefined && after === undefined)) return whole
  const known = new Map(left.map(({ id, members }) => [id, members]))
  const changed = right.find(({ id, members }) => !dequal(known.get(id), members))
  const row = rowIdSchema.safeParse(changed?.id)
  if (changed === undefined || !row.success) return whole
  const inRow: ChangedPlace = { ...whole, where: { ...whole.where, row: row.data } }
  const earlier = known.get(changed.id)
  if (earlier === undefined || left.length !== right.length) return inRow
  const [was, is] = [columnsOf(earlier), columnsOf(changed.members)]
  const [column, ...more] = differing(was, is)
  if (column === undefined || more.length > 0) return inRow
  return { where: { ...inRow.where, column }, before: was[column], after: is[column] }
}

/** A text that somebody types, without the breaks between the blocks of a formatted one; undefined for anything else. */
function typedText(value: Value): string | undefined {
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  const rich = richTextSchema.safeParse(value)
  return rich.success ? plainText(rich.data).replaceAll('\n', '') : undefined
}

/** How much two texts have in common at their beginning, and at their end beyond that. */
function common(before: string, after: string): { start: number; end: number } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return { start, end }
}

/** Where the caret stands after the change: behind what became another. Undefined where nothing is typed. */
export function caretAfter({ before, after }: ChangedPlace): number | undefined {
  const was = typedText(before)
  const is = typedText(after)
  if (was === undefined || is === undefined) return undefined
  return is.length - common(was, is).end
}

/** The most that one key changes: some keyboards and dictation bring a few characters at once. */
const KEY_CHARS = 3

/** Whether the change is one of typing: a few characters came or went at one place of a text. */
export function isTyping({ before, after }: ChangedPlace): boolean {
  const was = typedText(before)
  const is = typedText(after)
  if (was === undefined || is === undefined) return false
  const { start, end } = common(was, is)
  const gone = was.length - start - end
  const come = is.length - start - end
  return (gone === 0 || come === 0) && gone + come <= KEY_CHARS
}

/** Whether the change put words of a day in the form of a date, as a date field does when it is left. */
export function isSettling({ before, after }: ChangedPlace): boolean {
  const isDate = (value: Value) => isoDateSchema.safeParse(value).success
  return typeof before === 'string' && !isDate(before) && isDate(after)
}
