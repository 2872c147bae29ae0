import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate, migrations, SCHEMA_VERSION } from '../../../main/store/migrations/index.ts'
import { readStoredNote } from '../../../main/store/read-notes.ts'
import { draftsOnOlder } from '../../../main/store/templates/published.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { draftId, madeDatabase, withNotes } from './support.ts'

test('migrations are numbered 1, 2, 3 … without gaps, each with a name of its own', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length)
})

test('0001 makes cases, notes, revisions, records, log and settings, strictly typed', () => {
  const { db } = madeDatabase()
  const tables: unknown = db.raw
    .prepare(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1`,
    )
    .raw()
    .all()
  const names = [
    'age_identities',
    'annulments',
    'archive',
    'case_dues',
    'case_events',
    'case_facts',
    'case_figure_events',
    'case_insatser',
    'case_marks',
    'case_writers',
    'cases',
    'comment_entries',
    'comment_threads',
    'derive_queue',
    'derived_by',
    'disposals',
    'disposed_notes',
    'disputed_revisions',
    'log',
    'notes',
    'notes_to_thin',
    'packages',
    'phrases',
    'records',
    'review_drafts',
    'review_events',
    'revisions',
    'saved_searches',
    'search_docs',
    'search_terms',
    'search_values',
    'settings',
    'signing_keys',
    'survey_answers',
    'template_versions',
    'template_withdrawals',
    'traces',
    'users',
    'working_copies',
  ]
  expect(tables).toEqual(names.map((name) => [name, 1]))
  expect(db.raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
})

test('every column that refers to a table has an index, so that deleting goes through none', () => {
  const { raw } = madeDatabase().db
  const without = raw.prepare(`
    SELECT t.name || '.' || f."from" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
    WHERE t.schema = 'main' AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) i
      JOIN pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f."from")`)
  expect(without.pluck().all()).toEqual([])
})

test('0002 gives every case a revision, the first to those that were there before', () => {
  const { db } = madeDatabase()
  const before = new Database(':memory:')
  onTestFinished(() => {
    before.close()
  })
  migrations[0]?.up(before)
  before.exec(`INSERT INTO cases VALUES ('a', '26-1', '{}', '2026-03-04', '2026-03-04')`)
  migrate(before, 1)
  expect(before.prepare('SELECT id, revision FROM cases').all()).toEqual([{ id: 'a', revision: 1 }])
  expect(() => db.raw.exec(`INSERT INTO cases VALUES ('a', '26-1', '{}', '', '', 0)`)).toThrow('CHECK')
})

test('0003 lets notes and revisions keep objections; those that were there have none', () => {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 2)) up(database)
  database.exec(`INSERT INTO cases VALUES ('c', '26-1', '{}', 'x', 'x', 1)`)
  database.exec(`INSERT INTO notes VALUES ('n', 'c', 't', 1, 'k', 'o', '{}', 'utkast', 'x', 'x', 1, '{}')`)
  database.exec(`INSERT INTO revisions VALUES ('n', 1, 'x', '{}', '{}')`)
  migrations[2]?.up(database)
  for (const table of ['notes', 'revisions'])
    expect(database.prepare(`SELECT objections FROM ${table}`).pluck().all()).toEqual([null])
  expect(readStoredNote(withNotes().db, draftId)).not.toHaveProperty('objections')
})

test('0004 lets notes keep what they took over; those that were there took nothing', () => {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 3)) up(database)
  database.exec(`INSERT INTO cases VALUES ('c', '26-1', '{}', 'x', 'x', 1)`)
  database.exec(
    `INSERT INTO notes VALUES ('n', 'c', 't', 1, 'k', 'o', '{}', 'utkast', 'x', 'x', 1, '{}', NULL)`,
  )
  migrate(database, 3)
  expect(database.prepare(`SELECT taken_over FROM notes`).pluck().all()).toEqual([null])
  expect(readStoredNote(withNotes().db, draftId)).not.toHaveProperty('takenOver')
})

test('0005 lets notes keep what is set aside, and revisions say which template they are of', () => {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 4)) up(database)
  database.exec(`INSERT INTO cases VALUES ('c', '26-1', '{}', 'x', 'x', 1)`)
  database.exec(
    `INSERT INTO notes VALUES ('n', 'c', 't', 1, 'k', 'o', '{}', 'utkast', 'x', 'x', 1, '{}', NULL, NULL)`,
  )
  database.exec(`INSERT INTO revisions VALUES ('n', 1, 'x', '{}', '{}', NULL)`)
  migrations[4]?.up(database)
  expect(database.prepare('SELECT set_aside FROM notes').pluck().all()).toEqual([null])
  const kept = database.prepare('SELECT set_aside, template_id, template_version FROM revisions').all()
  expect(kept).toEqual([{ set_aside: null, template_id: null, template_version: null }])
  expect(readStoredNote(withNotes().db, draftId)).not.toHaveProperty('setAside')
})

test('a migration that fails leaves the database at the version before it', () => {
  const { db } = madeDatabase()
  // Migrating again from 0 meets its own tables.
  db.raw.pragma('user_version = 0')
  expect(() => migrate(db.raw, 0)).toThrow('already exists')
  expect(db.raw.pragma('user_version', { simple: true })).toBe(0)
})

test('notes of a case and the newest record are found by an index, not by reading everything', () => {
  const { db } = madeDatabase()
  const plan = (sql: string) => JSON.stringify(db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('x'))
  expect(plan('SELECT * FROM notes WHERE case_id = ? ORDER BY created_at')).toMatch(
    /SEARCH notes USING INDEX/,
  )
  expect(plan('SELECT * FROM notes WHERE id = ?')).toMatch(/SEARCH notes USING INDEX/)
  expect(plan('SELECT digest FROM records WHERE case_id = ? ORDER BY sequence DESC LIMIT 1')).toMatch(
    /SEARCH records USING INDEX/,
  )
})

test('what an archive is opened with: encrypted, WAL, full synchronisation, foreign keys', () => {
  const { db } = madeDatabase()
  const pragma = (name: string): unknown => db.raw.pragma(name, { simple: true })
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'temp_store', 'cipher'].map(pragma)).toEqual([
    'wal',
    2,
    1,
    2,
    'sqlcipher',
  ])
})

test('0006 makes room for the user’s own phrases', () => {
  const { db } = madeDatabase()
  expect(db.raw.prepare('SELECT count(*) FROM phrases').pluck().get()).toBe(0)
})

test('0010 makes room for comments beside the notes that were there', () => {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 6)) up(database)
  database.exec(`INSERT INTO cases VALUES ('c', '26-1', '{}', 'x', 'x', 1)`)
  database.exec(
    `INSERT INTO notes VALUES ('n', 'c', 't', 1, 'k', 'o', '{}', 'utkast', 'x', 'x', 1, '{}', NULL, NULL, NULL)`,
  )
  database.exec(`INSERT INTO revisions VALUES ('n', 1, 'x', '{}', '{}', NULL, NULL, NULL, NULL)`)
  database.exec(`INSERT INTO records VALUES ('n', 'c', 1, NULL, 'd', '{}', '{}')`)
  database.exec(`INSERT INTO log VALUES (1, 'x', '{}', 'note-created', 'c', 'n')`)
  const before = database.prepare('SELECT * FROM notes').all()
  migrations[9]?.up(database)
  expect(database.prepare('SELECT * FROM notes').all()).toEqual(before)
  expect(database.prepare('SELECT * FROM comment_threads').all()).toEqual([])
  database.exec(`INSERT INTO comment_threads VALUES ('t', 'n', '{}', '{}')`)
  database.exec(`INSERT INTO comment_entries VALUES (NULL, 'e', 't', 'x', '{}', '{}')`)
  const plan = database.prepare('EXPLAIN QUERY PLAN SELECT * FROM comment_threads WHERE note_id = ?').all('n')
  expect(JSON.stringify(plan)).toContain('USING INDEX comment_threads_by_note')
})

/** A database of version 6 with a user who has a note, a signed one, a record and a log. */
function versionSix(user: string): Database.Database {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 6)) up(database)
  database.prepare('INSERT INTO archive VALUES (1, ?)').run(user)
  database.exec(`INSERT INTO cases VALUES ('c', '26-1', '{}', 'x', 'x', 1)`)
  for (const id of ['draft', 'signed']) {
    database.exec(
      `INSERT INTO notes VALUES ('${id}', 'c', 't', 1, 'k', 'o', '{}', 'utkast', 'x', 'x', 1, '{}', NULL, NULL, NULL)`,
    )
    database.exec(`INSERT INTO revisions VALUES ('${id}', 1, 'x', '{}', '{}', NULL, NULL, NULL, NULL)`)
  }
  database.exec(`INSERT INTO records VALUES ('signed', 'c', 1, NULL, 'd', '{}', '{}')`)
  database.exec(`UPDATE notes SET status = 'journalford' WHERE id = 'signed'`)
  database.exec(`INSERT INTO log VALUES (1, '2026-03-04T10:00:00.000Z', '{}', 'archive-created', NULL, NULL)`)
  return database
}

test('0007 makes the one user of an archive from before a user with every right, who keeps name and role', () => {
  const database = versionSix(JSON.stringify({ name: 'Anna Ek', role: 'specialist' }))
  const kept = ['notes', 'revisions', 'records'].map((table) =>
    database.prepare(`SELECT * FROM ${table}`).all(),
  )
  migrations[6]?.up(database)
  const user: unknown = database.prepare('SELECT * FROM users').get()
  expect(user).toMatchObject({
    name: 'Anna Ek',
    roles: '["specialist"]',
    rights: '["anvandare","gallring"]',
    added_at: '2026-03-04T10:00:00.000Z',
    left_at: null,
  })
  const id: unknown = database.prepare('SELECT id FROM users').pluck().get()
  expect(id).toMatch(/^[0-9a-f-]{36}$/)
  const current: unknown = database.prepare('SELECT user FROM archive').pluck().get()
  expect(current).toBe(JSON.stringify({ id, name: 'Anna Ek', role: 'specialist' }))
  expect(database.prepare('SELECT action, user_id FROM log').all()).toEqual([
    { action: 'archive-created', user_id: null },
  ])
  expect(
    ['notes', 'revisions', 'records'].map((table) => database.prepare(`SELECT * FROM ${table}`).all()),
  ).toEqual(kept)
})

test('0025 makes room for templates, and counts the drafts of one by an index of drafts alone', () => {
  const { db } = madeDatabase()
  for (const table of ['working_copies', 'template_versions', 'template_withdrawals'])
    expect(db.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
  expect(draftsOnOlder(db, { id: templateIdSchema.parse('planering'), version: 2 })).toBe(0)
  const asked = [...db.statements.keys()].find((text) => text.includes('template_version')) ?? ''
  const plan = db.raw.prepare(`EXPLAIN QUERY PLAN ${asked}`).all('planering', 2)
  expect(JSON.stringify(plan)).toContain('USING COVERING INDEX drafts_by_template')
})

test('0014 makes room for packages and the keys that open them, and holds what is received to be only reviewed', () => {
  const database = versionSix(JSON.stringify({ name: 'Anna Ek', role: 'utredare' }))
  for (const { up } of migrations.slice(6)) up(database)
  expect(database.prepare('SELECT count(*) FROM packages').pluck().get()).toBe(0)
  database.exec(`INSERT INTO packages VALUES ('p', 'c', 'received', 'x', '{}', '{}', NULL, '[]')`)
  for (const sql of [
    `UPDATE notes SET answers = '{"a":1}' WHERE id = 'draft'`,
    `UPDATE cases SET details = '{"a":1}'`,
  ])
    expect(() => database.exec(sql), sql).toThrow('a received case is only reviewed')
  for (const sql of [
    `DELETE FROM packages`,
    `UPDATE packages SET direction = 'sent'`,
    `INSERT OR REPLACE INTO packages VALUES ('p', 'c', 'sent', 'x', '{}', NULL, NULL, '[]')`,
  ])
    expect(() => database.exec(sql), sql).toThrow('never')
})
