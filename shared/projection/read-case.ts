import type { NoteId } from '../case/ids.ts'
import { asSigned, type NoteContext } from '../note/context.ts'
import type { Marker } from '../note/marker.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import { analyse, checkCase } from '../rules/index.ts'

/** A case with all its notes, each read once. */
export interface ReadCase {
  /** `others` holds every note of the case. */
  readonly context: NoteContext
  readonly notes: readonly ReadNote[]
  /** The problems of the case as a whole. */
  readonly markers: readonly Marker[]
  /** The problems of each draft; what is signed stands, and is not checked any more. */
  readonly drafts: readonly { readonly note: NoteId; readonly markers: readonly Marker[] }[]
}

/** Reads and checks a case. `context.others` holds every note of the case. */
export function readWholeCase(context: NoteContext): ReadCase {
  const drafts: { note: NoteId; markers: readonly Marker[] }[] = []
  const notes = context.others.map((subject): ReadNote => {
    const { note } = subject
    const others = context.others.filter((other) => other !== subject)
    if (note.status === 'journalford') return readNote(subject, asSigned(note, { ...context, others }))
    const analysis = analyse(subject, { ...context, others })
    drafts.push({ note: note.id, markers: analysis.markers })
    return analysis
  })
  return { context, notes, markers: checkCase(context), drafts }
}
