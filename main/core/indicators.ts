import type { reportFormats } from '../../shared/api/indicators.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import type { Field } from '../../shared/fields/index.ts'
import type { Report, ReportAsked } from '../../shared/indicators/figure.ts'
import {
  type Breakdown,
  SURVEY_TEMPLATE,
  type Survey,
  type SurveyAsked,
  surveyFields,
  surveyQuestions,
} from '../../shared/indicators/survey.ts'
import { templateIdSchema } from '../../shared/template/template.ts'
import type { Language } from '../../shared/text/index.ts'
import { figuresWhen, readOffices, reportOf } from '../store/indicators/report.ts'
import { addToLog } from '../store/log.ts'
import { indicatorFigures, interviewSurvey } from '../store/readers/questions.ts'
import { type CoreState, calls, dbOf, openArchiveOf, reading, refuseExport, stampFor } from './calls.ts'

/** The questions of interviews on the support, as their template asks them now. */
const interview = ({ templates }: CoreState) => templates.newest(templateIdSchema.parse(SURVEY_TEMPLATE))

function surveyOf(state: CoreState, asked: SurveyAsked, signal?: AbortSignal): Promise<Survey> {
  const template = interview(state)
  const questions = template === undefined ? [] : surveyQuestions(template)
  return reading(state, interviewSurvey, { asked, questions }, signal)
}

/** How it goes, with what is counted of each kind in a thread of its own. */
async function readReport(state: CoreState, asked: ReportAsked, signal?: AbortSignal): Promise<Report> {
  const kinds = figuresWhen.map((when) => reading(state, indicatorFigures, { asked, when }, signal))
  return reportOf(asked, await Promise.all(kinds))
}

const types = { csv: 'text/csv', pdf: 'application/pdf', json: 'application/json' } as const

interface Wanted {
  readonly asked: ReportAsked
  readonly breakdown: Breakdown | undefined
  readonly format: (typeof reportFormats)[number]
  readonly language: Language
}

/** The report of a core's archive in a format. */
async function reportBytes(
  state: CoreState,
  { asked, breakdown, format, language }: Wanted,
): Promise<Uint8Array> {
  const report = await readReport(state, asked)
  const survey = await surveyOf(state, breakdown === undefined ? asked : { ...asked, breakdown })
  if (format === 'json')
    return new TextEncoder().encode(`${JSON.stringify({ ...report, survey: survey.figures }, null, 2)}\n`)
  const template = interview(state)
  const fields = template === undefined ? new Map<string, Field>() : surveyFields(template)
  if (format === 'csv') {
    const { reportSheet } = await import('../export/report/sheet.ts')
    return reportSheet(report, survey, fields, language)
  }
  const { reportPdf } = await import('../export/report/pdf.ts')
  const { name } = openArchiveOf(state).user
  return reportPdf({ report, survey, fields, language }, name)
}

const fileName = (format: string, day: IsoDate) => `klarlagt-uppfoljning-${day}.${format}`

/** How it goes: the indicators, and what interviews say. */
export const indicatorCalls = {
  report: calls.indicators.report.handler(({ input, context: { state }, signal }) =>
    readReport(state, input, signal),
  ),
  survey: calls.indicators.survey.handler(({ input, context: { state }, signal }) =>
    surveyOf(state, input, signal),
  ),
  offices: calls.indicators.offices.handler(({ context: { state } }) => readOffices(dbOf(state))),

  export: calls.indicators.export.handler(async ({ input, context: { state } }) => {
    const { asked, breakdown, format } = input
    const stamp = stampFor(state, 'export')
    refuseExport(state, format)
    const language = state.policies.policies.language ?? input.language
    const bytes = await reportBytes(state, { asked, breakdown, format, language })
    addToLog(dbOf(state), stamp, 'report-exported')
    return {
      fileName: fileName(format, asked.today),
      mimeType: types[format],
      base64: Buffer.from(bytes).toString('base64'),
    }
  }),
}
