import { z } from 'zod'
import { readJson } from '../../shared/file/json-text.ts'
import {
  MAX_QUESTIONNAIRE_CHARS,
  templateOfQuestionnaire,
} from '../../shared/interchange/fhir/questionnaire-as-template.ts'
import type { Conversion, ReportEntry } from '../../shared/interchange/report.ts'
import { templateAsItIs } from '../../shared/interchange/to-template.ts'
import { templateOfXlsForm } from '../../shared/interchange/xlsform/xlsform-as-template.ts'
import { TEMPLATE_FILE_FORMAT } from '../../shared/studio/publication.ts'
import { type Template, templateSchema } from '../../shared/template/template.ts'
import { textOf } from '../files/text-file.ts'

/** What a file is that a template is to be read from: one that is published and signed, or a form of anybody's. */
export type TemplateSource =
  | { readonly kind: 'published'; readonly json: string }
  | { readonly kind: 'form'; readonly read: Conversion<Template> }

const refused = (problem: Omit<ReportEntry, 'path'>): TemplateSource => ({
  kind: 'form',
  read: { ok: false, problems: [{ ...problem, path: '' }] },
})

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function ofSpreadsheet(bytes: Uint8Array): Promise<TemplateSource> {
  // Loaded late, since few forms are spreadsheets.
  const { readSheets } = await import('../files/spreadsheet.ts')
  const read = await readSheets(bytes, ['survey', 'choices', 'settings'])
  if (!read.ok) return refused({ key: `interchange.xls.${read.fault}` })
  return { kind: 'form', read: templateOfXlsForm({ ...read.sheets, survey: read.sheets.survey ?? [] }) }
}

/** What JSON says that it is: our files by their format, all of FHIR by its kind of resource. */
const saysSchema = z.object({ format: z.unknown(), resourceType: z.unknown() }).partial()

/** Reads what a file holds, told apart by that and never by its name. */
export async function templateSource(bytes: Uint8Array): Promise<TemplateSource> {
  if (isZip(bytes)) return ofSpreadsheet(bytes)
  const text = textOf(bytes)
  // What is no text is no text in another encoding either, as a rule: a PDF, or a spreadsheet of an older kind.
  if (!text.ok) return refused({ key: 'interchange.in.unknown' })
  if (/^\s*</.test(text.value.slice(0, 1000))) return refused({ key: 'interchange.in.xml' })
  const json = readJson(text.value, MAX_QUESTIONNAIRE_CHARS)
  if (!json.ok) return refused({ key: `errors.file.${json.fault.kind}`, params: json.fault.params })
  const { format, resourceType } = saysSchema.catch({}).parse(json.value)
  if (format === TEMPLATE_FILE_FORMAT) return { kind: 'published', json: text.value }
  if (format === templateSchema.shape.format.value) return { kind: 'form', read: templateAsItIs(json.value) }
  if (resourceType === undefined) return refused({ key: 'interchange.in.unknown' })
  return { kind: 'form', read: templateOfQuestionnaire(json.value) }
}
