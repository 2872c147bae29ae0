import { swedishDate } from '../../../shared/case/dates.ts'
import { exportFormats } from '../../../shared/journal/entry.ts'
import type { Bundle } from '../../../shared/note/bundle.ts'
import { aroundCase, aroundNote } from '../../../shared/note/context.ts'
import type { Note } from '../../../shared/note/note.ts'
import type { Templates } from '../../core/templates.ts'
import { refuseFolder, refuseFormat } from '../../policy/obey.ts'
import { oneOf, parseArguments, type RunCommand, required, single } from '../command.ts'
import { readBundle, readTemplates, writeOut } from '../files.ts'
import { Misuse, type Terminal } from '../terminal.ts'

function chosenNote({ notes }: Bundle, path: string, id: string | undefined, { t }: Terminal): Note {
  const known = notes.map((note) => note.id).join(', ')
  if (notes[0] === undefined) throw new Misuse(t('cli.note.none', { path }))
  if (id === undefined) {
    if (notes.length > 1) throw new Misuse(t('cli.note.choose', { path, count: notes.length, known }))
    return notes[0]
  }
  const found = notes.find((note) => note.id === id)
  if (found === undefined) throw new Misuse(t('cli.note.unknown', { id, path, known }))
  return found
}

function templateOf({ id, template }: Note, templates: Templates, { t }: Terminal) {
  const found = templates.find(template)
  if (found === undefined)
    throw new Misuse(t('cli.note.templateUnknown', { id, template: template.id, version: template.version }))
  return found
}

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      note: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      language: { type: 'string', default: 'sv' },
    },
    terminal,
  )
  const file = single(positionals, terminal.t('cli.what.file'), terminal)
  const format = oneOf(required(values.format, '--format', terminal), '--format', exportFormats, terminal)
  const out = required(values.out, '--out', terminal)
  const language = oneOf(values.language, '--language', ['sv', 'en'], terminal)
  const { policies } = terminal.policies
  refuseFormat(policies, format)
  refuseFolder(policies, out === '-' ? undefined : out)
  const bundle = await readBundle(file, terminal)
  const templates = readTemplates(terminal)
  const note = chosenNote(bundle, file, values.note, terminal)
  // Loaded late, because the PDF and Word writers are slow to load.
  const { exportNote } = await import('../../export/index.ts')
  const { bytes } = await exportNote(
    { note, template: templateOf(note, templates, terminal) },
    {
      case: bundle.case,
      ...aroundNote(aroundCase(bundle.notes, templates.all), note.id),
      language: policies.language ?? language,
      today: swedishDate(new Date()),
    },
    format,
  )
  await writeOut(out, bytes, terminal)
  if (out !== '-') terminal.say(terminal.t('cli.export.done', { path: out }))
  return 0
}
