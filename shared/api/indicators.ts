import { oc } from '@orpc/contract'
import { z } from 'zod'
import { reportAskedSchema, reportSchema } from '../indicators/figure.ts'
import { breakdowns, surveyAskedSchema, surveySchema } from '../indicators/survey.ts'
import { languageSchema } from '../text/localized.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

/** What the figures can be exported as. Charts are made by the window. */
export const reportFormats = ['csv', 'pdf', 'json'] as const

const base = oc.errors(apiErrors)

export const indicatorsContract = {
  /** Every indicator of a population, month by month and office by office; none of fewer than ten cases. */
  report: base.input(reportAskedSchema).output(reportSchema),
  /** What interviews on the support say, question by question. */
  survey: base.input(surveyAskedSchema).output(surveySchema),
  /** The offices that cases name. */
  offices: base.output(z.array(z.string())),
  /** The report as a file, with the answers of interviews. EXPORT_FORMAT_GOVERNED. */
  export: base
    .input(
      z.strictObject({
        asked: reportAskedSchema,
        /** What the answers of interviews are divided by. */
        breakdown: z.enum(breakdowns).optional(),
        format: z.enum(reportFormats),
        language: languageSchema,
      }),
    )
    .output(exportedFileSchema),
}
