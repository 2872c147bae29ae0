import { z } from 'zod'
import { type Case, caseSchema } from '../../shared/case/case.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { all, type Db, first, jsonColumn, query, run, transaction } from './db.ts'
import { addToLog, type LogAction } from './log.ts'
import { refusal } from './refusal.ts'
import type { Stamp } from './stamp.ts'

const rowSchema = z.object({ details: jsonColumn(caseSchema) })
const idSchema = z.object({ id: z.string() })

/** All cases, in the order they were made. */
export function readCases(db: Db): Case[] {
  return all(db, query.selectFrom('cases').select('details').orderBy('created_at'), rowSchema).map(
    (row) => row.details,
  )
}

/** One case. NOT_FOUND. */
export function readCase(db: Db, id: CaseId): Case {
  const row = first(db, query.selectFrom('cases').select('details').where('id', '=', id), rowSchema)
  if (!row) throw refusal('NOT_FOUND', { what: 'case', id })
  return row.details
}

/** The id of the case with this number, or undefined. */
export function caseWithNumber(db: Db, number: string): string | undefined {
  return first(db, query.selectFrom('cases').select('id').where('number', '=', number), idSchema)?.id
}

/** Adds a case. CASE_NUMBER_TAKEN where its number or its id is there already. */
export function insertCase(db: Db, added: Case, stamp: Stamp, action: LogAction): void {
  transaction(db, () => {
    const known = query
      .selectFrom('cases')
      .select('id')
      .where((eb) => eb.or([eb('number', '=', added.number), eb('id', '=', added.id)]))
    if (first(db, known, idSchema)) throw refusal('CASE_NUMBER_TAKEN', { number: added.number })
    run(
      db,
      query.insertInto('cases').values({
        id: added.id,
        number: added.number,
        details: JSON.stringify(added),
        created_at: stamp.at,
        updated_at: stamp.at,
      }),
    )
    addToLog(db, stamp, action, { caseId: added.id })
  })
}

/** Writes a case's details. NOT_FOUND; CASE_NUMBER_TAKEN where another case has the number. */
export function updateCase(db: Db, changed: Case, stamp: Stamp): void {
  transaction(db, () => {
    const holder = caseWithNumber(db, changed.number)
    if (holder !== undefined && holder !== changed.id)
      throw refusal('CASE_NUMBER_TAKEN', { number: changed.number })
    const written = run(
      db,
      query
        .updateTable('cases')
        .set({ number: changed.number, details: JSON.stringify(changed), updated_at: stamp.at })
        .where('id', '=', changed.id),
    )
    if (written === 0) throw refusal('NOT_FOUND', { what: 'case', id: changed.id })
    addToLog(db, stamp, 'case-updated', { caseId: changed.id })
  })
}
