import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate, migrations } from '../../../main/store/migrations/index.ts'
import { draftId, rowsOf, signedId, withNotes } from './support.ts'

const added = '33333333-3333-4333-8333-333333333333'

const begin = (verb: string, target: string, from = draftId) => `
  INSERT INTO notes (id, case_id, template_id, template_version, kind, owner, author, status, created_at, updated_at,
    revision, answers, amends_verb, amends_note)
  SELECT '${added}', case_id, template_id, template_version, kind, owner, author, 'utkast', created_at, updated_at,
    1, answers, ${verb}, ${target} FROM notes WHERE id = '${from}'`
const annul = (id: string) => `INSERT INTO annulments VALUES ('${id}', 'x', '{}', 'Fel person')`

/** An archive in which a signed note is annulled and a draft began as its rättelse before that. */
function amended() {
  const made = withNotes()
  made.db.raw.exec(begin(`'rattelse'`, `'${signedId}'`))
  made.db.raw.exec(annul(signedId))
  return made
}

describe('raw SQL', () => {
  test.each([
    ['amend a draft', begin(`'rattelse'`, `'${draftId}'`)],
    ['amend a note of another case', begin(`'rattelse'`, `'${added}'`)],
    ['amend without a verb', begin('NULL', `'${signedId}'`)],
    ['amend nothing by a verb', begin(`'rattelse'`, 'NULL')],
    ['amend by another verb', begin(`'byte'`, `'${signedId}'`)],
    ['annul a draft', annul(draftId)],
    ['annul without a reason', `INSERT INTO annulments VALUES ('${signedId}', 'x', '{}', '  ')`],
    [
      'make a draft amend something afterwards',
      `UPDATE notes SET amends_verb = 'rattelse', amends_note = '${signedId}'`,
    ],
  ])('cannot %s', (_what, sql) => {
    const { db } = withNotes()
    const before = rowsOf(db, 'notes')
    expect(() => db.raw.exec(sql)).toThrow(/ever|keeps|CHECK/)
    expect(rowsOf(db, 'notes')).toEqual(before)
    expect(rowsOf(db, 'annulments')).toEqual([])
  })

  test.each([
    ['change an annulment', `UPDATE annulments SET reason = 'annat'`],
    ['take it back', 'DELETE FROM annulments'],
    ['replace it', `INSERT OR REPLACE INTO annulments VALUES ('${signedId}', 'y', '{}', 'annat')`],
    ['let a draft correct another note', `UPDATE notes SET amends_note = '${draftId}' WHERE id = '${added}'`],
    [
      'let a draft correct no note',
      `UPDATE notes SET amends_note = NULL, amends_verb = NULL WHERE id = '${added}'`,
    ],
    [
      'turn a rättelse into a komplettering',
      `UPDATE notes SET amends_verb = 'komplettering' WHERE id = '${added}'`,
    ],
    [
      'sign what corrects an annulled note',
      `INSERT INTO records SELECT '${added}', case_id, 2, digest, 'x', canonical, signature FROM records`,
    ],
    ['change the annulled note', `UPDATE notes SET answers = '{}' WHERE id = '${signedId}'`],
  ])('cannot %s', (_what, sql) => {
    const { db } = amended()
    const before = ['notes', 'annulments', 'records'].map((table) => rowsOf(db, table))
    expect(() => db.raw.exec(sql)).toThrow(/never|keeps|only/)
    expect(['notes', 'annulments', 'records'].map((table) => rowsOf(db, table))).toEqual(before)
  })

  test('cannot amend an annulled note', () => {
    const { db } = withNotes()
    db.raw.exec(annul(signedId))
    expect(() => db.raw.exec(begin(`'rattelse'`, `'${signedId}'`))).toThrow('not annulled')
  })
})

test('0012 leaves the notes of an older archive as they were: they amend nothing', () => {
  const database = new Database(':memory:')
  onTestFinished(() => {
    database.close()
  })
  for (const { up } of migrations.slice(0, 6)) up(database)
  database.exec(`
    INSERT INTO cases VALUES ('c', '26-1', '{}', 'x', 'x', 1);
    INSERT INTO notes VALUES ('n', 'c', 't', 1, 'k', 'o', '{}', 'utkast', 'x', 'x', 1, '{}', NULL, NULL, NULL);
    INSERT INTO revisions VALUES ('n', 1, 'x', '{}', '{}', NULL, NULL, NULL, NULL);
    INSERT INTO records VALUES ('n', 'c', 1, NULL, 'd', '{}', '{}');
    UPDATE notes SET status = 'journalford';
    INSERT INTO log (at, by, action) VALUES ('x', '{}', 'note-signed')`)
  migrate(database, 6)
  expect(database.prepare('SELECT id, status, amends_verb, amends_note FROM notes').all()).toEqual([
    { id: 'n', status: 'journalford', amends_verb: null, amends_note: null },
  ])
  expect(database.prepare('SELECT count(*) FROM annulments').pluck().get()).toBe(0)
})
