import { dequal } from 'dequal/lite'
import manifest from '../../package.json' with { type: 'json' }
import type { ExportFormat } from '../../shared/api/notes.ts'
import { swedishDate } from '../../shared/case/dates.ts'
import { fileNameOf } from '../../shared/case/file-name.ts'
import type { Thread } from '../../shared/comments/thread.ts'
import { withComments } from '../../shared/journal/comments.ts'
import type { JournalEntry, PrintFormat } from '../../shared/journal/entry.ts'
import { toJournalEntry } from '../../shared/journal/to-entry.ts'
import type { NoteContext, NoteWithTemplate } from '../../shared/note/context.ts'
import { type ReadNote, readNote } from '../../shared/note/read-note.ts'
import type { Edition } from '../../shared/overview/edition.ts'
import { overviewEntry } from '../../shared/overview/entry.ts'
import type { Overview } from '../../shared/overview/overview.ts'
import { inLanguage } from '../../shared/text/index.ts'
import { handoutEntry } from '../../shared/training/handout.ts'
import type { Pack } from '../../shared/training/pack.ts'
import type { Audience, HandoutFormat } from '../../shared/training/printed.ts'
import type { CastReading } from '../../shared/training/read-cast.ts'
import { docx } from './docx/index.ts'
import { noteFhir } from './fhir.ts'
import type { ExportSource, Format } from './format.ts'
import { html } from './html.ts'
import { md } from './md.ts'
import { pdf } from './pdf/index.ts'
import { noteJson, type PagesMade, txt } from './plain.ts'

/** Every format that prints an entry. */
const formats: Record<PrintFormat, Format> = { txt, md, html, pdf, docx }

interface Written {
  mimeType: string
  extension: string
  bytes: Uint8Array
}

/** Formats that hand on what the note says, for programs rather than for readers. */
const dataFormats: Record<
  Exclude<ExportFormat, PrintFormat>,
  (read: ReadNote, comments: readonly Thread[] | undefined) => Written
> = {
  json: (read, comments) => ({
    mimeType: 'application/json',
    extension: 'json',
    bytes: noteJson(read, { comments }),
  }),
  fhir: (read, comments) => ({
    mimeType: 'application/fhir+json',
    extension: 'fhir.json',
    bytes: noteFhir(read, comments),
  }),
}

async function printed(read: ReadNote, entry: JournalEntry, format: PrintFormat): Promise<Written> {
  const attached = format === 'pdf' ? noteJson(read, { shown: shownIn(read, entry) }) : undefined
  const bytes = await formats[format].render({ ...sourceOf(read, entry), attached })
  return { mimeType: formats[format].mimeType, extension: format, bytes }
}

export interface ExportedBytes {
  /** Kind of document, case number and status: no personal data. */
  fileName: string
  mimeType: string
  bytes: Uint8Array
}

function sourceOf({ note, template, context }: ReadNote, entry: JournalEntry): ExportSource {
  return {
    entry,
    at: new Date(note.status === 'journalford' ? note.signature.at : note.updatedAt),
    author: note.author.name,
    subject: inLanguage(context.language, template.title),
  }
}

/** How the pages of an entry are made, and whether they can be made from the note alone. */
function shownIn({ note, template, context }: ReadNote, entry: JournalEntry): PagesMade {
  const alone = toJournalEntry(readNote({ note, template }, { ...context, others: [] }))
  const { language, today } = context
  return { language, today, program: manifest.version, alone: dequal(alone, entry) }
}

/**
 * A note in a format. The same input gives the same bytes, but for Word, whose file carries its time. Whatever the
 * answers hold is printed as text, never as markup or formula; nothing is read but the fonts beside the program, and
 * nothing is sent anywhere. Comments are no part of a note: they are in the file only where they are given.
 */
export async function exportNote(
  subject: NoteWithTemplate,
  context: NoteContext,
  format: ExportFormat,
  comments?: readonly Thread[],
): Promise<ExportedBytes> {
  const read = readNote(subject, context)
  const alone = toJournalEntry(read)
  const entry = comments === undefined ? alone : withComments(alone, read, comments)
  const { mimeType, extension, bytes } =
    format === 'json' || format === 'fhir'
      ? dataFormats[format](read, comments)
      : await printed(read, entry, format)
  const fileName = fileNameOf(
    { ...context.case, number: entry.header.caseNumber },
    { before: read.note.kind, after: entry.draft ? 'utkast' : 'journalford', extension },
  )
  return { fileName, mimeType, bytes }
}

/** An entry about something else than a note or a case in a format. `before` begins the file's name. */
export async function exportEntry(
  { entry, at, author, before }: { entry: JournalEntry; at: Date; author: string; before: string },
  format: PrintFormat,
): Promise<ExportedBytes> {
  const bytes = await formats[format].render({ entry, at, author, subject: entry.header.title })
  return { fileName: `${before}-${swedishDate(at)}.${format}`, mimeType: formats[format].mimeType, bytes }
}

/** The case on one page in a format, whole or for the employer. The same case on the same day gives the same bytes, as a note does. */
export async function exportOverview(
  overview: Overview,
  edition: Edition,
  format: PrintFormat,
): Promise<ExportedBytes> {
  const entry = overviewEntry(overview, edition)
  const { context } = overview.read
  const bytes = await formats[format].render({
    entry,
    at: new Date(overview.today),
    author: context.case.assignedTo,
    subject: entry.header.title,
  })
  const after = edition === 'employer' ? 'till-arbetsgivaren' : ''
  const fileName = fileNameOf(
    { ...context.case, number: entry.header.caseNumber },
    { before: 'arendeoversikt', after, extension: format },
  )
  return { fileName, mimeType: formats[format].mimeType, bytes }
}

/** A demo pack as a handout. The same pack on the same day gives the same bytes, as a note does. */
export async function exportHandout(
  pack: Pack,
  { format, ...asked }: CastReading & { readonly audience: Audience; readonly format: HandoutFormat },
): Promise<ExportedBytes> {
  const entry = handoutEntry(pack, asked)
  const { title, owner } = entry.header
  const bytes = await formats[format].render({
    entry,
    at: new Date(asked.today),
    author: owner,
    subject: title,
  })
  const whose = asked.audience === 'trainer' ? 'utbildare' : 'deltagare'
  return { fileName: `${pack.id}-${whose}.${format}`, mimeType: formats[format].mimeType, bytes }
}

/** A page of its own, of no case, as PDF. */
export function printEntry(entry: JournalEntry, made: { at: Date; author: string }): Promise<Uint8Array> {
  return Promise.resolve(pdf.render({ entry, ...made, subject: entry.header.title }))
}
