import { z } from 'zod'
import { jsonColumn } from '../../../main/store/db.ts'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../../shared/case/ids.ts'
import { sortKey } from '../../../shared/case/sort-key.ts'
import type { Scale, ScaleBench } from './scale.ts'

const textRow = z.object({ text: z.string() })

/** A value of some case, here and there among all. */
function someCase({ db, cases, random }: Scale, column: 'number' | 'personnummer' | 'case_id'): string {
  const n = 1 + Math.floor(random() * cases)
  return textRow.parse(db.raw.prepare(`SELECT ${column} AS text FROM case_facts WHERE n = ?`).get(n)).text
}

const firstDay = isoDateSchema.parse('2026-09-01')
const noteRow = z.object({
  id: noteIdSchema,
  revision: z.int(),
  answers: jsonColumn(z.record(z.string(), z.json())),
})

let open: z.infer<typeof noteRow> | undefined

/** Opens a note of some case, as somebody has who writes in it. */
async function openNote(scale: Scale): Promise<void> {
  const { db, core } = scale
  const id = someCase(scale, 'case_id')
  open = noteRow.parse(
    db.raw.prepare('SELECT id, revision, answers FROM notes WHERE case_id = ? LIMIT 1').get(id),
  )
  await core.client.cases.get({ id: caseIdSchema.parse(id) })
}

/** A save of a day that the note did not have, whichever time the archive is measured. */
async function save({ core }: Scale): Promise<void> {
  if (open === undefined) throw new Error('No note is open.')
  const note = open
  await core.client.notes.save({
    id: note.id,
    baseRevision: note.revision,
    answers: { ...note.answers, 'nasta-uppfoljning': addDays(firstDay, note.revision) },
  })
}

/** The derived tables. */
export const derivedBenches: readonly ScaleBench[] = [
  {
    name: 'a case by its number',
    budget: 2,
    times: 200,
    run: (scale) =>
      scale.db.raw
        .prepare('SELECT * FROM case_facts WHERE number_key = ?')
        .all(sortKey(someCase(scale, 'number'))),
  },
  {
    name: 'a case by its personnummer',
    budget: 2,
    times: 200,
    run: (scale) =>
      scale.db.raw
        .prepare('SELECT * FROM case_facts WHERE personnummer = ?')
        .all(someCase(scale, 'personnummer')),
  },
  {
    name: 'late cases, the first page',
    budget: 30,
    times: 50,
    run: ({ db, today }) =>
      db.raw
        .prepare(
          'SELECT * FROM case_facts WHERE next_due < ? AND closed_on IS NULL ORDER BY next_due, n LIMIT 50',
        )
        .all(today),
  },
  {
    name: 'late cases, counted',
    budget: 150,
    times: 20,
    run: ({ db, today }) =>
      db.raw.prepare('SELECT count(*) FROM case_facts WHERE next_due < ? AND closed_on IS NULL').get(today),
  },
]

/** A save that keeps what is derived in step. */
export const saveBenches: readonly ScaleBench[] = [
  { name: 'a save', budget: 10, times: 100, prepare: openNote, run: save },
]
