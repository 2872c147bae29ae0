import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isoDateSchema } from '../case/dates.ts'
import { caseIdSchema } from '../case/ids.ts'
import { languageSchema } from '../text/localized.ts'
import { watchAskedSchema, watchCursorSchema, watchPageSchema } from '../watch/row.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

/** Whose cases: those assigned to whoever works now, by name, or all. */
export const whose = ['mine', 'all'] as const
export type Whose = (typeof whose)[number]

const askedSchema = watchAskedSchema.extend({ whose: z.enum(whose) })

/** So far the rows of a list are counted: what is more than that is said to be more. Own choice. */
export const MOST_COUNTED = 10_000

/** What a list can be exported as: a table for a spreadsheet. */
export const listFormats = ['csv', 'xlsx'] as const

const base = oc.errors(apiErrors)

export const watchContract = {
  /** A page of a list, without the cases that whoever works now has put aside; `next` is the cursor of the page after. */
  page: base
    .input(askedSchema.extend({ cursor: watchCursorSchema.optional(), limit: z.int().min(1).max(500) }))
    .output(watchPageSchema),
  /** How many rows a list has, counted no further than one more than `MOST_COUNTED`. */
  count: base.input(askedSchema).output(z.object({ count: z.int() })),
  /** Puts a case aside in one's own lists until a day; null takes it back. NOT_FOUND. */
  mark: base.input(z.strictObject({ caseId: caseIdSchema, until: isoDateSchema.nullable() })),
  /** A list as a table, with the texts that it shows. LIST_TOO_LONG, EXPORT_FORMAT_GOVERNED. */
  export: base
    .input(askedSchema.extend({ format: z.enum(listFormats), language: languageSchema }))
    .output(exportedFileSchema),
  /**
   * What is to be followed up from a day on, as a calendar: the numbers of cases, what kind of thing and its day, and no name
   * or text of anybody. LIST_TOO_LONG, EXPORT_FORMAT_GOVERNED.
   */
  calendar: base
    .input(z.strictObject({ today: isoDateSchema, whose: z.enum(whose), language: languageSchema }))
    .output(exportedFileSchema),
}
