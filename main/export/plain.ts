import { renderText } from '../../shared/journal/text.ts'
import type { ReadNote } from '../../shared/note/read-note.ts'
import { type Format, utf8 } from './format.ts'

/** Plain text of 80 columns, UTF-8. */
export const txt: Format = {
  mimeType: 'text/plain; charset=utf-8',
  render: ({ entry }) => utf8(renderText(entry)),
}

export const NOTE_FORMAT = 'klarlagt/anteckning'
export const NOTE_VERSION = 1

/** Members in the order of their names all the way down, so that the same note gives the same bytes. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, ordered(member)]),
  )
}

/** The note itself as JSON, every answer as stored (hidden ones too), with the case it is printed under. */
export function noteJson({ note, context }: ReadNote): Uint8Array {
  const { id: _, ...details } = context.case
  const data = {
    format: NOTE_FORMAT,
    version: NOTE_VERSION,
    case: ordered(note.status === 'journalford' ? note.signature.case : details),
    note: ordered(note),
  }
  return utf8(`${JSON.stringify(data, null, 2)}\n`)
}
