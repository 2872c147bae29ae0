import { type Case, type CaseDetails, caseDetailsSchema } from '../../shared/case/case.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import type { Consent } from '../../shared/case/rows.ts'
import type { Marker } from '../../shared/note/marker.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import { readCase, updateCase } from './cases.ts'
import { type Db, transaction } from './db.ts'
import { addToLog } from './log.ts'
import { readNote, readNotesOf } from './read-notes.ts'
import { lastRecord, seal, writeRecord } from './records.ts'
import { refusal } from './refusal.ts'
import type { Stamp } from './stamp.ts'

/** What signing asks of whoever knows templates and rules. */
export interface SigningAdvice {
  /** The problems of the note among the others of its case. */
  check(note: StoredNote, of: Case, others: readonly StoredNote[]): readonly Marker[]
  /** The register of consents with the note's own put into it. */
  consents(note: StoredNote, of: Case): readonly Consent[]
}

function detailsOf({ id: _id, ...details }: Case): CaseDetails {
  return caseDetailsSchema.parse(details)
}

/**
 * Journalför a note as saved at `baseRevision`: checks it once more, puts its consents into the case's register,
 * takes the digest of its canonical form with the case as it then stands, chains it to the case's record before,
 * and locks it. All or nothing. NOT_FOUND, NOTE_SIGNED, CONFLICT, NOTE_HAS_ERRORS, DISK_FULL.
 */
export function signNote(
  db: Db,
  { id, baseRevision }: { id: NoteId; baseRevision: number },
  stamp: Stamp,
  advice: SigningAdvice,
): { note: StoredNote; caseChanged: boolean } {
  return transaction(db, () => {
    const note = readNote(db, id)
    if (note.status === 'journalford') throw refusal('NOTE_SIGNED', { id })
    if (note.revision !== baseRevision) throw refusal('CONFLICT', { current: note })
    const before = readCase(db, note.caseId)
    const others = readNotesOf(db, note.caseId).filter((other) => other.id !== id)
    const markers = advice.check(note, before, others).filter((marker) => marker.severity === 'error')
    if (markers.length > 0) throw refusal('NOTE_HAS_ERRORS', { markers })

    const consents = [...advice.consents(note, before)]
    const after = { ...before, consents }
    const caseChanged = JSON.stringify(consents) !== JSON.stringify(before.consents)
    if (caseChanged) updateCase(db, after, stamp)

    const last = lastRecord(db, note.caseId)
    const { signature, canonical } = seal(note, {
      by: stamp.by,
      at: stamp.at,
      sequence: (last?.sequence ?? 0) + 1,
      previous: last?.digest ?? null,
      case: detailsOf(after),
    })
    writeRecord(db, note.caseId, note, signature, canonical)
    addToLog(db, stamp, 'note-signed', { caseId: note.caseId, noteId: id })
    return { note: { ...note, status: 'journalford', signature }, caseChanged }
  })
}
