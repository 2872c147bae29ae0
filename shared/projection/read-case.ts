import type { NoteId } from '../case/ids.ts'
import { aroundNote, asSigned, type NoteContext, type NoteWithTemplate } from '../note/context.ts'
import type { Marker } from '../note/marker.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import { analyse, checkCase } from '../rules/index.ts'

/** A case with all its notes, each read once. */
export interface ReadCase {
  /** `others` holds every note of the case that counts. */
  readonly context: NoteContext
  /** Those that count. */
  readonly notes: readonly ReadNote[]
  /** The problems of the case as a whole. */
  readonly markers: readonly Marker[]
  /** The problems of each draft; what is signed stands, and is not checked any more. */
  readonly drafts: readonly { readonly note: NoteId; readonly markers: readonly Marker[] }[]
}

/** Reads and checks a case. `context.others` holds every note of the case that counts. */
export function readWholeCase(context: NoteContext): ReadCase {
  const drafts: { note: NoteId; markers: readonly Marker[] }[] = []
  const read = (subject: NoteWithTemplate): ReadNote => {
    const { note } = subject
    const around = { ...context, ...aroundNote(context, note.id) }
    if (note.status === 'journalford') return readNote(subject, asSigned(note, around))
    const analysis = analyse(subject, around)
    drafts.push({ note: note.id, markers: analysis.markers })
    return analysis
  }
  const notes = context.others.map(read)
  // A rättelse that is being written counts for nothing yet, but what is wrong in it is to be seen.
  for (const subject of context.uncounted ?? []) if (subject.note.status === 'utkast') read(subject)
  return { context, notes, markers: checkCase(context), drafts }
}
