import { questionnaireOf } from '../../../shared/interchange/fhir/template-as-questionnaire.ts'
import { type ReportEntry, reportText } from '../../../shared/interchange/report.ts'
import { templateFormats } from '../../../shared/studio/published.ts'
import type { Template } from '../../../shared/template/template.ts'
import { templateSource } from '../../core/template-source.ts'
import { oneOf, parseArguments, type RunCommand, required, single, wholeNumber } from '../command.ts'
import { readBytesOf, readTemplates, writeOut } from '../files.ts'
import { packageOptions } from '../packages.ts'
import { formRefused, printReport } from '../reports.ts'
import { type ExitCode, Misuse, type Terminal } from '../terminal.ts'
import { runInStore } from './template-store.ts'

const file = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`)

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
  // Beside the result, and in its place where that is printed.
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

/** A template in another form. What others do not understand is in the file all the same, so nothing is lost: 0. */
async function exportTemplate(
  id: string,
  asked: Asked & { format: string | undefined; version: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  const format = oneOf(required(asked.format, '--format', terminal), '--format', templateFormats, terminal)
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
  const source = await templateSource(await readBytesOf(path, terminal))
  if (source.kind === 'published') throw new Misuse(terminal.t('interchange.cli.published', { path }))
  const { read } = source
  if (!read.ok) throw formRefused(path, read.problems, terminal)
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
