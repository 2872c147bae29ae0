import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { StoredCase } from '../../shared/case/case.ts'
import { type IsoDate, isoDateSchema, timestampSchema } from '../../shared/case/dates.ts'
import { type DisposalReceipt, disposalReceiptSchema } from '../../shared/case/disposal.ts'
import { type CaseId, caseIdSchema, type Digest, digestSchema, noteIdSchema } from '../../shared/case/ids.ts'
import { contentDigest, recordDigest } from '../../shared/note/canonical.ts'
import { derivedColumns } from '../../shared/projection/derived-rows.ts'
import { userSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, first, jsonColumn, query, transaction } from './db.ts'
import { keptGoingWith, removeKept } from './kept-naming.ts'
import { addToLog, type Stamp } from './log.ts'
import { readNotesOf } from './read-notes.ts'
import type { SweepProgress } from './search/sweep.ts'
import { noteTraces, sweepTraces } from './traces.ts'
import { readSettings, writeSetting } from './user-and-settings.ts'

/** What stays of a case that is disposed of, and what is derived of it, which goes with it by itself. */
const stays = new Set<string>([
  'log',
  'disposals',
  'disposed_notes',
  'traces',
  ...Object.keys(derivedColumns),
])

const columnRow = z.object({ table: z.string(), column: z.string() })

/** The tables that hold something of a note or a case, each with how its rows are found by the case's id. */
function tablesOfCase({ raw }: Db): { table: string; where: string }[] {
  const columns = z.array(columnRow).parse(
    raw
      .prepare(
        `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list t JOIN pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.type = 'table'`,
      )
      .all(),
  )
  const notes = 'SELECT id FROM notes WHERE case_id = :id'
  const found: { table: string; where: string; order: number }[] = []
  for (const [table, ofTable] of Map.groupBy(columns, (row) => row.table)) {
    const has = (name: string) => ofTable.some(({ column }) => column === name)
    if (stays.has(table)) continue
    if (table === 'cases') found.push({ table, where: 'id = :id', order: 4 })
    else if (table === 'notes') found.push({ table, where: 'case_id = :id', order: 3 })
    else if (has('thread_id'))
      found.push({
        table,
        where: `thread_id IN (SELECT id FROM comment_threads WHERE note_id IN (${notes}))`,
        order: 1,
      })
    else if (has('note_id')) found.push({ table, where: `note_id IN (${notes})`, order: 2 })
  }
  return found.toSorted((a, b) => a.order - b.order)
}

const count = z.object({ count: z.int() })

function countRevisions(db: Db, id: CaseId): number {
  const counted = query
    .selectFrom('revisions')
    .innerJoin('notes', 'notes.id', 'revisions.note_id')
    .where('notes.case_id', '=', id)
    .select(({ fn }) => fn.countAll<number>().as('count'))
  return first(db, counted, count)?.count ?? 0
}

/** What is to go of a case, in numbers. */
export function countsOf(db: Db, id: CaseId): { notes: number; records: number; revisions: number } {
  const notes = readNotesOf(db, id)
  return {
    notes: notes.length,
    records: notes.filter(({ status }) => status === 'journalford').length,
    revisions: countRevisions(db, id),
  }
}

/** The settings in which a window keeps what is typed in the form of a case, and where somebody was in a note. */
const keepers = ['case-drafts', 'places']
type Json = z.infer<ReturnType<typeof z.json>>

/** What a setting holds, without what is kept under one of these ids. */
function without(value: Json, ids: ReadonlySet<string>): Json {
  if (Array.isArray(value))
    return value.filter(
      (entry) => !(Array.isArray(entry) && typeof entry[0] === 'string' && ids.has(entry[0])),
    )
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !ids.has(key)))
}

/**
 * Disposes of a closed case: writes the receipt, deletes all that belongs to the case, and logs it; then takes out of the file
 * what it has left there, which `told` hears of and others save during. Gives the receipt.
 */
export async function disposeOf(
  db: Db,
  stored: StoredCase,
  closedOn: IsoDate,
  reason: string,
  stamp: Stamp,
  told: (progress: SweepProgress) => void = () => undefined,
): Promise<DisposalReceipt> {
  disposeForNow(db, stored, closedOn, reason, stamp)
  await sweepTraces(db, told)
  return receiptOf(db, stored.case.id)
}

/** Disposes of a closed case, as part of a transaction: what it has left in the file goes when the archive is next swept. */
export function disposeForNow(
  db: Db,
  { case: of }: StoredCase,
  closedOn: IsoDate,
  reason: string,
  { by, at }: Stamp,
): void {
  const { id, number } = of
  transaction(db, () => {
    db.raw.pragma('defer_foreign_keys = ON')
    const notes = readNotesOf(db, id)
    const counts = countsOf(db, id)
    execute(
      db,
      query.insertInto('disposals').values({
        case_id: id,
        case_number: number,
        closed_on: closedOn,
        at,
        by: JSON.stringify(by),
        reason,
        ...counts,
      }),
    )
    for (const note of notes)
      execute(
        db,
        query.insertInto('disposed_notes').values({
          note_id: note.id,
          case_id: id,
          revision: note.revision,
          content_digest: contentDigest(note),
          record_digest: note.status === 'journalford' ? note.signature.digest : null,
        }),
      )
    const ids = new Set<string>([id, ...notes.map((note) => note.id)])
    removeKept(db, keptGoingWith(db, of))
    for (const { table, where } of tablesOfCase(db))
      db.raw.prepare(`DELETE FROM ${table} WHERE ${where}`).run({ id })
    const settings = readSettings(db)
    for (const key of keepers)
      if (settings[key] !== undefined) writeSetting(db, key, without(settings[key], ids))
    noteTraces(db, id)
    addToLog(db, { by, at }, 'case-disposed', { caseId: id, digest: receiptDigest(receiptOf(db, id)) })
  })
}

/** The digest of a receipt, which the log carries: a receipt that the log does not know hides nothing. */
export function receiptDigest(receipt: DisposalReceipt): Digest {
  return recordDigest(canonicalize(receipt) ?? '')
}

const receiptOf = (db: Db, id: CaseId): DisposalReceipt =>
  disposalReceiptSchema.parse(readReceipts(db).find(({ caseId }) => caseId === id))

const noteRow = z
  .object({
    note_id: noteIdSchema,
    case_id: caseIdSchema,
    revision: z.int(),
    content_digest: digestSchema,
    record_digest: digestSchema.nullable(),
  })
  .transform((row) => ({
    caseId: row.case_id,
    note: {
      id: row.note_id,
      revision: row.revision,
      content: row.content_digest,
      ...(row.record_digest === null ? {} : { record: row.record_digest }),
    },
  }))

const receiptRow = z
  .object({
    case_id: caseIdSchema,
    case_number: z.string(),
    closed_on: isoDateSchema,
    at: timestampSchema,
    by: jsonColumn(userSchema),
    reason: z.string(),
    notes: z.int(),
    records: z.int(),
    revisions: z.int(),
  })
  .transform(({ case_id, case_number, closed_on, notes, records, revisions, ...row }) => ({
    ...row,
    caseId: case_id,
    number: case_number,
    closedOn: closed_on,
    counts: { notes, records, revisions },
  }))

/** The receipts of what has been disposed of, the first first. */
export function readReceipts(db: Db): DisposalReceipt[] {
  const notes = Map.groupBy(
    all(db, query.selectFrom('disposed_notes').selectAll().orderBy('note_id'), noteRow),
    ({ caseId }) => caseId,
  )
  return all(db, query.selectFrom('disposals').selectAll().orderBy('at'), receiptRow).map((receipt) => ({
    ...receipt,
    notes: (notes.get(receipt.caseId) ?? []).map(({ note }) => note),
  }))
}
