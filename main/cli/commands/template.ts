import { templateOfQuestionnaire } from '../../../shared/interchange/fhir/questionnaire-as-template.ts'
import { questionnaireOf } from '../../../shared/interchange/fhir/template-as-questionnaire.ts'
import { type Conversion, type ReportEntry, reportText } from '../../../shared/interchange/report.ts'
import { templateOfXlsForm } from '../../../shared/interchange/xlsform/xlsform-as-template.ts'
import type { Template } from '../../../shared/template/template.ts'
import { textOf } from '../../files/text-file.ts'
import { oneOf, parseArguments, type RunCommand, required, single, wholeNumber } from '../command.ts'
import { readBytesOf, readTemplates, writeOut } from '../files.ts'
import { packageOptions } from '../packages.ts'
import { type ExitCode, Misuse, type Terminal } from '../terminal.ts'
import { runInStore } from './template-store.ts'

const file = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`)

/** Prints each sentence once, with the places it is about: beside the result, and in its place where that is printed. */
function printReport(
  report: readonly ReportEntry[],
  print: (line: string) => void,
  { language }: Terminal,
): void {
  for (const [sentence, entries] of Map.groupBy(report, (entry) => reportText(language, entry))) {
    const places = entries.map(({ path }) => path).filter((path) => path !== '')
    print(places.length === 0 ? sentence : `${sentence} (${places.join(', ')})`)
  }
}

interface Asked {
  out: string
  json: boolean
}

/** Writes what a conversion gave, and says what did not carry over. */
async function deliver(
  { value, report }: { value: unknown; report: readonly ReportEntry[] },
  { out, json }: Asked,
  terminal: Terminal,
): Promise<void> {
  await writeOut(out, file(value), terminal)
  const print = out === '-' ? terminal.say : terminal.print
  const told = report.map((entry) => ({ ...entry, message: reportText(terminal.language, entry) }))
  if (json) print(JSON.stringify({ report: told }, undefined, 2))
  else printReport(report, print, terminal)
}

function chosenTemplate(id: string, version: number | undefined, terminal: Terminal): Template {
  const known = readTemplates(terminal)
  const found =
    version === undefined
      ? known.newest(id)
      : known.all.find((each) => each.id === id && each.version === version)
  if (found !== undefined) return found
  const versions = known.all.map((each) => `${each.id} v${each.version}`).join(', ')
  throw new Misuse(terminal.t('cli.template.unknown', { id, known: versions }))
}

const isSpreadsheet = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function convert(bytes: Uint8Array): Promise<Conversion<Template>> {
  if (isSpreadsheet(bytes)) {
    // Loaded late, since few forms are spreadsheets.
    const { readSheets } = await import('../../files/spreadsheet.ts')
    const read = await readSheets(bytes, ['survey', 'choices', 'settings'])
    if (!read.ok) return { ok: false, problems: [{ key: `interchange.xls.${read.fault}`, path: '' }] }
    return templateOfXlsForm({ ...read.sheets, survey: read.sheets.survey ?? [] })
  }
  const text = textOf(bytes)
  if (text.ok) return templateOfQuestionnaire(text.value)
  return {
    ok: false,
    problems: [{ key: `errors.file.${text.fault.kind}`, params: text.fault.params, path: '' }],
  }
}

/** A template in another form. What others do not understand is in the file all the same, so nothing is lost: 0. */
async function exportTemplate(
  id: string,
  asked: Asked & { format: string | undefined; version: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  const format = oneOf(required(asked.format, '--format', terminal), '--format', ['fhir', 'json'], terminal)
  const version = wholeNumber(asked.version, '--version', { min: 1, max: 999_999_999 }, terminal)
  const template = chosenTemplate(id, version, terminal)
  await deliver(
    format === 'fhir' ? questionnaireOf(template) : { value: template, report: [] },
    asked,
    terminal,
  )
  return 0
}

/** A form of somebody else's as a template: 1 where something did not carry over or has to be filled in. */
async function importTemplate(path: string, asked: Asked, terminal: Terminal): Promise<ExitCode> {
  const read = await convert(await readBytesOf(path, terminal))
  if (!read.ok) {
    const causes = read.problems.map((problem) =>
      `${problem.path} ${reportText(terminal.language, problem)}`.trim(),
    )
    throw new Misuse([terminal.t('interchange.cli.refused', { path }), ...causes].join('\n'))
  }
  await deliver(read, asked, terminal)
  return read.report.length > 0 ? 1 : 0
}

export const run: RunCommand = async (args, terminal) => {
  const options = {
    ...packageOptions,
    version: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = parseArguments(args, options, terminal)
  const [verb, ...rest] = positionals
  const way = oneOf(verb ?? '', 'template', ['export', 'import'], terminal)
  if (values.store !== undefined) return runInStore(way, rest, values, terminal)
  const asked = { out: required(values.out, '--out', terminal), json: values.json }
  if (way === 'import')
    return importTemplate(single(rest, terminal.t('cli.what.file'), terminal), asked, terminal)
  const { format, version } = values
  return exportTemplate(single(rest, 'ID', terminal), { ...asked, format, version }, terminal)
}
