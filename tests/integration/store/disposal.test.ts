import { describe, expect, test } from 'vitest'
import { writeAnnulment } from '../../../main/store/annulments.ts'
import { updateCase } from '../../../main/store/cases.ts'
import { disposeOf } from '../../../main/store/disposal.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { caseSchema } from '../../../shared/case/case.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { caseDetails } from '../core/support.ts'
import { caseId, draftId, rowsOf, signedId, stamp, withNotes } from './support.ts'

const on = isoDateSchema.parse('2026-03-04')
const tables = ['cases', 'notes', 'revisions', 'records', 'log', 'disposals', 'disposed_notes']

function closed() {
  const made = withNotes()
  const details = caseSchema.parse({ ...caseDetails(), id: caseId, closed: { on, reason: 'Klart.' } })
  const { stored } = updateCase(made.db, { details, baseRevision: 1 }, stamp)
  return { ...made, stored }
}

const receipt = (id: string, number = '26-1187', day = '2026-03-04') =>
  `INSERT INTO disposals VALUES ('${id}', '${number}', '${day}', '2026-03-04T10:00:00Z',
    '{"name":"Anna Ek","role":"utredare"}', 'grund', 1, 1, 1)`
const ofNote = (id: string, record: string, revision = 1) =>
  `INSERT INTO disposed_notes VALUES ('${id}', '${caseId}', ${revision}, '${'0'.repeat(64)}', ${record})`
const recordOf = `(SELECT digest FROM records WHERE note_id = '${signedId}')`

describe('raw SQL deletes nothing @security-disposal', () => {
  test.each([
    ['a signed note without a receipt', `DELETE FROM notes WHERE id = '${signedId}'`],
    ['revisions', 'DELETE FROM revisions'],
    ['a record', 'DELETE FROM records'],
    ['a case', `DELETE FROM cases WHERE id = '${caseId}'`],
    ['the log', 'DELETE FROM log'],
    ['by a receipt of a case that is not there', receipt(signedId)],
    ['by a receipt of another number', receipt(caseId, '26-2')],
    ['by a receipt of another day', receipt(caseId, '26-1187', '2025-01-01')],
    ['by a receipt without a basis', receipt(caseId).replace('grund', ' ')],
    ['by a receipt of a note that is not as it says', `${receipt(caseId)}; ${ofNote(signedId, recordOf, 7)}`],
    ['by a receipt without the digest of the record', `${receipt(caseId)}; ${ofNote(signedId, 'NULL')}`],
    [
      'of the log, with receipts in place',
      `${receipt(caseId)}; ${ofNote(signedId, recordOf)}; DELETE FROM log`,
    ],
    [
      'of a note that there is no receipt of',
      `${receipt(caseId)}; ${ofNote(draftId, 'NULL')}; DELETE FROM revisions WHERE note_id = '${signedId}'`,
    ],
  ])('%s', (_what, sql) => {
    const { db } = closed()
    const before = tables.map((table) => rowsOf(db, table))
    const all = db.raw.transaction(() => db.raw.exec(sql))
    expect(() => all()).toThrow(/never|only|ever|CHECK|FOREIGN/)
    expect(tables.map((table) => rowsOf(db, table))).toEqual(before)
  })

  test('by a receipt of a case that is open', () => {
    expect(() => withNotes().db.raw.exec(receipt(caseId))).toThrow('only a closed case')
  })
})

test('a receipt that the log does not know accounts for no record @security-disposal', () => {
  const { db } = closed()
  db.raw.exec(`${receipt(caseId)}; ${ofNote(signedId, recordOf)}`)
  db.raw.exec(`DELETE FROM records; DELETE FROM revisions WHERE note_id = '${signedId}'`)
  db.raw.pragma('foreign_keys = OFF')
  db.raw.exec(`DELETE FROM notes WHERE id = '${signedId}'`)
  expect(verifyArchive(db)).toContainEqual(expect.objectContaining({ kind: 'record-lost', note: signedId }))
})

test('what was decided of a note goes with it, and verify holds @security-disposal', async () => {
  const { db, stored } = closed()
  writeAnnulment(
    db,
    { id: signedId, caseId },
    { ...stamp, reason: 'Fel.' },
    { stamp, action: 'note-annulled' },
  )
  await disposeOf(db, stored, on, 'grund', stamp)
  expect(rowsOf(db, 'annulments')).toEqual([])
  expect(verifyArchive(db)).toEqual([])
})

describe('a receipt', () => {
  const receiptAttempts = [
    `UPDATE disposals SET reason = 'annan'`,
    'DELETE FROM disposals',
    'DELETE FROM disposed_notes',
    `UPDATE disposed_notes SET content_digest = '${'1'.repeat(64)}'`,
    'INSERT OR REPLACE INTO disposals SELECT * FROM disposals',
  ]
  test.each(receiptAttempts)('stays: %s @security-disposal', async (sql) => {
    const { db, stored } = closed()
    await disposeOf(db, stored, on, 'grund', stamp)
    const before = rowsOf(db, 'disposals')
    expect(() => db.raw.exec(sql)).toThrow(/never|only/)
    expect(rowsOf(db, 'disposals')).toEqual(before)
  })

  test('is what there was: a digest of each note and of each record', async () => {
    const { db, stored } = closed()
    const digest: unknown = db.raw.prepare('SELECT digest FROM records').pluck().get()
    const { notes, counts } = await disposeOf(db, stored, on, 'grund', stamp)
    expect(counts).toEqual({ notes: 2, records: 1, revisions: 2 })
    expect(notes.map(({ id, record }) => [id, record])).toEqual([
      [draftId, undefined],
      [signedId, digest],
    ])
    expect(rowsOf(db, 'notes')).toEqual([])
    expect(rowsOf(db, 'revisions')).toEqual([])
    expect(verifyArchive(db)).toEqual([])
  })
})
