import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { CaseId } from '../../../shared/case/ids.ts'
import type { Template } from '../../../shared/template/template.ts'
import { type ArchiveFinding, archiveFinding } from '../archive-finding.ts'
import { casesFrom, everyCase } from '../cases.ts'
import { type Db, first, query, transaction } from '../db.ts'
import { areKept, forgetUnfound } from '../search/write.ts'
import { derive, derivedOf, isWaiting, waitingAfter } from './keep.ts'
import { differingTables, keptRows } from './write-rows.ts'

/** So many cases are compared where not all are. Own choice: a fault in one case of fifty is then found, but for one time in fifty. */
const SAMPLE = 200

const countCases = (db: Db) =>
  first(
    db,
    query.selectFrom('cases').select(({ fn }) => fn.countAll<number>().as('count')),
    z.object({ count: z.int() }),
  )?.count ?? 0

/** The first cases that wait, among which those are that cannot be derived, and some here and there: next to ids that were thrown. */
function someCases(db: Db): CaseId[] {
  const found = new Set(waitingAfter(db, 0).map(({ case_id: id }) => id))
  for (let index = 0; index < SAMPLE; index += 1)
    for (const id of casesFrom(db, randomUUID(), 1)) found.add(id)
  return [...found]
}

/** Whether a case that waits can be derived: it is, and that is undone. */
function canBeDerived(db: Db, templates: readonly Template[], id: CaseId): boolean {
  const undone = new Error('undone')
  let can = false
  try {
    transaction(db, () => {
      derive(db, templates, id)
      can = !isWaiting(db, id)
      throw undone
    })
  } catch (error) {
    if (error !== undone) throw error
  }
  return can
}

/** Whether what is kept of a case is what its notes say. */
function isInStep(db: Db, templates: readonly Template[], id: CaseId): boolean {
  const derived = derivedOf(db, templates, id)
  if (derived === undefined) return true
  const kept = keptRows(db, id)
  return (
    kept !== undefined &&
    differingTables(kept, derived.rows).length === 0 &&
    areKept(db, kept.n, derived.documents)
  )
}

/** What is wrong with what is kept of a case. One that waits to be derived is behind its notes, and will be derived where it can. */
function faultOf(
  db: Db,
  templates: readonly Template[],
  id: CaseId,
): Extract<ArchiveFinding['kind'], 'derived' | 'underived'> | undefined {
  if (isWaiting(db, id)) return canBeDerived(db, templates, id) ? undefined : 'underived'
  return isInStep(db, templates, id) ? undefined : 'derived'
}

/** The cases of which what is derived is not what their notes say, or cannot be derived: of all, or of a sample. */
export async function derivedFindings(
  db: Db,
  templates: readonly Template[],
  which: 'all' | 'sample',
): Promise<ArchiveFinding[]> {
  const pages = which === 'all' || countCases(db) <= SAMPLE ? everyCase(db) : [someCases(db)]
  const found: ArchiveFinding[] = []
  for (const page of pages) {
    for (const id of page) {
      const fault = faultOf(db, templates, id)
      if (fault !== undefined) found.push(archiveFinding(fault, { id }))
    }
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
  const total = countCases(db)
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
