import type { BundleProblem } from '../../../shared/api/errors.ts'
import { type IsoDate, swedishDate } from '../../../shared/case/dates.ts'
import type { Severity } from '../../../shared/fields/place.ts'
import type { Bundle } from '../../../shared/note/bundle.ts'
import { aroundCase, aroundNote } from '../../../shared/note/context.ts'
import { type Marker, type MarkerReading, readingText } from '../../../shared/note/marker.ts'
import { checkCase, checkNote, turnedOff } from '../../../shared/rules/index.ts'
import { type Language, messageText } from '../../../shared/text/index.ts'
import { bundleFindings, idProblems } from '../../core/bundle-problems.ts'
import type { Templates } from '../../core/templates.ts'
import { dayGiven, parseArguments, type RunCommand } from '../command.ts'
import { readBundle, readTemplates } from '../files.ts'
import { type ExitCode, Misuse, type Terminal } from '../terminal.ts'

/** One problem in a bundle, as it is printed. */
interface Problem {
  /** Where in the file, where it concerns the file. */
  readonly path?: string
  /** `R1` …, the name of a field check, or `bundle` for a problem with the file itself. */
  readonly rule: string
  readonly severity: Severity
  readonly note?: string
  readonly field?: string
  readonly row?: string
  readonly column?: string
  readonly message: string
  /** What the rule read so, where it reads Swedish. */
  readonly reading?: MarkerReading
}

function problemOf({ rule, severity, where, message, reading }: Marker, language: Language): Problem {
  const { note, field, row, column } = where
  return {
    rule,
    severity,
    ...(note === undefined ? {} : { note }),
    ...(field === undefined ? {} : { field }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    message: messageText(language, message),
    ...(reading === undefined ? {} : { reading }),
  }
}

/** Problems with the file itself. What a note says is left to the checker. */
function fileProblems({ notes }: Bundle, templates: Templates, language: Language): Problem[] {
  const problem = ({ path, message }: BundleProblem, severity: Severity): Problem => {
    const note = notes[Number(/^notes\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN)]
    const at = note === undefined ? {} : { note: note.id }
    return { rule: 'bundle', severity, ...at, path, message: messageText(language, message) }
  }
  return [
    ...idProblems(notes, () => false).map((one) => problem(one, 'error')),
    ...bundleFindings(notes, templates)
      .filter(({ path }) => !/\.(answers\.|objections\[)/.test(path))
      .map((one) => problem(one, 'warning')),
  ]
}

interface CheckContext {
  readonly templates: Templates
  readonly today: IsoDate
  readonly language: Language
  readonly rulesOff: readonly string[] | undefined
  readonly silentAfterDays: number | undefined
}

/** Every problem in a case bundle as of a given day: in the file, in each note beside the others, and in the case. */
function checkBundle(bundle: Bundle, { templates, language, ...around }: CheckContext): Problem[] {
  const notes = aroundCase(bundle.notes, templates.all)
  const context = { case: bundle.case, language, ...around }
  // What a rättelse stands in place of, and what is annulled, is checked no more; a rättelse that is being written is.
  const unfinished = notes.uncounted?.filter(({ note }) => note.status === 'utkast') ?? []
  const markers = [
    ...[...notes.others, ...unfinished].flatMap((subject) =>
      checkNote(subject, { ...context, ...aroundNote(notes, subject.note.id) }),
    ),
    ...checkCase({ ...context, ...notes }),
  ]
  return [
    ...fileProblems(bundle, templates, language),
    ...markers.map((marker) => problemOf(marker, language)),
  ]
}

interface Checked {
  readonly file: string
  readonly problems: readonly Problem[]
  /** Why the file could not be read as a case bundle, if it could not. */
  readonly refused?: string
}

async function checkFile(
  file: string,
  context: Omit<CheckContext, 'language'>,
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

function line(
  { rule, severity, path, note, field, row, column, message, reading }: Problem,
  language: Language,
): string {
  const place = [path, field, row, column].filter((part) => part !== undefined).join('.')
  const quoted = reading === undefined ? [] : [readingText(language, reading)]
  return [rule.padEnd(4), severity.padEnd(7), note ?? '-', place || '-', message, ...quoted].join('  ')
}

function print(checked: readonly Checked[], { print, say, t, language }: Terminal): void {
  for (const { file, problems, refused } of checked) {
    if (refused !== undefined) say(`klarlagt: ${refused}`)
    else if (problems.length === 0) say(t('cli.check.fine', { path: file }))
    for (const problem of problems) {
      const text = line(problem, language)
      print(checked.length > 1 ? `${file}: ${text}` : text)
    }
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

export const run: RunCommand = async (args, terminal) => {
  const options = { json: { type: 'boolean' }, date: { type: 'string' } } as const
  const { values, positionals } = parseArguments(args, options, terminal)
  if (positionals.length === 0)
    throw new Misuse(terminal.t('cli.misuse.argumentMissing', { what: terminal.t('cli.what.file') }))
  const { rulesOff, silentAfterDays } = terminal.policies.policies
  const context = {
    templates: readTemplates(terminal),
    today: dayGiven(values.date, '--date', terminal) ?? swedishDate(new Date()),
    rulesOff,
    silentAfterDays,
  }
  const checked: Checked[] = []
  for (const file of positionals) checked.push(await checkFile(file, context, terminal))
  if (values.json) terminal.print(JSON.stringify({ files: checked, rulesOff }, undefined, 2))
  else print(checked, terminal)
  const { off, kept } = turnedOff(rulesOff)
  if (off.length > 0)
    terminal.say(terminal.t('policies.rulesOff.told', { count: off.length, rules: off.join(', ') }))
  if (kept.length > 0)
    terminal.say(terminal.t('policies.rulesOff.kept', { count: kept.length, rules: kept.join(', ') }))
  return exitCode(checked)
}
