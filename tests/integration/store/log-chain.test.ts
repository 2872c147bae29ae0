import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addToLog, entryDigest, logActions, readLog, readLogPage } from '../../../main/store/log.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { roles, type User } from '../../../shared/user/user.ts'
import { caseId, madeDatabase, signedId, withNotes } from './support.ts'

const user: fc.Arbitrary<User> = fc.record({
  name: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter((name) => name.trim() === name),
  role: fc.constantFrom(...roles),
})
const act = fc.record({
  by: user,
  at: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((date) => timestampSchema.parse(date.toISOString())),
  action: fc.constantFrom(...logActions),
  about: fc.record({ caseId: fc.uuid() }, { requiredKeys: [] }),
})

test('whatever is done, each entry holds the digest of the one before, and any entry changed breaks the chain there', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), fc.nat(), (acts, chosen) => {
      const { db } = madeDatabase()
      for (const { by, at, action, about } of acts) addToLog(db, { by, at }, action, about)
      const log = readLog(db)
      expect(log.map(({ previous }) => previous)).toEqual([
        null,
        ...log.slice(0, -1).map(({ digest }) => digest),
      ])
      expect(log.map(({ digest: _digest, ...entry }) => entryDigest(entry))).toEqual(
        log.map(({ digest }) => digest),
      )
      expect(verifyArchive(db)).toEqual([])
      const seq = (chosen % acts.length) + 1
      db.raw.exec('DROP TRIGGER log_stays')
      db.raw.prepare(`UPDATE log SET case_id = coalesce(case_id, '') || 'x' WHERE seq = ?`).run(seq)
      expect(verifyArchive(db)).toEqual([{ kind: 'log', params: { entry: seq } }])
    }),
    { numRuns: 25 },
  )
})

test('the log is read a page at a time, newest first, by who, what, which case and when', () => {
  const { db } = withNotes()
  const seqs = (filter: Parameters<typeof readLogPage>[1]) => readLogPage(db, filter).map(({ seq }) => seq)
  expect(seqs({})).toEqual([6, 5, 4, 3, 2, 1])
  expect(seqs({ limit: 2 })).toEqual([6, 5])
  expect(seqs({ limit: 2, before: 5 })).toEqual([4, 3])
  expect(seqs({ actions: ['note-created', 'case-created'] })).toEqual([4, 3, 2])
  expect(seqs({ caseId })).toEqual([6, 4, 3, 2])
  expect(seqs({ noteId: signedId })).toEqual([6, 4])
  expect(seqs({ from: timestampSchema.parse('2026-03-04T10:00:00.001Z') })).toEqual([])
  expect(seqs({ to: timestampSchema.parse('2026-03-04T10:00:00.000Z'), limit: 1 })).toEqual([6])
  expect(seqs({ by: '7f9a1d52-7a7b-4f57-9b5e-2f7f3f1f0a01' })).toEqual([])
})
