import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertCase } from '../../../main/store/cases.ts'
import { type Db, transaction } from '../../../main/store/db.ts'
import { addToLog } from '../../../main/store/log.ts'
import { closeDatabase, createDatabase } from '../../../main/store/open.ts'
import { lastRecord, seal, writeRecord } from '../../../main/store/records.ts'
import { signerOf } from '../../../main/store/signing-keys.ts'
import { foundArchive } from '../../../main/store/user-and-settings.ts'
import { createNote } from '../../../main/store/write-notes.ts'
import { timestampSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { storedNoteSchema } from '../../../shared/note/note.ts'
import { userIdSchema } from '../../../shared/user/user.ts'
import { bundle } from '../../unit/journal/examples.ts'
import { caseDetails } from './archive.ts'

const NOTES_OF_A_CASE = 20
const by = {
  id: userIdSchema.parse('b0a6c1de-3f6e-4a2f-8f0a-6c1de3f6e4a2'),
  name: 'Anna Ek',
  role: 'utredare' as const,
}
const stamp = { by, at: timestampSchema.parse('2026-03-04T10:00:00.000Z') }

const idOf = (kind: string, index: number) =>
  `${kind.repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`

/** Writes and signs one note, of the invented case's own answers: past the checks, of which the rest knows nothing. */
function addSigned(db: Db, index: number): void {
  const sample = bundle.notes[index % bundle.notes.length]
  if (!sample) throw new Error('There is no example.')
  const { template, kind, owner, answers } = sample
  const note = storedNoteSchema.parse({
    id: noteIdSchema.parse(idOf('c', index)),
    caseId: idOf('a', Math.floor(index / NOTES_OF_A_CASE)),
    template,
    kind,
    owner,
    author: by,
    createdAt: stamp.at,
    updatedAt: stamp.at,
    revision: 1,
    status: 'utkast',
    answers: { ...answers, 'bench-number': `Anteckning ${index}` },
  })
  createNote(db, note, stamp)
  const last = lastRecord(db, note.caseId)
  const details = caseDetails(Math.floor(index / NOTES_OF_A_CASE))
  const unsealed = {
    ...stamp,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.digest ?? null,
    case: details,
  }
  const { signature, canonical } = seal(note, unsealed, signerOf(db, stamp))
  writeRecord(db, note.caseId, note, signature, canonical)
  addToLog(db, stamp, 'note-signed', { caseId: note.caseId, noteId: note.id, digest: signature.digest })
}

/** An archive of `count` signed notes, twenty in a case, in a folder that is taken away when `work` is done. */
export async function withSigned<T>(
  count: number,
  work: (archive: { path: string; key: Uint8Array }) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-bench-'))
  const archive = { path: join(folder, 'prov.klarlagt'), key: randomBytes(32) }
  try {
    const db = createDatabase(archive.path, archive.key)
    foundArchive(db, stamp)
    transaction(db, () => {
      for (let index = 0; index < count; index += 1) {
        if (index % NOTES_OF_A_CASE === 0) {
          const number = index / NOTES_OF_A_CASE
          const added = { ...caseDetails(number), id: caseIdSchema.parse(idOf('a', number)) }
          insertCase(db, added, stamp, 'case-created')
        }
        addSigned(db, index)
      }
    })
    closeDatabase(db)
    return await work(archive)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
