import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { writeAnnulment } from '../../../main/store/annulments.ts'
import type { Db } from '../../../main/store/db.ts'
import { readLog } from '../../../main/store/log.ts'
import { closeDatabase, openDatabase } from '../../../main/store/open.ts'
import { addReviewEvent } from '../../../main/store/review.ts'
import { verifyArchive, verifyArchiveAside } from '../../../main/store/verify.ts'
import { saveNote } from '../../../main/store/write-notes.ts'
import { reviewEventSchema } from '../../../shared/note/review.ts'
import { caseId, draftId, signedId, stamp, withNotes } from './support.ts'

/** Somebody with the key and no respect: triggers dropped, then the change. */
function tamper(db: Db, sql: string): void {
  const triggers: unknown[] = db.raw
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
    .pluck()
    .all()
  for (const name of triggers) db.raw.exec(`DROP TRIGGER ${String(name)}`)
  db.raw.pragma('foreign_keys = OFF')
  db.raw.exec(sql)
}

describe('verify', () => {
  test('finds nothing in an archive that holds', () => {
    const { db } = withNotes()
    saveNote(db, { id: draftId, baseRevision: 1, answers: { motivering: 'ny' } }, stamp)
    expect(verifyArchive(db)).toEqual([])
  })

  test.each<[string, string, string[]]>([
    [
      'a signed answer changed',
      `UPDATE notes SET answers = '{}' WHERE id = '${signedId}'`,
      ['note-differs', 'revisions'],
    ],
    ['a signed note turned into a draft', `UPDATE notes SET status = 'utkast'`, ['note-differs']],
    ['a record’s text changed', `UPDATE records SET canonical = '{}'`, ['digest', 'note-differs', 'seal']],
    [
      'a record’s digest changed',
      `UPDATE records SET digest = '${'0'.repeat(64)}'`,
      ['digest', 'record-lost', 'record-unlogged'],
    ],
    ['a record moved in its chain', 'UPDATE records SET sequence = 2', ['chain']],
    ['a record taken away', 'DELETE FROM records', ['record-lost', 'record-missing']],
    ['a revision taken away', `DELETE FROM revisions WHERE note_id = '${draftId}'`, ['revisions']],
    [
      'a draft changed past its revisions',
      `UPDATE notes SET answers = '{}' WHERE id = '${draftId}'`,
      ['revisions'],
    ],
    [
      'a seal changed',
      `UPDATE records SET signature = json_replace(signature, '$.seal.value', '${'0'.repeat(128)}')`,
      ['seal'],
    ],
    ['a key that nobody has signed with', `UPDATE signing_keys SET public_key = 'x'`, ['signing-key']],
    ['a key of somebody else', `UPDATE signing_keys SET holder = 'Eva Ek'`, ['signing-key']],
    ['a row of the log taken away', 'DELETE FROM log WHERE seq = 2', ['log']],
    ['the last rows of the log taken away', 'DELETE FROM log WHERE seq > 3', ['log', 'record-unlogged']],
    ['a row of the log changed', `UPDATE log SET at = '2026-03-04T09:00:00.000Z' WHERE seq = 3`, ['log']],
    ['a row of the log, given to somebody else', `UPDATE log SET by = replace(by, 'Anna', 'Eva')`, ['log']],
    [
      'a signed note taken out with all that belongs to it',
      `DELETE FROM comment_entries; DELETE FROM comment_threads; DELETE FROM records; DELETE FROM revisions WHERE note_id = '${signedId}'; DELETE FROM notes WHERE id = '${signedId}'`,
      ['record-lost'],
    ],
    [
      'a whole case taken out',
      'DELETE FROM comment_entries; DELETE FROM comment_threads; DELETE FROM records; DELETE FROM revisions; DELETE FROM notes; DELETE FROM cases',
      ['record-lost'],
    ],
    ['a case taken away', 'DELETE FROM cases', ['foreign-key', 'foreign-key', 'foreign-key']],
  ])('finds %s', (_what, sql, kinds) => {
    const { db } = withNotes()
    tamper(db, sql)
    expect(
      verifyArchive(db)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(kinds)
  })

  test('names the note', () => {
    const { db } = withNotes()
    tamper(db, `UPDATE notes SET answers = '{}' WHERE id = '${signedId}'`)
    expect(verifyArchive(db)[0]).toEqual({ kind: 'note-differs', note: signedId, params: { id: signedId } })
  })

  test('says where the log first breaks', () => {
    const { db } = withNotes()
    tamper(db, `UPDATE log SET case_id = 'x' WHERE seq IN (3, 5)`)
    expect(verifyArchive(db)).toEqual([{ kind: 'log', params: { entry: 3 } }])
  })

  test('says the same after the archive was closed and opened', () => {
    const { db, path, key } = withNotes()
    closeDatabase(db)
    const again = openDatabase(path, key)
    expect(verifyArchive(again)).toEqual([])
    closeDatabase(again)
  })
})

/** The archive of notes, its signed one annulled and its draft handed in and sent back. */
function withDecisions(): Db {
  const { db } = withNotes()
  const annulment = { ...stamp, reason: 'Skriven i fel ärende.' }
  writeAnnulment(db, { id: signedId, caseId }, annulment, { stamp, action: 'note-annulled' })
  const event = { ...stamp, noteId: draftId, revision: 1 }
  const verdicts = { template: { id: 'specialistens-granskning', version: 1 }, answers: { behov: 'ja' } }
  for (const sent of [
    { id: randomUUID(), verb: 'lamna-in', seq: 1 },
    { id: randomUUID(), verb: 'aterlamna', seq: 2, reason: 'Skäl saknas.', verdicts },
  ])
    addReviewEvent(db, { caseId }, reviewEventSchema.parse({ ...event, ...sent }))
  return db
}

describe('what was decided of a note beside its record @security-signed', () => {
  test('holds as the log has it', () => {
    expect(verifyArchive(withDecisions())).toEqual([])
  })

  test.each<[string, string, 'annulment' | 'review']>([
    ['the reason of an annulment, changed', `UPDATE annulments SET reason = 'Annan.'`, 'annulment'],
    ['who annulled', `UPDATE annulments SET by = replace(by, 'Anna', 'Eva')`, 'annulment'],
    ['an annulment taken out', 'DELETE FROM annulments', 'annulment'],
    [
      'an annulment that nobody made',
      `INSERT INTO annulments SELECT '${draftId}', at, by, reason FROM annulments`,
      'annulment',
    ],
    [
      'a verdict, changed',
      `UPDATE review_events SET verdicts = replace(verdicts, '"ja"', '"nej"') WHERE seq = 2`,
      'review',
    ],
    ['the reason of a return, changed', `UPDATE review_events SET reason = 'Annat.' WHERE seq = 2`, 'review'],
    ['what was decided, changed', `UPDATE review_events SET verb = 'godkann' WHERE seq = 2`, 'review'],
    ['a return taken out', 'DELETE FROM review_events WHERE seq = 2', 'review'],
  ])('%s is found', (_what, sql, kind) => {
    const db = withDecisions()
    tamper(db, sql)
    const id = kind === 'review' || sql.includes(draftId) ? draftId : signedId
    expect(verifyArchive(db)).toEqual([{ kind, note: id, params: { id } }])
  })
})

describe('a signed note', () => {
  test.each<[string, string, string[]]>([
    [
      'in another case than its record',
      `INSERT INTO cases SELECT 'x', 'x', details, created_at, updated_at, 1 FROM cases; UPDATE notes SET case_id = 'x' WHERE id = '${signedId}'`,
      ['note-differs'],
    ],
    [
      'with a text that has no canonical form',
      `UPDATE notes SET answers = '{"motivering":"\\ud800"}' WHERE id = '${signedId}'`,
      ['note-differs', 'revisions'],
    ],
    [
      'with a seal of another time',
      `UPDATE records SET signature = json_replace(signature, '$.seal.time', '2026-03-04T12:00:00.000+01:00')`,
      ['note-differs', 'seal'],
    ],
    [
      'that is gone while its record stays',
      `DELETE FROM notes WHERE id = '${signedId}'`,
      ['foreign-key', 'foreign-key', 'foreign-key', 'note-differs'],
    ],
  ])('%s is found @security-signed', async (_what, sql, kinds) => {
    const { db } = withNotes()
    tamper(db, sql)
    const found = verifyArchive(db)
    expect(found.map(({ kind }) => kind).toSorted()).toEqual(kinds)
    expect(await verifyArchiveAside(db)).toEqual(found)
  })

  test('with a seal of somebody else is found on other threads as well @security-signed', async () => {
    const { db } = withNotes()
    expect(await verifyArchiveAside(db)).toEqual([])
    tamper(db, `UPDATE records SET signature = json_replace(signature, '$.seal.value', '${'0'.repeat(128)}')`)
    expect(await verifyArchiveAside(db)).toEqual(verifyArchive(db))
    expect(verifyArchive(db).map(({ kind }) => kind)).toEqual(['seal'])
  })
})

test('the log says who did what, in order', () => {
  const { db } = withNotes()
  expect(readLog(db).map(({ seq, action, by, noteId }) => [seq, action, by.name, noteId])).toEqual([
    [1, 'archive-created', 'Anna Ek', null],
    [2, 'case-created', 'Anna Ek', null],
    [3, 'note-created', 'Anna Ek', draftId],
    [4, 'note-created', 'Anna Ek', signedId],
    [5, 'signing-key-made', 'Anna Ek', null],
    [6, 'note-signed', 'Anna Ek', signedId],
  ])
})
