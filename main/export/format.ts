import type { JournalEntry } from '../../shared/journal/entry.ts'
import type { ReadNote } from '../../shared/note/read-note.ts'

/** What every format can be made from: the note with its surroundings, and its entry, ready to print. */
export interface ExportSource {
  read: ReadNote
  entry: JournalEntry
}

/** One export format: one file that makes one of these, registered in index.ts. */
export interface Format {
  mimeType: string
  render(source: ExportSource): Uint8Array | Promise<Uint8Array>
}

const encoder = new TextEncoder()

/** A text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}
