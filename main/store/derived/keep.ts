import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { type CaseId, caseIdSchema } from '../../../shared/case/ids.ts'
import { caseRows, DERIVED_VERSION } from '../../../shared/projection/case-rows.ts'
import type { CaseRows } from '../../../shared/projection/derived-rows.ts'
import { type SearchDocument, searchDocuments } from '../../../shared/search/documents.ts'
import type { Template } from '../../../shared/template/template.ts'
import { findCase } from '../cases.ts'
import { threadsOfCase } from '../comments.ts'
import { all, type Db, execute, first, jsonColumn, query, transaction } from '../db.ts'
import { readNotesOf } from '../read-notes.ts'
import { StoreRefusal } from '../refusal.ts'
import { writeDocuments } from '../search/write.ts'
import { writeRows } from './write-rows.ts'

/** So many cases are derived in one transaction, and so long at a stretch, where many wait. */
const BATCH = 50
const STRETCH_MS = 8
/** So long an archive that is opened may take for what waits. */
const AT_ONCE_MS = 50
/** So often it is told that more has been derived. */
const TELL_EVERY_MS = 2000

/** All that is derived of a case. */
export interface Derived {
  readonly rows: CaseRows
  readonly documents: readonly SearchDocument[]
}

/** What is derived of a case as its notes and comments say it now; undefined where there is no such case. */
export function derivedOf(db: Db, templates: readonly Template[], id: CaseId): Derived | undefined {
  const stored = findCase(db, id)
  if (stored === undefined) return undefined
  const whole = { ...stored, notes: readNotesOf(db, id), threads: threadsOfCase(db, id) }
  return { rows: caseRows(whole, templates), documents: searchDocuments(whole, templates) }
}

/** Writes what is derived of a case, where it is not kept already. Gives whether anything was. Part of a transaction. */
function writeDerived(db: Db, id: CaseId, { rows, documents }: Derived): boolean {
  const { n, changed } = writeRows(db, id, rows)
  return writeDocuments(db, n, documents) || changed
}

/**
 * Works a case out anew. Where that fails the case stays in the queue as it was: what a save wrote is never lost for it. Gives
 * whether what was kept was another.
 */
export function derive(db: Db, templates: readonly Template[], id: CaseId): boolean {
  try {
    return transaction(db, () => {
      const derived = derivedOf(db, templates, id)
      const changed = derived !== undefined && writeDerived(db, id, derived)
      execute(db, query.deleteFrom('derive_queue').where('case_id', '=', id))
      return changed
    })
  } catch (error) {
    // Where the disk is full or gone, the save itself has failed.
    if (!db.raw.inTransaction || (error instanceof StoreRefusal && error.code !== 'ARCHIVE_CORRUPT'))
      throw error
    return false
  }
}

/** Whether a case waits to be derived. */
export function isWaiting(db: Db, id: CaseId): boolean {
  const found = query.selectFrom('derive_queue').select('case_id').where('case_id', '=', id)
  return first(db, found, z.unknown()) !== undefined
}

const waitingRow = z.object({ place: z.int(), case_id: caseIdSchema })
const queuePlace = sql<number>`derive_queue.rowid`

/** The last place in the queue; what is put there later stands after it. */
function lastPlace(db: Db): number {
  const last = query
    .selectFrom('derive_queue')
    .select(queuePlace.as('place'))
    .orderBy(queuePlace, 'desc')
    .limit(1)
  return first(db, last, z.object({ place: z.int() }))?.place ?? 0
}

/** The first cases that wait after a place in the queue. */
export function waitingAfter(db: Db, after: number): z.infer<typeof waitingRow>[] {
  const waiting = query
    .selectFrom('derive_queue')
    .select([queuePlace.as('place'), 'case_id'])
    .where(queuePlace, '>', after)
    .orderBy(queuePlace)
    .limit(BATCH)
  return all(db, waiting, waitingRow)
}

/** How many cases wait to be derived. */
export function casesWaiting(db: Db): number {
  const counted = query.selectFrom('derive_queue').select(({ fn }) => fn.countAll<number>().as('count'))
  return first(db, counted, z.object({ count: z.int() }))?.count ?? 0
}

/** Derives the cases that wait after a place in the queue, for about so long, in one transaction. Gives the place it came to. */
function deriveFrom(db: Db, templates: readonly Template[], after: number, ms: number): number | undefined {
  const begun = performance.now()
  return transaction(db, () => {
    let at = after
    for (;;) {
      const batch = waitingAfter(db, at)
      if (batch.length === 0) return undefined
      for (const { place, case_id: id } of batch) {
        derive(db, templates, id)
        at = place
        if (performance.now() - begun > ms) return at
      }
    }
  })
}

/** Who is told how it goes with what waits. */
export interface DerivingTold {
  /** More has been derived than before: told now and then, and when all has been. */
  readonly further: () => void
  readonly failed: () => void
}

/** Derives all that waits, with what is asked meanwhile in between, until the archive is closed. */
async function deriveRest(
  db: Db,
  templates: readonly Template[],
  from: number,
  further: () => void,
): Promise<void> {
  let at: number | undefined = from
  let told = performance.now()
  while (at !== undefined) {
    await setImmediate()
    if (!db.raw.open) return
    at = deriveFrom(db, templates, at, STRETCH_MS)
    if (at !== undefined && performance.now() - told < TELL_EVERY_MS) continue
    further()
    told = performance.now()
  }
}

const queueAll = query
  .insertInto('derive_queue')
  .columns(['case_id'])
  .expression(query.selectFrom('cases').select('id'))
  .onConflict((conflict) => conflict.doNothing())

const queueNotesOf = (templates: readonly string[]) =>
  query
    .insertInto('derive_queue')
    .columns(['case_id'])
    .expression(
      query
        .selectFrom('notes')
        .select('case_id')
        .where(sql<string>`template_id || '@' || template_version`, 'in', templates)
        .distinct(),
    )
    .onConflict((conflict) => conflict.doNothing())

const refsOf = (templates: readonly Template[]) => templates.map(({ id, version }) => `${id}@${version}`)
const madeBy = z.object({ version: z.int(), templates: jsonColumn(z.array(z.string())) })

/** Puts in the queue what was derived by another program, or with other templates than those that are here now. */
function queueOutdated(db: Db, templates: readonly Template[]): void {
  const refs = refsOf(templates)
  transaction(db, () => {
    const before = first(db, query.selectFrom('derived_by').select(['version', 'templates']), madeBy)
    const isOther = before?.version !== DERIVED_VERSION
    const known = before?.templates ?? []
    const changed = [
      ...known.filter((ref) => !refs.includes(ref)),
      ...refs.filter((ref) => !known.includes(ref)),
    ]
    if (before && !isOther && changed.length === 0) return
    // Of an archive that is new to this, every case waits already.
    if (before) execute(db, isOther ? queueAll : queueNotesOf(changed))
    execute(db, query.deleteFrom('derived_by'))
    const made = { id: 1, version: DERIVED_VERSION, templates: JSON.stringify(refs) }
    execute(db, query.insertInto('derived_by').values(made))
  })
}

/** Changes very many cases at once, which then wait to be derived: `deriveWaiting` sees to them, and else whoever opens the archive next. */
export function deriveLater<T>(db: Db, work: () => T): T {
  const { deriving } = db
  db.deriving = undefined
  try {
    return work()
  } finally {
    db.deriving = deriving
  }
}

/** Derives what waits, a little at a time, until the archive is closed. */
export function deriveWaiting(
  db: Db,
  templates: readonly Template[],
  { further, failed }: DerivingTold,
): void {
  deriveRest(db, templates, 0, further).catch(failed)
}

/**
 * Keeps what is derived in step with the notes from now on: each transaction that changes a case or a note works its case out anew
 * before it is committed. What waits since before is derived first, as much as is done at once, and the rest a little at a time
 * until the archive is closed.
 */
export function keepDerived(db: Db, templates: readonly Template[], { further, failed }: DerivingTold): void {
  db.deriving = undefined
  queueOutdated(db, templates)
  db.deriving = (db) => {
    const before = lastPlace(db)
    return () => {
      let at = before
      for (;;) {
        const batch = waitingAfter(db, at)
        for (const { place, case_id: id } of batch) {
          derive(db, templates, id)
          at = place
        }
        if (batch.length < BATCH) return
      }
    }
  }
  const at = deriveFrom(db, templates, 0, AT_ONCE_MS)
  if (at !== undefined) deriveRest(db, templates, at, further).catch(failed)
}
