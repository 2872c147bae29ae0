import type { IsoDate } from '../../shared/case/dates.ts'
import type { Thread } from '../../shared/comments/thread.ts'
import { renderText } from '../../shared/journal/text.ts'
import { fileText, withOwnDigest } from '../../shared/note/own-digest.ts'
import type { ReadNote } from '../../shared/note/read-note.ts'
import type { Language } from '../../shared/text/index.ts'
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

/** How pages that carry the note were made: with the same program they can be made again, and compared. */
export interface PagesMade {
  language: Language
  today: IsoDate
  program: string
  /** Whether the pages show nothing of the case's other notes, which are not in the file. */
  alone: boolean
}

/** What a file can hold beside the note: how pages that carry it were made, and the comments on it. */
interface Besides {
  shown?: PagesMade | undefined
  comments?: readonly Thread[] | undefined
}

/** The note itself as JSON, every answer as stored (hidden ones too), with the case it is printed under and its own digest. */
export function noteJson({ note, context }: ReadNote, { shown, comments }: Besides = {}): Uint8Array {
  const { id: _, ...details } = context.case
  const data = {
    format: NOTE_FORMAT,
    version: NOTE_VERSION,
    case: ordered(note.status === 'journalford' ? note.signature.case : details),
    note: ordered(note),
    ...(shown === undefined ? {} : { shown }),
    ...(comments === undefined ? {} : { comments: ordered(comments) }),
  }
  return utf8(fileText(withOwnDigest(data)))
}
