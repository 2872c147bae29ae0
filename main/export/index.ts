import type { ExportFormat } from '../../shared/api/notes.ts'
import { fileNameOf } from '../../shared/case/file-name.ts'
import { toJournalEntry } from '../../shared/journal/to-entry.ts'
import type { NoteContext, NoteWithTemplate } from '../../shared/note/context.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { docx } from './docx/index.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { md } from './md.ts'
import { pdf } from './pdf/index.ts'
import { json, txt } from './plain.ts'

/** Every export format. */
const formats: Record<ExportFormat, Format> = { txt, md, html, pdf, docx, json }

export interface ExportedBytes {
  /** Kind of document, case number and status: no personal data. */
  fileName: string
  mimeType: string
  bytes: Uint8Array
}

/**
 * A note in a format. The same input gives the same bytes, but for Word, whose file carries its time. Whatever the
 * answers hold is printed as text, never as markup or formula; nothing is read but the fonts beside the program, and
 * nothing is sent anywhere.
 */
export async function exportNote(
  subject: NoteWithTemplate,
  context: NoteContext,
  format: ExportFormat,
): Promise<ExportedBytes> {
  const read = readNote(subject, context)
  const entry = toJournalEntry(read)
  const writer = formats[format]
  const bytes = await writer.render({ read, entry })
  const fileName = fileNameOf(
    { ...context.case, number: entry.header.caseNumber },
    { before: entry.kind, after: entry.draft ? 'utkast' : 'journalford', extension: format },
  )
  return { fileName, mimeType: writer.mimeType, bytes }
}
