import type { FieldOps } from '../fields/define.ts'
import { editFix, type Fix, type WhereInField } from '../note/marker.ts'
import type { Note } from '../note/note.ts'
import type { Message } from '../text/message.ts'
import type { Reading } from './text/reading.ts'

/** What was read in a sentence of a field, and where the sentence stands. */
export interface FoundInField<R extends Reading> {
  where: WhereInField
  reading: R
}

/** Whether a field tells another's words, which are no opinion of the agency's. */
export function tellsAnothers({ field: { saidBy, journal } }: FieldOps): boolean {
  return saidBy !== undefined || journal?.accordingTo !== undefined
}

/** What a reader finds in the own words of a field, one for each sentence: the first where there are several. */
export function readInField<R extends Reading>(
  { field, ownWords }: FieldOps,
  note: Note,
  read: (text: string) => readonly R[],
): FoundInField<R>[] {
  return ownWords(note.answers[field.id]).flatMap(({ text, row, column }) => {
    const where = { note: note.id, field: field.id, ...(row ? { row } : {}), ...(column ? { column } : {}) }
    const met = new Set<string>()
    return read(text).flatMap((reading) => {
      if (met.has(reading.sentence)) return []
      met.add(reading.sentence)
      return [{ where, reading }]
    })
  })
}

/** A fix that writes other words where a sentence was read so, and leaves every other sentence as it is. */
export function replaceInField<R extends Reading>(
  { field, rewrite }: FieldOps,
  note: Note,
  { where, reading }: FoundInField<R>,
  read: (text: string) => readonly R[],
  write: (words: R) => string | undefined,
  title: Message,
): Fix[] {
  const value = rewrite(note.answers[field.id], (text, { row, column }) =>
    row !== where.row || column !== where.column
      ? []
      : read(text).flatMap((one) => {
          const insert = one.sentence === reading.sentence ? write(one) : undefined
          return insert === undefined ? [] : [{ start: one.start, end: one.end, insert }]
        }),
  )
  return value === undefined ? [] : [editFix(field.id, { title, value })]
}
