import { swedishDate } from '../../../shared/case/dates.ts'
import { audiences, handoutFormats } from '../../../shared/training/printed.ts'
import { refuseFolder, refuseFormat } from '../../policy/obey.ts'
import { oneOf, parseArguments, type RunCommand, required, single } from '../command.ts'
import { readTemplates, writeOut } from '../files.ts'
import { dayAsked, packAsked } from '../packs.ts'

export const run: RunCommand = async (args, terminal) => {
  const { t } = terminal
  const { values, positionals } = parseArguments(
    args,
    {
      format: { type: 'string', default: 'pdf' },
      out: { type: 'string' },
      for: { type: 'string', default: 'learners' },
      day: { type: 'string' },
      language: { type: 'string', default: 'sv' },
    },
    terminal,
  )
  const asked = single(positionals, t('cli.what.pack'), terminal)
  const out = required(values.out, '--out', terminal)
  const format = oneOf(values.format, '--format', handoutFormats, terminal)
  const audience = oneOf(values.for, '--for', audiences, terminal)
  const chosen = oneOf(values.language, '--language', ['sv', 'en'], terminal)
  const today = values.day === undefined ? swedishDate(new Date()) : dayAsked(values.day, terminal)
  const { policies } = terminal.policies
  refuseFormat(policies, format)
  refuseFolder(policies, out === '-' ? undefined : out)
  const templates = readTemplates(terminal).all
  const pack = await packAsked(asked, templates, terminal)
  // Loaded late, because the PDF and Word writers are slow to load.
  const { exportHandout } = await import('../../export/index.ts')
  const language = policies.language ?? chosen
  const { bytes } = await exportHandout(pack, { templates, today, language, audience, format })
  await writeOut(out, bytes, terminal)
  if (out !== '-') terminal.say(t('cli.export.done', { path: out }))
  return 0
}
