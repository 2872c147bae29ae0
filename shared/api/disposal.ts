import { oc } from '@orpc/contract'
import { z } from 'zod'
import { closingReasonSchema } from '../case/case.ts'
import { isoDateSchema } from '../case/dates.ts'
import { disposalReceiptSchema } from '../case/disposal.ts'
import { caseIdSchema } from '../case/ids.ts'
import { languageSchema } from '../text/localized.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

const base = oc.errors(apiErrors)

/** A closed case whose time has come, and what is to go of it. */
export const disposableCaseSchema = z.object({
  caseId: caseIdSchema,
  number: z.string(),
  insured: z.string(),
  closedOn: isoDateSchema,
  /** It came here for review; `closedOn` is then the day that it last came. */
  received: z.boolean(),
  /** From this day it may be disposed of. */
  from: isoDateSchema,
  counts: disposalReceiptSchema.shape.counts,
  /** Names of the watch lists and searches that users keep which name the person or the case, and go with it. */
  kept: z.array(z.string()),
})
export type DisposableCase = z.infer<typeof disposableCaseSchema>

export const receiptFormats = ['txt', 'pdf'] as const

/** Gallring, by whoever has the right to it. */
export const disposalContract = {
  /** The closed cases whose time has come. Each call here: ROLE_REFUSED. */
  due: base.output(z.array(disposableCaseSchema)),
  /** Deletes a case and all that belongs to it for good; `number` is typed by whoever does it. CASE_NOT_DUE, NOT_FOUND. */
  dispose: base
    .input(z.strictObject({ caseId: caseIdSchema, number: z.string(), reason: closingReasonSchema }))
    .output(disposalReceiptSchema),
  receipts: base.output(z.array(disposalReceiptSchema)),
  /** A receipt to be printed and kept. */
  exportReceipt: base
    .input(z.strictObject({ caseId: caseIdSchema, format: z.enum(receiptFormats), language: languageSchema }))
    .output(exportedFileSchema),
}
