import { dequal } from 'dequal/lite'
import { z } from 'zod'
import { type Case, caseSchema, type StoredCase } from '../../shared/case/case.ts'
import { type IsoDate, timestampSchema } from '../../shared/case/dates.ts'
import { type CaseId, caseIdSchema } from '../../shared/case/ids.ts'
import { all, type Db, execute, first, jsonColumn, query, transaction } from './db.ts'
import { addToLog, type LogAction, type Stamp } from './log.ts'
import { refusal } from './refusal.ts'

const caseRow = z
  .object({ details: jsonColumn(caseSchema), revision: z.int(), updated_at: timestampSchema })
  .transform(
    (row): StoredCase => ({
      case: row.details,
      revision: row.revision,
      updatedAt: row.updated_at,
    }),
  )
const storedCases = query.selectFrom('cases').select(['details', 'revision', 'updated_at'])
const idSchema = z.object({ id: z.string() })

/** So many cases are named at a time where all are gone through. */
const AT_A_TIME = 200

/** The cases from an id on, or after it, in the order of their ids, which stay what they are whatever becomes of the file. */
export function casesFrom(db: Db, from: string, most: number, side: '>' | '>=' = '>='): CaseId[] {
  const named = query.selectFrom('cases').select('id').where('id', side, from).orderBy('id').limit(most)
  return all(db, named, z.object({ id: caseIdSchema })).map(({ id }) => id)
}

/** Every case by its id, some at a time: what is added or taken away meanwhile may be met or not. */
export function* everyCase(db: Db): Generator<CaseId[]> {
  for (let after = ''; ; ) {
    const page = casesFrom(db, after, AT_A_TIME, '>')
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    after = last
  }
}

/** The cases that were closed by a day, or came from elsewhere to be reviewed; by their numbers. */
export function endedCases(db: Db, by: IsoDate): StoredCase[] {
  const ended = query
    .selectFrom('case_facts')
    .innerJoin('cases', 'cases.id', 'case_facts.case_id')
    .select(['cases.details', 'cases.revision', 'cases.updated_at'])
    .where((eb) =>
      eb.or([
        eb('case_facts.closed_on', '<=', by),
        eb(
          'case_facts.case_id',
          'in',
          eb.selectFrom('packages').select('case_id').where('direction', '=', 'received'),
        ),
      ]),
    )
    .orderBy('case_facts.number_key')
  return all(db, ended, caseRow)
}

/** One case with its revision, or undefined. */
export const findCase = (db: Db, id: CaseId): StoredCase | undefined =>
  first(db, storedCases.where('id', '=', id), caseRow)

/** One case with its revision. NOT_FOUND. */
export function readStoredCase(db: Db, id: CaseId): StoredCase {
  const found = findCase(db, id)
  if (!found) throw refusal('NOT_FOUND', { what: 'case', id })
  return found
}

/** One case. NOT_FOUND. */
export const readCase = (db: Db, id: CaseId): Case => readStoredCase(db, id).case

/** The id of the case with this number, or undefined. */
export function caseWithNumber(db: Db, number: string): string | undefined {
  return first(db, query.selectFrom('cases').select('id').where('number', '=', number), idSchema)?.id
}

/** Adds a case. CASE_NUMBER_TAKEN where its number or its id is there already, CASE_DISPOSED where it has been disposed of. */
export function insertCase(db: Db, added: Case, stamp: Stamp, action: LogAction): void {
  transaction(db, () => {
    const known = query
      .selectFrom('cases')
      .select('id')
      .where((eb) => eb.or([eb('number', '=', added.number), eb('id', '=', added.id)]))
    if (first(db, known, idSchema)) throw refusal('CASE_NUMBER_TAKEN', { number: added.number })
    const disposed = query.selectFrom('disposals').select('case_id as id').where('case_id', '=', added.id)
    if (first(db, disposed, idSchema)) throw refusal('CASE_DISPOSED', { number: added.number })
    execute(
      db,
      query.insertInto('cases').values({
        id: added.id,
        number: added.number,
        details: JSON.stringify(added),
        created_at: stamp.at,
        updated_at: stamp.at,
        revision: 1,
      }),
    )
    addToLog(db, stamp, action, { caseId: added.id })
  })
}

/**
 * Writes the details of a case as a new revision. `baseRevision` is the one the change began from; where the case has
 * moved on since: CASE_CHANGED with the case as it is, and nothing is written. Details that are the stored ones already
 * make no revision, whatever their base. NOT_FOUND; CASE_NUMBER_TAKEN where another case has the number.
 */
export function updateCase(
  db: Db,
  { details: changed, baseRevision }: { details: Case; baseRevision: number },
  stamp: Stamp,
): { stored: StoredCase; changed: boolean } {
  return transaction(db, () => {
    const current = readStoredCase(db, changed.id)
    if (dequal(current.case, changed)) return { stored: current, changed: false }
    if (current.revision !== baseRevision) throw refusal('CASE_CHANGED', { current })
    return { stored: rewriteCase(db, current, changed, stamp, 'case-updated'), changed: true }
  })
}

/** Writes the details of a case as its next revision, be they the same or not, and logs why. Part of a transaction. */
export function rewriteCase(
  db: Db,
  current: StoredCase,
  changed: Case,
  stamp: Stamp,
  action: LogAction,
): StoredCase {
  const holder = caseWithNumber(db, changed.number)
  if (holder !== undefined && holder !== changed.id)
    throw refusal('CASE_NUMBER_TAKEN', { number: changed.number })
  const revision = current.revision + 1
  execute(
    db,
    query
      .updateTable('cases')
      .set({ number: changed.number, details: JSON.stringify(changed), updated_at: stamp.at, revision })
      .where('id', '=', changed.id),
  )
  addToLog(db, stamp, action, { caseId: changed.id })
  return { case: changed, revision, updatedAt: stamp.at }
}
