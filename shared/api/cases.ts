import { oc } from '@orpc/contract'
import { z } from 'zod'
import { caseDetailsSchema, caseSchema, closingReasonSchema, storedCaseSchema } from '../case/case.ts'
import { isoDateSchema } from '../case/dates.ts'
import { caseIdSchema } from '../case/ids.ts'
import { printFormats } from '../journal/entry.ts'
import { editions } from '../overview/edition.ts'
import { attentionSchema } from '../projection/attention.ts'
import { caseListSchema, casePageSchema, caseSummarySchema } from '../projection/case-list.ts'
import { languageSchema } from '../text/localized.ts'
import { apiErrors, bundleProblemSchema } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

/** What an import found worth telling; the import itself went through. */
export const importReportSchema = z.object({
  caseId: caseIdSchema,
  number: z.string(),
  notes: z.int(),
  /** Answers kept though no field takes them, unknown templates, digests that do not hold. */
  findings: z.array(bundleProblemSchema),
})
export type ImportReport = z.infer<typeof importReportSchema>

const base = oc.errors(apiErrors)

export const casesContract = {
  /** A page of the cases with the summaries of their notes. */
  list: base.input(caseListSchema.default(caseListSchema.parse({}))).output(casePageSchema),
  /** The case with a number, if there is one. */
  numbered: base.input(z.strictObject({ number: z.string() })).output(caseSummarySchema.optional()),
  get: base.input(z.strictObject({ id: caseIdSchema })).output(caseSummarySchema),
  /** What in each of these cases needs somebody on a day. Apart from the list, which need not wait for it. */
  attention: base
    .input(z.strictObject({ today: isoDateSchema, cases: z.array(caseIdSchema).max(200) }))
    .output(z.array(attentionSchema)),
  create: base.input(caseDetailsSchema).output(caseSchema),
  /**
   * Changes the details of a case, but for whether it is closed. `baseRevision` is the one the change began from; another now:
   * CASE_CHANGED.
   */
  update: base
    .input(z.strictObject({ id: caseIdSchema, baseRevision: z.int().min(1), details: caseDetailsSchema }))
    .output(storedCaseSchema),
  /** Closes a case today, with the reason, or opens it again. Its notes stay as they are. */
  close: base
    .input(z.strictObject({ id: caseIdSchema, reason: closingReasonSchema }))
    .output(storedCaseSchema),
  reopen: base.input(z.strictObject({ id: caseIdSchema })).output(storedCaseSchema),
  /** The case with all its notes as a case bundle's JSON text. */
  dump: base.input(z.strictObject({ id: caseIdSchema })).output(z.string()),
  /** The case on one page as a file: whole for the agency, or what the employer may be told. */
  exportOverview: base
    .input(
      z.strictObject({
        id: caseIdSchema,
        format: z.enum(printFormats),
        edition: z.enum(editions),
        language: languageSchema,
      }),
    )
    .output(exportedFileSchema),
  /** Takes in a case bundle from its JSON text. */
  import: base.input(z.strictObject({ json: z.string() })).output(importReportSchema),
}
