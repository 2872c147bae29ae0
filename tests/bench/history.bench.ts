import { statSync } from 'node:fs'
import { insertCase } from '../../main/store/cases.ts'
import type { Stamp } from '../../main/store/log.ts'
import { closeDatabase, openDatabase } from '../../main/store/open.ts'
import { createNote, saveNote } from '../../main/store/write-notes.ts'
import { timestamp } from '../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../shared/case/ids.ts'
import { diffNotes } from '../../shared/history/diff.ts'
import type { Answers } from '../../shared/note/answers.ts'
import { storedNoteSchema } from '../../shared/note/note.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { context, draft, templateOf } from '../unit/check/sample.ts'
import { type Figure, median } from './figure.ts'
import { caseDetails } from './large/archive.ts'
import { withSigned } from './large/signed.ts'

const fields = Array.from({ length: 10 }, (_, index) => `f${index}`)
const template = templateOf(fields.map((id) => ({ id, type: 'rich-text' })))

/** 50 kB of words in ten fields of formatted text; `word` stands in each fourth sentence. */
function answersWith(word: string): Answers {
  const sentence = (index: number) =>
    `Mening ${index} om hur ${index % 4 === 0 ? word : 'arbetet'} kan läggas upp under våren. `
  return Object.fromEntries(
    fields.map((id) => [
      id,
      {
        blocks: Array.from({ length: 9 }, (_, block) => ({
          type: 'paragraph',
          runs: [{ text: Array.from({ length: 10 }, (_, index) => sentence(block * 10 + index)).join('') }],
        })),
      },
    ]),
  )
}

const REVISIONS = 500
const YEAR = 1500
const sentences = Array.from(
  { length: 220 },
  (_, index) => `Mening ${index} om hur arbetet kan läggas upp när veckan är ${index % 7} dagar lång.`,
)
const stampAt = (at: Date): Stamp => ({ by: { name: 'Anna Ek', role: 'utredare' }, at: timestamp(at) })
const noteId = noteIdSchema.parse('cccccccc-0000-4000-8000-000000000001')

/** Megabytes that a note of 20 kB grows by while it is saved `count` times, `minutes` apart, one sentence another each time. */
async function grownBy(count: number, minutes: number): Promise<number> {
  return withSigned(0, ({ path, key }) => {
    const db = openDatabase(path, key)
    const size = () => {
      db.raw.pragma('wal_checkpoint(TRUNCATE)')
      return statSync(path).size
    }
    const begun = new Date('2026-03-04T08:00:00Z')
    const caseId = caseIdSchema.parse('aaaaaaaa-0000-4000-8000-000000000001')
    insertCase(db, { ...caseDetails(1), id: caseId }, stampAt(begun), 'case-created')
    const { note } = draft(template, {})
    const before = size()
    const { by: author, at } = stampAt(begun)
    const stamps = { author, createdAt: at, updatedAt: at }
    createNote(
      db,
      storedNoteSchema.parse({ ...note, ...stamps, id: noteId, caseId, revision: 1 }),
      stampAt(begun),
    )
    const written = [...sentences]
    for (let save = 1; save <= count; save += 1) {
      written[(save * 37) % written.length] = `Ändrad för ${save} gången efter samtalet med chefen.`
      const answers = { f0: written.join(' ') }
      const later = stampAt(new Date(begun.getTime() + save * minutes * 60_000))
      saveNote(db, { id: noteId, baseRevision: save, answers }, later)
    }
    const grown = (size() - before) / 1_000_000
    closeDatabase(db)
    return Promise.resolve(grown)
  })
}

/** The differences of two revisions, as the window asks for them, and what revisions take on disk. */
export default async (): Promise<Figure[]> => {
  const [before, after] = ['uppgiften', 'bemanningen'].map((word) =>
    readNote(draft(template, answersWith(word)), context),
  )
  if (before === undefined || after === undefined) throw new Error('There are no revisions.')
  return [
    {
      name: 'history: what differs between two revisions of 50 kB',
      value: await median(50, () => diffNotes(before, after), 10),
      unit: 'ms',
      budget: 30,
    },
    {
      name: `history: ${REVISIONS} revisions of a note of 20 kB, a minute apart`,
      value: await grownBy(REVISIONS, 1),
      unit: 'MB',
      budget: 1,
    },
    {
      name: `history: ${YEAR} such notes of a year, each saved a hundred times on three days`,
      value: (await grownBy(100, 40)) * YEAR,
      unit: 'MB',
      budget: 300,
    },
  ]
}
