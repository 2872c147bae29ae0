import type { NoteId } from '../../shared/case/ids.ts'
import type { Annulment } from '../../shared/note/note.ts'
import { type Db, execute, query } from './db.ts'

/** Writes that a signed note no longer counts; the note stays as it was signed. Part of a transaction. */
export function writeAnnulment(db: Db, id: NoteId, { at, by, reason }: Annulment): void {
  execute(db, query.insertInto('annulments').values({ note_id: id, at, by: JSON.stringify(by), reason }))
}
