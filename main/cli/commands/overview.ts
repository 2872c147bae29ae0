import { swedishDate } from '../../../shared/case/dates.ts'
import { printFormats } from '../../../shared/journal/entry.ts'
import { aroundCase } from '../../../shared/note/context.ts'
import { editions } from '../../../shared/overview/edition.ts'
import { overviewOf } from '../../../shared/overview/overview.ts'
import { readWholeCase } from '../../../shared/projection/read-case.ts'
import { refuseFolder, refuseFormat } from '../../policy/obey.ts'
import { dayGiven, oneOf, parseArguments, type RunCommand, single } from '../command.ts'
import { readBundle, readTemplates, writeOut } from '../files.ts'

export const run: RunCommand = async (args, terminal) => {
  const { t } = terminal
  const { values, positionals } = parseArguments(
    args,
    {
      format: { type: 'string', default: 'txt' },
      out: { type: 'string', default: '-' },
      edition: { type: 'string', default: 'agency' },
      date: { type: 'string' },
      language: { type: 'string', default: 'sv' },
    },
    terminal,
  )
  const file = single(positionals, t('cli.what.file'), terminal)
  const format = oneOf(values.format, '--format', printFormats, terminal)
  const edition = oneOf(values.edition, '--edition', editions, terminal)
  const chosen = oneOf(values.language, '--language', ['sv', 'en'], terminal)
  const today = dayGiven(values.date, '--date', terminal) ?? swedishDate(new Date())
  const { language = chosen, rulesOff, ...policies } = terminal.policies.policies
  refuseFormat(policies, format)
  refuseFolder(policies, values.out === '-' ? undefined : values.out)
  const bundle = await readBundle(file, terminal)
  const templates = readTemplates(terminal)
  const around = aroundCase(bundle.notes, templates.all)
  const read = readWholeCase({ case: bundle.case, ...around, today, language, rulesOff })
  // Loaded late, because the PDF and Word writers are slow to load.
  const { exportOverview } = await import('../../export/index.ts')
  const { bytes } = await exportOverview(overviewOf(read, language), edition, format)
  await writeOut(values.out, bytes, terminal)
  if (values.out !== '-') terminal.say(t('cli.export.done', { path: values.out }))
  return 0
}
