import { z } from 'zod'
import { isoDateSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { whereSchema } from '../note/marker.ts'
import { querySchema } from './list.ts'

/** A list as it is read on a day. */
export const watchAskedSchema = z.strictObject({ query: querySchema, today: isoDateSchema })
export type WatchAsked = z.infer<typeof watchAskedSchema>

const cellSchema = z.union([z.string(), z.number(), z.null()])
/** What a column says of a row, as the store has it; `watchCellText` puts it into words. */
export type WatchCell = z.infer<typeof cellSchema>

/** Where a page ended: the values that its last row is sorted by. */
export const watchCursorSchema = z.array(cellSchema).max(8)
export type WatchCursor = z.infer<typeof watchCursorSchema>

export const watchRowSchema = z.object({
  /** Tells the row from the others of its list. */
  key: z.string(),
  caseId: caseIdSchema,
  number: z.string(),
  name: z.string(),
  firstSickDay: isoDateSchema,
  /** In the order of the list's columns. */
  cells: z.array(cellSchema),
  /** Where it is said, where the row is of something in a note. */
  note: noteIdSchema.optional(),
  field: whereSchema.shape.field,
  row: whereSchema.shape.row,
})
export type WatchRow = z.infer<typeof watchRowSchema>

export const watchPageSchema = z.object({
  rows: z.array(watchRowSchema),
  next: watchCursorSchema.optional(),
})
export type WatchPage = z.infer<typeof watchPageSchema>
