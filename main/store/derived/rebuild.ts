import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { type CaseId, caseIdSchema } from '../../../shared/case/ids.ts'
import type { Template } from '../../../shared/template/template.ts'
import { type ArchiveFinding, archiveFinding } from '../archive-finding.ts'
import { all, type Db, first, query, transaction } from '../db.ts'
import { areKept, forgetUnfound } from '../search/write.ts'
import { derive, derivedOf, isWaiting } from './keep.ts'
import { differingTables, keptRows } from './write-rows.ts'

/** So many cases at a time. */
const PAGE = 200
/** So many cases are compared where not all are. Own choice: a fault in one case of fifty is then found, but for one time in fifty. */
const SAMPLE = 200

const placeColumn = sql<number>`cases.rowid`
const caseRow = z.object({ place: z.int(), id: caseIdSchema })

function casesFrom(db: Db, place: number, most: number): z.infer<typeof caseRow>[] {
  const cases = query
    .selectFrom('cases')
    .select([placeColumn.as('place'), 'id'])
    .where(placeColumn, '>=', place)
    .orderBy(placeColumn)
    .limit(most)
  return all(db, cases, caseRow)
}

function* everyCase(db: Db): Generator<CaseId[]> {
  let page = casesFrom(db, 0, PAGE)
  while (page.length > 0) {
    yield page.map(({ id }) => id)
    page = casesFrom(db, (page.at(-1)?.place ?? 0) + 1, PAGE)
  }
}

const counts = z.object({ count: z.int(), last: z.int().nullable() })
const countCases = (db: Db) =>
  first(
    db,
    query
      .selectFrom('cases')
      .select(({ fn }) => [fn.countAll<number>().as('count'), fn.max(placeColumn).as('last')]),
    counts,
  ) ?? { count: 0, last: null }

/** Cases here and there among all, each once. */
function someCases(db: Db, last: number): CaseId[] {
  const found = new Set<CaseId>()
  for (let index = 0; index < SAMPLE; index += 1)
    for (const { id } of casesFrom(db, 1 + Math.floor(Math.random() * last), 1)) found.add(id)
  return [...found]
}

/** Whether what is kept of a case is what its notes say. One that waits to be derived is not behind them: it will be. */
function isInStep(db: Db, templates: readonly Template[], id: CaseId): boolean {
  const derived = derivedOf(db, templates, id)
  if (derived === undefined) return true
  const kept = keptRows(db, id)
  const isSame =
    kept !== undefined &&
    differingTables(kept, derived.rows).length === 0 &&
    areKept(db, kept.n, derived.documents)
  return isSame || isWaiting(db, id)
}

/** The cases of which what is derived is not what their notes say: of all, or of a sample. */
export async function derivedFindings(
  db: Db,
  templates: readonly Template[],
  which: 'all' | 'sample',
): Promise<ArchiveFinding[]> {
  const { count, last } = countCases(db)
  const pages = which === 'all' || count <= SAMPLE ? everyCase(db) : [someCases(db, last ?? 0)]
  const found: ArchiveFinding[] = []
  for (const page of pages) {
    for (const id of page) if (!isInStep(db, templates, id)) found.push(archiveFinding('derived', { id }))
    await setImmediate()
  }
  return found
}

/** Of how many cases there are. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/**
 * Derives every case anew from its notes, a page at a time, each in a transaction of its own. Gives how many cases there are, and
 * of how many what was kept was not what their notes say.
 */
export async function rebuildDerived(
  db: Db,
  templates: readonly Template[],
  told: (progress: Progress) => void,
): Promise<{ cases: number; changed: number }> {
  const { count: total } = countCases(db)
  let done = 0
  let changed = 0
  for (const page of everyCase(db)) {
    transaction(db, () => {
      for (const id of page) {
        forgetUnfound(db, id)
        if (derive(db, templates, id)) changed += 1
      }
    })
    done += page.length
    told({ done, total })
    await setImmediate()
  }
  return { cases: done, changed }
}
