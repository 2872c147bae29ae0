import { type IsoDate, localDate } from '../../../shared/case/dates.ts'
import type { Templates } from '../../core/templates.ts'
import { checkBundle, type Problem } from '../check-bundle.ts'
import { parse, type Run } from '../command.ts'
import { readBundle } from '../files.ts'
import { readTemplates } from '../program.ts'
import { type ExitCode, Misuse, type Terminal } from '../terminal.ts'

interface Checked {
  readonly file: string
  readonly problems: readonly Problem[]
  /** Where the file could not be read as a case bundle: why, in words. */
  readonly refused?: string
}

async function checkFile(
  file: string,
  context: { templates: Templates; today: IsoDate },
  terminal: Terminal,
): Promise<Checked> {
  try {
    const bundle = await readBundle(file, terminal)
    return { file, problems: checkBundle(bundle, { ...context, language: terminal.language }) }
  } catch (error) {
    if (!(error instanceof Misuse)) throw error
    return { file, problems: [], refused: error.message }
  }
}

const count = (problems: readonly Problem[], severity: Problem['severity']) =>
  problems.filter((problem) => problem.severity === severity).length

function line({ rule, severity, note, field, row, column, message }: Problem): string {
  const place = [field, row, column].filter((part) => part !== undefined).join('.')
  return [rule.padEnd(4), severity.padEnd(7), note ?? '-', place || '-', message].join('  ')
}

function print(checked: readonly Checked[], { print, say, t }: Terminal): void {
  for (const { file, problems, refused } of checked) {
    if (refused !== undefined) say(`klarlagt: ${refused}`)
    else if (problems.length === 0) say(t('cli.check.fine', { path: file }))
    for (const problem of problems) print(checked.length > 1 ? `${file}: ${line(problem)}` : line(problem))
  }
  const all = checked.flatMap(({ problems }) => problems)
  if (all.length === 0) return
  const sums = {
    errors: count(all, 'error'),
    warnings: count(all, 'warning'),
    infos: count(all, 'info'),
  }
  say(t('cli.check.sum', sums))
}

function exitCode(checked: readonly Checked[]): ExitCode {
  if (checked.some(({ refused }) => refused !== undefined)) return 2
  return checked.some(({ problems }) => problems.some(({ severity }) => severity !== 'info')) ? 1 : 0
}

export const run: Run = async (args, terminal) => {
  const { values, positionals } = parse(args, { json: { type: 'boolean' } }, terminal)
  if (positionals.length === 0)
    throw new Misuse(terminal.t('cli.misuse.argument-missing', { what: terminal.t('cli.what.file') }))
  const context = { templates: readTemplates(terminal), today: localDate(new Date()) }
  const checked: Checked[] = []
  for (const file of positionals) checked.push(await checkFile(file, context, terminal))
  if (values.json) terminal.print(JSON.stringify({ files: checked }, undefined, 2))
  else print(checked, terminal)
  return exitCode(checked)
}
