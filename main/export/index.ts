import type { ExportFormat } from '../../shared/api/notes.ts'
import { toJournalEntry } from '../../shared/journal/to-entry.ts'
import type { NoteContext, NoteWithTemplate } from '../../shared/note/context.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { docx } from './docx/index.ts'
import { fileNameOf } from './file-name.ts'
import type { Format } from './format.ts'
import { html } from './html.ts'
import { md } from './md.ts'
import { pdf } from './pdf/index.ts'
import { json, txt } from './plain.ts'

/** Every export format: one file, one line here. */
const formats: Record<ExportFormat, Format> = { txt, md, html, pdf, docx, json }

export interface ExportedBytes {
  /** Kind of document, case number and status: no personal data. */
  fileName: string
  mimeType: string
  bytes: Uint8Array
}

/**
 * A note in a format. The same input gives the same bytes, but for Word, whose file carries its time. Whatever the answers hold is printed as text,
 * never as markup or formula; nothing is read from or sent to anywhere but the fonts beside the program.
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
  return { fileName: fileNameOf(entry, format), mimeType: writer.mimeType, bytes }
}
