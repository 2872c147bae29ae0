import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Db, transaction } from '../../../main/store/db.ts'
import { readLog } from '../../../main/store/log.ts'
import { migrate, migrations } from '../../../main/store/migrations/index.ts'
import { readStoredNote, readSummaries } from '../../../main/store/read-notes.ts'
import { addReviewEvent, hasWritten, readQueue, readReviewEvents } from '../../../main/store/review.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { saveNote } from '../../../main/store/write-notes.ts'
import type { ReviewVerb } from '../../../shared/note/lifecycle.ts'
import { reviewEventIdSchema } from '../../../shared/note/review.ts'
import { type User, userSchema } from '../../../shared/user/user.ts'
import { anna } from '../core/support.ts'
import { caseId, draftId, rowsOf, signedId, stamp, thrownBy, withNotes } from './support.ts'

const maria: User = userSchema.parse({
  id: '0d8f3d0a-1c1f-4b52-8c53-6f0d4a7c9b11',
  name: 'Maria Lind',
  role: 'specialist',
})

function happens(db: Db, verb: ReviewVerb, by: User, more: { reason?: string; to?: User } = {}): void {
  const { revision } = readStoredNote(db, draftId)
  transaction(db, () =>
    addReviewEvent(
      db,
      { caseId },
      {
        id: reviewEventIdSchema.parse(randomUUID()),
        noteId: draftId,
        at: stamp.at,
        by,
        verb,
        revision,
        ...more,
      },
    ),
  )
}

const saved = (db: Db, text: string) => {
  const { revision } = readStoredNote(db, draftId)
  return saveNote(db, { id: draftId, baseRevision: revision, answers: { motivering: text } }, stamp)
}

test('an event is kept as it was, and says in the note and its summary how it stands', () => {
  const { db } = withNotes()
  expect(readStoredNote(db, draftId)).not.toHaveProperty('review')
  happens(db, 'lamna-in', anna, { to: maria })
  const standing = { state: 'inlamnad', at: stamp.at, by: anna, revision: 1, to: maria }
  expect(readStoredNote(db, draftId)).toMatchObject({ review: standing })
  expect(readSummaries(db, caseId).find(({ id }) => id === draftId)?.review).toEqual(standing)
  happens(db, 'aterlamna', maria, { reason: 'Underlaget saknas.' })
  expect(readReviewEvents(db, draftId).map(({ seq, verb, by }) => [seq, verb, by])).toEqual([
    [1, 'lamna-in', anna],
    [2, 'aterlamna', maria],
  ])
  happens(db, 'ta-tillbaka', anna)
  expect(readStoredNote(db, draftId)).not.toHaveProperty('review')
  expect(
    readLog(db)
      .slice(-3)
      .map(({ action, noteId }) => [action, noteId]),
  ).toEqual([
    ['review-submitted', draftId],
    ['review-returned', draftId],
    ['review-taken-back', draftId],
  ])
  expect(verifyArchive(db)).toEqual([])
})

describe('while a note is in review or locked', () => {
  test.each(['lamna-in', 'las'] as const)('after %s nothing is written in it', (verb) => {
    const { db } = withNotes()
    happens(db, verb, anna)
    expect(thrownBy(() => saved(db, 'Ändrad.'))).toMatchObject({ code: 'NOTE_FROZEN' })
    // A save that comes again after a lost reply is answered as the first time.
    expect(saved(db, draftId).changed).toBe(false)
  })

  const attempts = [
    `UPDATE notes SET answers = '{}' WHERE id = '${draftId}'`,
    `UPDATE notes SET template_version = 7 WHERE id = '${draftId}'`,
    `UPDATE notes SET objections = '[]' WHERE id = '${draftId}'`,
    `INSERT INTO revisions (note_id, revision, at, by, cause, sitting, template_id, template_version, content) VALUES ('${draftId}', 2, 'x', '{}', 'skriven', 1, 't', 1, x'00')`,
  ]
  test.each(attempts)('raw SQL does not either: %s', (sql) => {
    const { db } = withNotes()
    happens(db, 'lamna-in', anna)
    expect(() => db.raw.exec(sql)).toThrow(/in review/)
    happens(db, 'ta-tillbaka', anna)
    expect(() => db.raw.exec(sql)).not.toThrow()
  })
})

describe('events of a review', () => {
  const inserted = (values: string) =>
    `INSERT INTO review_events (id, note_id, seq, at, by, verb, revision) VALUES (${values})`
  const event = `'e', '${draftId}', 2, 'x', '{"id":"${maria.id}"}'`

  test.each([
    ['changed', `UPDATE review_events SET reason = 'x'`],
    ['deleted', 'DELETE FROM review_events'],
    ['replaced', `INSERT OR REPLACE INTO review_events SELECT * FROM review_events`],
    ['put before another', inserted(`'e', '${draftId}', 1, 'x', '{}', 'ta-tillbaka', 2`)],
    ['put in with a gap', inserted(`'e', '${draftId}', 4, 'x', '{}', 'ta-tillbaka', 2`)],
    ['about another revision than the note has', inserted(`${event}, 'ta-tillbaka', 1`)],
    ['about a signed note', inserted(`'e', '${signedId}', 1, 'x', '{}', 'lamna-in', 1`)],
    ['an approval by somebody who wrote', inserted(`${event}, 'godkann', 2`)],
  ])('are never %s', (_, sql) => {
    const { db } = withNotes()
    saveNote(db, { id: draftId, baseRevision: 1, answers: { motivering: 'x' } }, { ...stamp, by: maria })
    happens(db, 'lamna-in', anna)
    const before = rowsOf(db, 'review_events')
    expect(() => db.raw.exec(sql)).toThrow(/never|only added|as it stands|nobody|FOREIGN KEY/)
    expect(rowsOf(db, 'review_events')).toEqual(before)
  })

  test('are no approval where nothing was handed in', () => {
    const { db } = withNotes()
    expect(thrownBy(() => happens(db, 'godkann', maria))).toBeInstanceOf(Error)
    expect(readReviewEvents(db, draftId)).toEqual([])
  })

  test('keep a note from being signed until it is approved', () => {
    const { db } = withNotes()
    const sign = `UPDATE notes SET status = 'journalford' WHERE id = '${draftId}'`
    db.raw.exec(
      `INSERT INTO records SELECT '${draftId}', case_id, 2, digest, 'other', canonical, signature FROM records LIMIT 1`,
    )
    happens(db, 'lamna-in', anna)
    expect(() => db.raw.exec(sign)).toThrow(/in review/)
    happens(db, 'godkann', maria)
    expect(() => db.raw.exec(sign)).not.toThrow()
  })
})

test('who has written in a note is known of its revisions, by id and else by name', () => {
  const { db } = withNotes()
  const note = readStoredNote(db, draftId)
  expect(
    [anna, { ...anna, role: 'specialist' as const }, maria].map((who) => hasWritten(db, note, who)),
  ).toEqual([true, true, false])
  saveNote(db, { id: draftId, baseRevision: 1, answers: { motivering: 'Ändrad.' } }, { ...stamp, by: maria })
  expect(hasWritten(db, readStoredNote(db, draftId), { ...maria, name: 'Maria Lind Ek' })).toBe(true)
})

test('the queue holds what is in review, and begins with the events', () => {
  const { db } = withNotes()
  expect(readQueue(db)).toEqual([])
  happens(db, 'las', anna)
  expect(readQueue(db)).toEqual([])
  happens(db, 'lamna-in', anna)
  expect(readQueue(db)).toMatchObject([
    { noteId: draftId, caseId, verb: 'lamna-in', caseNumber: '26-1187', kind: 'behovsklarlaggande' },
  ])
  happens(db, 'ta-tillbaka', anna)
  expect(readQueue(db)).toEqual([])
})

test('0009 leaves an archive from before as it was, with nothing in review', () => {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 6)) up(database)
  database.exec(`
    INSERT INTO cases VALUES ('c', '26-1', '{}', 'x', 'x', 1);
    INSERT INTO notes VALUES ('n', 'c', 't', 1, 'k', 'o', '{}', 'utkast', 'x', 'x', 1, '{}', NULL, NULL, NULL);
    INSERT INTO revisions VALUES ('n', 1, 'x', '{}', '{}', NULL, NULL, NULL, NULL);
    INSERT INTO log (at, by, action) VALUES ('x', '{}', 'archive-created');`)
  const before = database.prepare('SELECT id, answers, status, revision FROM notes').all()
  migrate(database, 6)
  expect(database.prepare('SELECT id, answers, status, revision FROM notes').all()).toEqual(before)
  expect(database.prepare('SELECT count(*) FROM review_events').pluck().get()).toBe(0)
  database.exec(`UPDATE notes SET answers = '{"a":1}', revision = 2 WHERE id = 'n'`)
})
