import type { Annulment, StoredNote } from '../../shared/note/note.ts'
import { type Db, execute, query } from './db.ts'
import { decisionDigest } from './decisions.ts'
import { addToLog, type Stamp } from './log.ts'

/**
 * Writes that a signed note no longer counts, and logs that with the digest of who said so and why; the note stays as it was
 * signed. `stamp` is who writes it here, which for an imported one is another. Part of a transaction.
 */
export function writeAnnulment(
  db: Db,
  { id, caseId }: Pick<StoredNote, 'id' | 'caseId'>,
  { at, by, reason }: Annulment,
  { stamp, action }: { stamp: Stamp; action: 'note-annulled' | 'annulment-imported' },
): void {
  const row = { note_id: id, at, by: JSON.stringify(by), reason }
  execute(db, query.insertInto('annulments').values(row))
  addToLog(db, stamp, action, { caseId, noteId: id, digest: decisionDigest(row) })
}
