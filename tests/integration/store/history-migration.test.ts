import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Db } from '../../../main/store/db.ts'
import { readRevision, readRevisions } from '../../../main/store/history/revisions.ts'
import { thinEarlierDays } from '../../../main/store/history/thin-revisions.ts'
import { migrate, migrations } from '../../../main/store/migrations/index.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { noteIdSchema } from '../../../shared/case/ids.ts'
import { anna } from '../core/support.ts'

const written = noteIdSchema.parse('0b8d1b8e-6a53-4c8e-9d5e-0a8f6b0a5d11')
const imported = noteIdSchema.parse('5c3f1f43-32f1-4a37-8d7c-61a1f0d4f0aa')
const objection = {
  rule: 'R1',
  field: 'motivering',
  sentence: 'Vi ordnar det.',
  by: anna,
  at: '2026-03-04T10:03:00Z',
}

/** An archive as version 6 left it: a note with every save of a morning and an afternoon, and one that was imported. */
function beforeHistory(): Db {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 6)) up(database)
  const by = JSON.stringify(anna)
  const minute = (at: number) => `2026-03-04T${at < 60 ? '10' : '14'}:${String(at % 60).padStart(2, '0')}:00Z`
  database.exec(`INSERT INTO cases VALUES ('c', '26-1187', '{}', 'x', 'x', 1)`)
  const addNote = database.prepare(
    `INSERT INTO notes VALUES (?, 'c', 'planering', 1, 'planering', 'forsakringskassan', ?, 'utkast', ?, ?, ?, ?, ?, NULL, NULL)`,
  )
  const addRevision = database.prepare('INSERT INTO revisions VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?)')
  const log = database.prepare(`INSERT INTO log (at, by, action, case_id, note_id) VALUES (?, ?, ?, 'c', ?)`)

  log.run(minute(0), by, 'note-created', written)
  const last = '{"motivering":"7"}'
  addNote.run(written, by, minute(0), minute(63), 7, last, null)
  const saves = [
    { at: 0, template: null, objections: null },
    { at: 1, template: null, objections: null },
    { at: 2, template: 'behovsklarlaggande', objections: null },
    { at: 3, template: 'behovsklarlaggande', objections: JSON.stringify([objection]) },
    { at: 61, template: 'behovsklarlaggande', objections: JSON.stringify([objection]) },
    { at: 62, template: 'planering', objections: null },
    { at: 63, template: 'planering', objections: null },
  ]
  for (const [index, { at, template, objections }] of saves.entries())
    addRevision.run(
      written,
      index + 1,
      minute(at),
      by,
      `{"motivering":"${index + 1}"}`,
      objections,
      template,
      template === null ? null : 1,
    )
  addNote.run(imported, by, minute(0), minute(0), 1, '{}', null)
  addRevision.run(imported, 1, minute(0), by, '{}', null, null, null)

  return {
    path: ':memory:',
    raw: database,
    statements: new Map(),
    isInPlace: () => true,
    secretFor: () => new Uint8Array(32),
  }
}

test('0011 keeps every revision as it was, says why it was made and in which sitting, and what template it has', () => {
  const db = beforeHistory()
  migrate(db.raw, 6)
  const told = readRevisions(db, written).map(({ cause, sitting, template }) => [cause, sitting, template.id])
  expect(told).toEqual([
    ['skapad', 1, 'behovsklarlaggande'],
    ['skriven', 1, 'behovsklarlaggande'],
    ['skriven', 1, 'behovsklarlaggande'],
    ['invandning', 1, 'behovsklarlaggande'],
    ['skriven', 5, 'behovsklarlaggande'],
    ['flyttad', 5, 'planering'],
    ['skriven', 5, 'planering'],
  ])
  for (const { revision } of readRevisions(db, written))
    expect(readRevision(db, written, revision).answers).toEqual({ motivering: String(revision) })
  expect(readRevision(db, written, 4).objections).toEqual([objection])
  expect(readRevisions(db, imported)).toMatchObject([{ cause: 'importerad', template: { id: 'planering' } }])
  expect(verifyArchive(db)).toEqual([])
})

test('0011 lets the old revisions be thinned when the archive is opened', () => {
  const db = beforeHistory()
  migrate(db.raw, 6)
  thinEarlierDays(db, isoDateSchema.parse('2026-03-05'))
  expect(readRevisions(db, written).map(({ revision }) => revision)).toEqual([1, 3, 4, 5, 6, 7])
  expect(verifyArchive(db)).toEqual([])
})

test('0011 holds what is kept by triggers of its own', () => {
  const db = beforeHistory()
  migrate(db.raw, 6)
  expect(() => db.raw.exec('DELETE FROM revisions')).toThrow('never deleted')
  expect(() => db.raw.exec(`UPDATE revisions SET cause = 'skriven'`)).toThrow('never changed')
})
