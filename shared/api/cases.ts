import { oc } from '@orpc/contract'
import { z } from 'zod'
import { caseDetailsSchema, caseSchema } from '../case/case.ts'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { documentKindSchema, ownerSchema } from '../template/kinds.ts'
import { templateRefSchema } from '../template/template.ts'
import { apiErrors } from './errors.ts'

/** A note as the tree shows it, without its answers. */
export const noteSummarySchema = z.object({
  id: noteIdSchema,
  caseId: caseIdSchema,
  template: templateRefSchema,
  kind: documentKindSchema,
  owner: ownerSchema,
  status: z.enum(['utkast', 'journalford']),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
  revision: z.int(),
})
export type NoteSummary = z.infer<typeof noteSummarySchema>

export const caseSummarySchema = z.object({ case: caseSchema, notes: z.array(noteSummarySchema) })
export type CaseSummary = z.infer<typeof caseSummarySchema>

/** What an import found worth telling; the import itself went through. */
export const importReportSchema = z.object({
  caseId: caseIdSchema,
  number: z.string(),
  notes: z.int(),
  /** Answers kept though no field takes them, unknown templates, digests that do not hold. */
  findings: z.array(z.object({ path: z.string(), message: z.string() })),
})
export type ImportReport = z.infer<typeof importReportSchema>

const base = oc.errors(apiErrors)

export const casesContract = {
  /** All cases with the summaries of their notes, by case number. */
  list: base.output(z.array(caseSummarySchema)),
  get: base.input(z.strictObject({ id: caseIdSchema })).output(caseSummarySchema),
  create: base.input(caseDetailsSchema).output(caseSchema),
  update: base.input(caseSchema).output(caseSchema),
  /** The case with all its notes as a case bundle's JSON text. */
  dump: base.input(z.strictObject({ id: caseIdSchema })).output(z.string()),
  /** Takes in a case bundle from its JSON text. */
  import: base.input(z.strictObject({ json: z.string() })).output(importReportSchema),
}
