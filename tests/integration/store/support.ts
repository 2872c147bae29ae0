import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { insertCase } from '../../../main/store/cases.ts'
import { addThread } from '../../../main/store/comments.ts'
import type { Db } from '../../../main/store/db.ts'
import { addToLog, type Stamp } from '../../../main/store/log.ts'
import { closeDatabase, createDatabase } from '../../../main/store/open.ts'
import { lastRecord, seal, writeRecord } from '../../../main/store/records.ts'
import { signerOf } from '../../../main/store/signing-keys.ts'
import { foundArchive, type StartingUser } from '../../../main/store/user-and-settings.ts'
import { createNote } from '../../../main/store/write-notes.ts'
import { caseSchema } from '../../../shared/case/case.ts'
import { timestamp } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { type Thread, threadSchema } from '../../../shared/comments/thread.ts'
import { type StoredNote, storedNoteSchema } from '../../../shared/note/note.ts'
import { userIdSchema } from '../../../shared/user/user.ts'
import { anna, caseDetails, now, temporaryFolder } from '../core/support.ts'

export const stamp: Stamp = { by: anna, at: timestamp(now) }
const founder: StartingUser = { ...anna, id: userIdSchema.parse('b0a6c1de-3f6e-4a2f-8f0a-6c1de3f6e4a2') }
export const caseId = caseIdSchema.parse('7f9a1d52-7a7b-4f57-9b5e-2f7f3f1f0a01')
export const draftId = noteIdSchema.parse('0b8d1b8e-6a53-4c8e-9d5e-0a8f6b0a5d11')
export const signedId = noteIdSchema.parse('5c3f1f43-32f1-4a37-8d7c-61a1f0d4f0aa')

export interface Made {
  db: Db
  path: string
  key: Uint8Array
}

/** A new encrypted database in a folder of the test's own, closed when the test is done. */
export function madeDatabase(): Made {
  const path = join(temporaryFolder(), 'prov.klarlagt')
  const key = randomBytes(32)
  const db = createDatabase(path, key)
  onTestFinished(() => closeDatabase(db))
  return { db, path, key }
}

function draft(id: string): StoredNote {
  return storedNoteSchema.parse({
    id,
    caseId,
    template: { id: 'behovsklarlaggande', version: 1 },
    kind: 'behovsklarlaggande',
    owner: 'forsakringskassan',
    author: anna,
    createdAt: stamp.at,
    updatedAt: stamp.at,
    revision: 1,
    status: 'utkast',
    answers: { motivering: id },
  })
}

/** Signs a draft that is in the database, as the next record of its case. */
export function signIn(db: Db, unsigned: StoredNote): void {
  const last = lastRecord(db, unsigned.caseId)
  const { signature, canonical } = seal(
    unsigned,
    {
      ...stamp,
      sequence: (last?.sequence ?? 0) + 1,
      previous: last?.digest ?? null,
      case: caseDetails(),
    },
    signerOf(db, stamp),
  )
  writeRecord(db, unsigned.caseId, unsigned, signature, canonical)
  addToLog(db, stamp, 'note-signed', {
    caseId: unsigned.caseId,
    noteId: unsigned.id,
    digest: signature.digest,
  })
}

/** A thread about a whole note, with one comment. */
function commentOn(note: string): Thread {
  return threadSchema.parse({
    id: '3d1c3e1a-63a7-4b65-8a39-6e2f9a1f4c01',
    note,
    anchor: { kind: 'note' },
    place: { kind: 'note' },
    entries: [{ id: '3d1c3e1a-63a7-4b65-8a39-6e2f9a1f4c02', ...stamp, kind: 'comment', text: 'Bra.' }],
  })
}

/** A database with a case, a draft and a signed note, which has a comment. */
export function withNotes(): Made {
  const made = madeDatabase()
  foundArchive(made.db, { ...stamp, by: founder })
  insertCase(made.db, caseSchema.parse({ ...caseDetails(), id: caseId }), stamp, 'case-created')
  createNote(made.db, draft(draftId), stamp)
  createNote(made.db, draft(signedId), stamp)
  signIn(made.db, draft(signedId))
  addThread(made.db, commentOn(signedId))
  return made
}

/** The whole content of a table, to be compared. */
export function rowsOf(db: Db, table: string): unknown[] {
  return db.raw.prepare(`SELECT rowid, * FROM ${table} ORDER BY rowid`).all()
}

/** The stamp of a save so many minutes later: revisions of one minute are thinned. */
export const stampLater = (minutes: number): Stamp => ({
  ...stamp,
  at: timestamp(new Date(now.getTime() + minutes * 60_000)),
})

/** What a piece of work throws. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
