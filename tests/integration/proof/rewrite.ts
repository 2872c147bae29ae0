import type { Db } from '../../../main/store/db.ts'
import { entryDigest, readLog } from '../../../main/store/log.ts'
import { readStoredNote } from '../../../main/store/read-notes.ts'
import { seal } from '../../../main/store/records.ts'
import { signerOf } from '../../../main/store/signing-keys.ts'
import { timestampSchema } from '../../../shared/case/dates.ts'
import type { NoteId } from '../../../shared/case/ids.ts'

/** Whoever has the archive's key can take every trigger away. */
export function dropTriggers(db: Db): void {
  const names: unknown[] = db.raw
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE '%derived' AND name NOT LIKE '%leaves_the_index'`,
    )
    .pluck()
    .all()
  for (const name of names) db.raw.exec(`DROP TRIGGER ${String(name)}`)
  db.raw.pragma('foreign_keys = OFF')
}

/** Every entry of the log numbered and digested anew, so that it holds together. */
function chainAnew(db: Db): void {
  let previous: ReturnType<typeof entryDigest> | null = null
  let seq = 0
  for (const entry of readLog(db)) {
    seq += 1
    const digest = entryDigest({ ...entry, seq, previous })
    db.raw
      .prepare('UPDATE log SET seq = ?, previous = ?, digest = ? WHERE seq = ?')
      .run(seq, previous, digest, entry.seq)
    previous = digest
  }
  db.raw.prepare(`UPDATE sqlite_sequence SET seq = ? WHERE name = 'log'`).run(seq)
}

/** Another day of signing, a new seal and digest, and every entry of the log digested anew. */
export function rewriteAll(db: Db, id: NoteId): void {
  dropTriggers(db)
  const note = readStoredNote(db, id)
  if (note.status !== 'journalford') throw new Error('The note is not signed.')
  const { digest: before, seal: _seal, ...unsealed } = note.signature
  const at = timestampSchema.parse('2026-02-20T10:00:00.000Z')
  const { signature, canonical } = seal(note, { ...unsealed, at }, signerOf(db, unsealed))
  db.raw
    .prepare('UPDATE records SET digest = ?, canonical = ?, signature = ? WHERE note_id = ?')
    .run(signature.digest, canonical, JSON.stringify(signature), id)
  db.raw.prepare('UPDATE log SET about = ?, at = ? WHERE about = ?').run(signature.digest, at, before)
  chainAnew(db)
}

/** A signed note taken out with all that belongs to it; with `traces`, the log's entries of it as well. */
export function takeOut(db: Db, id: NoteId, { traces }: { traces: boolean }): void {
  dropTriggers(db)
  for (const table of ['records', 'revisions'])
    db.raw.prepare(`DELETE FROM ${table} WHERE note_id = ?`).run(id)
  db.raw.prepare('DELETE FROM notes WHERE id = ?').run(id)
  if (!traces) return
  db.raw.prepare('DELETE FROM log WHERE note_id = ?').run(id)
  chainAnew(db)
}
