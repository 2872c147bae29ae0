import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readRevisions } from '../../../main/store/history/revisions.ts'
import { readStoredNote } from '../../../main/store/read-notes.ts'
import { verifyArchive } from '../../../main/store/verify.ts'
import { saveNote } from '../../../main/store/write-notes.ts'
import { matching } from '../core/support.ts'
import { draftId, stampLater, thrownBy, withNotes } from './support.ts'

const text = (n: number) => ({ motivering: `${n} ${randomBytes(5000).toString('base64')}` })

test('a full disk (SQLite’s own SQLITE_FULL, by max_page_count) refuses the save, and what was saved stands', () => {
  const { db } = withNotes()
  const pages: unknown = db.raw.pragma('page_count', { simple: true })
  db.raw.pragma(`max_page_count = ${Number(pages) + 20}`)
  let saved = 1
  let error: unknown
  while (error === undefined && saved < 100) {
    const baseRevision = saved
    error = thrownBy(() =>
      saveNote(db, { id: draftId, baseRevision, answers: text(baseRevision) }, stampLater(baseRevision)),
    )
    if (error === undefined) saved += 1
  }
  expect(error).toMatchObject({ code: 'DISK_FULL' })
  expect(saved).toBeGreaterThan(1)
  expect(readStoredNote(db, draftId)).toMatchObject({
    revision: saved,
    answers: { motivering: matching(new RegExp(`^${saved - 1} `)) },
  })
  expect(readRevisions(db, draftId)).toHaveLength(saved)
  expect(verifyArchive(db)).toEqual([])

  // Room again: the same save goes through.
  db.raw.pragma('max_page_count = 1000000')
  const again = saveNote(db, { id: draftId, baseRevision: saved, answers: text(saved) }, stampLater(saved))
  expect(again.note.revision).toBe(saved + 1)
})
