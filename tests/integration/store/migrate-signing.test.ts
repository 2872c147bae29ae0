import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { readLog } from '../../../main/store/log.ts'
import { migrations } from '../../../main/store/migrations/index.ts'
import { closeDatabase, openDatabase } from '../../../main/store/open.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { canonicalRecord, recordDigest } from '../../../shared/note/canonical.ts'
import { type StoredNote, storedNoteSchema } from '../../../shared/note/note.ts'
import { anna, caseDetails, temporaryFolder } from '../core/support.ts'
import { caseId, draftId, signedId } from './support.ts'

const at = '2026-01-12T08:00:00.000Z'
const by = JSON.stringify(anna)

function note(id: string): StoredNote {
  return storedNoteSchema.parse({
    id,
    caseId,
    template: { id: 'behovsklarlaggande', version: 1 },
    kind: 'behovsklarlaggande',
    owner: 'forsakringskassan',
    author: anna,
    createdAt: at,
    updatedAt: at,
    revision: 1,
    status: 'utkast',
    answers: { motivering: 'Då' },
  })
}

/** An archive as version 6 left it: a draft, a record of version 1, their revisions, and a log without a chain. */
function archiveOfVersion6(): { path: string; key: Uint8Array; digest: string } {
  const path = join(temporaryFolder(), 'gammalt.klarlagt')
  const key = randomBytes(32)
  const database = new Database(path)
  for (const pragma of [`cipher = 'sqlcipher'`, 'legacy = 4', `key = "x'${key.toString('hex')}'"`])
    database.pragma(pragma)
  database.pragma(`application_id = ${0x4b_6c_61_72}`)
  for (const { up } of migrations.slice(0, 6)) up(database)
  database.pragma('user_version = 6')
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values)
  run('INSERT INTO archive VALUES (1, ?)', by)
  run(
    'INSERT INTO cases VALUES (?, ?, ?, ?, ?, 1)',
    caseId,
    '26-1187',
    JSON.stringify({ id: caseId, ...caseDetails() }),
    at,
    at,
  )
  for (const id of [draftId, signedId]) {
    const { answers } = note(id)
    run(
      `INSERT INTO notes VALUES (?, ?, 'behovsklarlaggande', 1, 'behovsklarlaggande', 'forsakringskassan', ?, 'utkast', ?, ?, 1, ?, NULL, NULL, NULL)`,
      id,
      caseId,
      by,
      at,
      at,
      JSON.stringify(answers),
    )
    run(
      'INSERT INTO revisions VALUES (?, 1, ?, ?, ?, NULL, NULL, NULL, NULL)',
      id,
      at,
      by,
      JSON.stringify(answers),
    )
  }
  const unsealed = {
    by: anna,
    at: note(signedId).createdAt,
    sequence: 1,
    previous: null,
    case: caseDetails(),
  }
  const canonical = canonicalRecord(note(signedId), unsealed)
  const digest = recordDigest(canonical)
  const signature = JSON.stringify({ ...unsealed, digest })
  run('INSERT INTO records VALUES (?, ?, 1, NULL, ?, ?, ?)', signedId, caseId, digest, canonical, signature)
  run(`UPDATE notes SET status = 'journalford' WHERE id = ?`, signedId)
  const log = 'INSERT INTO log (at, by, action, case_id, note_id) VALUES (?, ?, ?, ?, ?)'
  run(log, at, by, 'archive-created', null, null)
  run(log, at, by, 'case-created', caseId, null)
  run(log, at, by, 'note-created', caseId, signedId)
  run(log, at, by, 'note-signed', caseId, signedId)
  database.close()
  return { path, key, digest }
}

test('0008 chains the log that is there, and adds an entry with the digest of every record', () => {
  const { path, key, digest } = archiveOfVersion6()
  const db = openDatabase(path, key)
  onTestFinished(() => closeDatabase(db))
  const log = readLog(db)
  expect(log.map(({ action, noteId, about }) => [action, noteId, about])).toEqual([
    ['archive-created', null, null],
    ['case-created', null, null],
    ['note-created', signedId, null],
    ['note-signed', signedId, null],
    ['record-chained', signedId, digest],
  ])
  expect(log.map(({ previous }) => previous)).toEqual([
    null,
    ...log.slice(0, -1).map((entry) => entry.digest),
  ])
  expect(verifyArchive(db)).toEqual([])
})

test('a record of version 1 that is taken out after that is missed', () => {
  const { path, key } = archiveOfVersion6()
  const db = openDatabase(path, key)
  onTestFinished(() => closeDatabase(db))
  for (const table of ['records', 'revisions', 'notes']) {
    for (const name of db.raw.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all())
      db.raw.exec(`DROP TRIGGER IF EXISTS ${String(name)}`)
    db.raw.exec(`DELETE FROM ${table} WHERE ${table === 'notes' ? 'id' : 'note_id'} = '${signedId}'`)
  }
  expect(verifyArchive(db).map(({ kind }) => kind)).toEqual(['record-lost'])
})
