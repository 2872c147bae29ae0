import type { ExportFormat } from '../../../shared/api/notes.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { exportFormats } from '../../../shared/journal/entry.ts'
import type { Bundle } from '../../../shared/note/bundle.ts'
import { aroundCase, aroundNote } from '../../../shared/note/context.ts'
import type { Note } from '../../../shared/note/note.ts'
import type { Language } from '../../../shared/text/index.ts'
import type { Templates } from '../../core/templates.ts'
import { refuseFolder, refuseFormat } from '../../policy/obey.ts'
import { none, oneOf, parseArguments, type RunCommand, required, single } from '../command.ts'
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

/** A note of a case bundle, which carries no comments. */
async function exportFromFile(
  file: string,
  id: string | undefined,
  { format, language }: Pick<StoredExport, 'format' | 'language'>,
  terminal: Terminal,
): Promise<Uint8Array> {
  const bundle = await readBundle(file, terminal)
  const templates = readTemplates(terminal)
  const note = chosenNote(bundle, file, id, terminal)
  // Loaded late, because the PDF and Word writers are slow to load.
  const { exportNote } = await import('../../export/index.ts')
  const { bytes } = await exportNote(
    { note, template: templateOf(note, templates, terminal) },
    {
      case: bundle.case,
      ...aroundNote(aroundCase(bundle.notes, templates.all), note.id),
      language: terminal.policies.policies.language ?? language,
      today: swedishDate(new Date()),
    },
    format,
  )
  return bytes
}

/** A note of an archive, with what has been said about it where that is asked for. */
async function exportStored(
  { path, note, format, language, comments }: StoredExport,
  terminal: Terminal,
): Promise<Uint8Array> {
  // Loaded late, because a bundle's note needs no database.
  const { withArchive } = await import('../archive.ts')
  return withArchive(path, terminal, async ({ client }) => {
    const id = noteIdSchema.safeParse(note).data
    if (id === undefined) throw new Misuse(terminal.t('cli.note.noId', { id: note }))
    const { base64 } = await client.notes.export({ id, format, language, comments })
    return Buffer.from(base64, 'base64')
  })
}

interface StoredExport {
  path: string
  note: string
  format: ExportFormat
  language: Language
  comments: boolean
}

export const run: RunCommand = async (args, terminal) => {
  const { values, positionals } = parseArguments(
    args,
    {
      note: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
      language: { type: 'string', default: 'sv' },
      store: { type: 'string' },
      comments: { type: 'boolean', default: false },
    },
    terminal,
  )
  const format = oneOf(required(values.format, '--format', terminal), '--format', exportFormats, terminal)
  const out = required(values.out, '--out', terminal)
  const language = oneOf(values.language, '--language', ['sv', 'en'], terminal)
  const { policies } = terminal.policies
  refuseFormat(policies, format)
  refuseFolder(policies, out === '-' ? undefined : out)
  const { store, comments } = values
  if (comments && store === undefined) throw new Misuse(terminal.t('cli.export.commentsNeedStore'))
  const bytes =
    store === undefined
      ? await exportFromFile(
          single(positionals, terminal.t('cli.what.file'), terminal),
          values.note,
          { format, language },
          terminal,
        )
      : await exportStored(
          { path: store, note: required(values.note, '--note', terminal), format, language, comments },
          terminal,
        )
  if (store !== undefined) none(positionals, terminal)
  await writeOut(out, bytes, terminal)
  if (out !== '-') terminal.say(terminal.t('cli.export.done', { path: out }))
  return 0
}
