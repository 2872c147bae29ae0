import { existsSync } from 'node:fs'
import { parseDate, swedishDate } from '../../../shared/case/dates.ts'
import { fileProblems } from '../../../shared/template/load.ts'
import type { Template } from '../../../shared/template/template.ts'
import { readPack } from '../../../shared/training/load.ts'
import type { Pack } from '../../../shared/training/pack.ts'
import { audiences, handoutFormats } from '../../../shared/training/printed.ts'
import { shippedPacks } from '../../core/training/pack-files.ts'
import { refuseFolder, refuseFormat } from '../../policy/obey.ts'
import { oneOf, parseArguments, type RunCommand, required, single } from '../command.ts'
import { readTemplates, readText, templatesDir, writeOut } from '../files.ts'
import { Misuse, type Terminal } from '../terminal.ts'

/** A pack that ships, by its id, or one in a file. */
async function packOf(named: string, templates: readonly Template[], terminal: Terminal): Promise<Pack> {
  const shipped = shippedPacks(templatesDir, templates).all
  const found = shipped.find(({ id }) => id === named)
  if (found !== undefined) return found
  if (named !== '-' && !existsSync(named)) {
    const known = shipped.map(({ id }) => id).join(', ')
    throw new Misuse(terminal.t('cli.handout.unknown', { pack: named, known }))
  }
  const read = readPack({ ok: true, value: await readText(named, terminal) }, templates)
  if (read.ok) return read.pack
  const problems = fileProblems(named, read.causes, terminal.language)
  throw new Misuse(problems.map(({ message }) => message).join('\n'))
}

export const run: RunCommand = async (args, terminal) => {
  const { t } = terminal
  const { values, positionals } = parseArguments(
    args,
    {
      format: { type: 'string', default: 'pdf' },
      out: { type: 'string' },
      for: { type: 'string', default: 'learners' },
      date: { type: 'string' },
      language: { type: 'string', default: 'sv' },
    },
    terminal,
  )
  const named = single(positionals, t('cli.what.pack'), terminal)
  const out = required(values.out, '--out', terminal)
  const format = oneOf(values.format, '--format', handoutFormats, terminal)
  const audience = oneOf(values.for, '--for', audiences, terminal)
  const chosen = oneOf(values.language, '--language', ['sv', 'en'], terminal)
  const today = values.date === undefined ? swedishDate(new Date()) : parseDate(values.date)
  if (today === undefined) throw new Misuse(t('cli.misuse.optionValue', { option: '--date' }))
  const { policies } = terminal.policies
  refuseFormat(policies, format)
  refuseFolder(policies, out === '-' ? undefined : out)
  const templates = readTemplates(terminal).all
  const pack = await packOf(named, templates, terminal)
  // Loaded late, because the PDF and Word writers are slow to load.
  const { exportHandout } = await import('../../export/index.ts')
  const language = policies.language ?? chosen
  const { bytes } = await exportHandout(pack, { templates, today, language, audience, format })
  await writeOut(out, bytes, terminal)
  if (out !== '-') terminal.say(t('cli.export.done', { path: out }))
  return 0
}
