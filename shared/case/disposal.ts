import { z } from 'zod'
import { userSchema } from '../user/user.ts'
import { closingReasonSchema } from './case.ts'
import { type IsoDate, isoDateSchema, timestampSchema } from './dates.ts'
import { caseIdSchema, digestSchema, noteIdSchema } from './ids.ts'

/** What stays of a case that has been disposed of (gallrat): when, by whom and why, and digests of what there was. */
export const disposalReceiptSchema = z.strictObject({
  caseId: caseIdSchema,
  number: z.string(),
  /** When it was closed; of a case received for review, when it last came. */
  closedOn: isoDateSchema,
  at: timestampSchema,
  by: userSchema,
  reason: closingReasonSchema,
  counts: z.strictObject({ notes: z.int(), records: z.int(), revisions: z.int() }),
  notes: z.array(
    z.strictObject({
      id: noteIdSchema,
      revision: z.int(),
      /** Of what the note said last. */
      content: digestSchema,
      /** Of its record, where it was signed. */
      record: digestSchema.optional(),
    }),
  ),
})
export type DisposalReceipt = z.infer<typeof disposalReceiptSchema>

/** A day so many months later; the last day of the month where it has none such. */
function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return isoDateSchema.parse(first.toISOString().slice(0, 10))
}

/**
 * From which day a case may be disposed of: so many months after its end here. Undefined where it has not come to one, or where
 * nobody has decided after how long: then never.
 */
export function disposableFrom(
  ended: IsoDate | undefined,
  months: number | 'never' | undefined,
): IsoDate | undefined {
  return ended === undefined || months === undefined || months === 'never'
    ? undefined
    : addMonths(ended, months)
}
