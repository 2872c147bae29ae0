import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { noteIdSchema } from '../../shared/case/ids.ts'
import type { StoreAnchor } from '../../shared/note/anchor.ts'
import { type ArchiveFinding, archiveFinding } from './archive-finding.ts'
import { all, type Db, query } from './db.ts'
import { decisionFindings } from './decisions.ts'
import { readReceipts, receiptDigest } from './disposal.ts'
import { notesWithBrokenRevisions } from './history/revisions.ts'
import { digestAt, entryDigest, type LogAction, type LogEntry, readLog } from './log.ts'
import { detailOf, refusing, StoreRefusal } from './refusal.ts'
import { textSealHolds, textSealHoldsAside } from './seals.ts'
import { readPublicKeys } from './signing-keys.ts'
import { templateFindings } from './templates/published.ts'
import { type CheckedRecord, recordsInPages, type Witnesses } from './verify-records.ts'

const integrityRows = z.array(z.object({ integrity_check: z.string() }))
const foreignKeyRows = z.array(z.looseObject({ table: z.string() }))

function databaseFindings(db: Db): ArchiveFinding[] {
  const check = (pragma: string) => refusing(db.path, () => db.raw.pragma(pragma))
  const integrity = integrityRows.parse(check('integrity_check'))
  const foreignKeys = foreignKeyRows.parse(check('foreign_key_check'))
  return [
    ...integrity
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => archiveFinding('integrity', { detail: row.integrity_check })),
    ...foreignKeys.map(({ table }) => archiveFinding('foreign-key', { table })),
  ]
}

const idRow = z.object({ id: noteIdSchema })

function unrecorded(db: Db): ArchiveFinding[] {
  const notes = query
    .selectFrom('notes')
    .leftJoin('records', 'records.note_id', 'notes.id')
    .select('notes.id')
    .where('notes.status', '=', 'journalford')
    .where('records.note_id', 'is', null)
  return all(db, notes, idRow).map(({ id }) => archiveFinding('record-missing', { id }, id))
}

const lastNumber = z.object({ seq: z.int() })

/** Where the chain of the log first breaks, or ends before entries that were added. */
function logFindings(db: Db, log: readonly LogEntry[]): ArchiveFinding[] {
  const broken = log.findIndex(({ digest, ...entry }, index) => {
    const previous = log[index - 1]?.digest ?? null
    return entry.seq !== index + 1 || entry.previous !== previous || entryDigest(entry) !== digest
  })
  if (broken !== -1) return [archiveFinding('log', { entry: broken + 1 })]
  const last = db.raw.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'log'`).get()
  const expected = lastNumber.safeParse(last).data?.seq ?? 0
  return log.length === expected ? [] : [archiveFinding('log', { entry: log.length + 1 })]
}

/** What was disposed of by a receipt as the log has it; any other receipt accounts for nothing. */
function disposedOf(db: Db, log: readonly LogEntry[]): { records: Set<string>; notes: Set<string> } {
  const logged = new Set(log.flatMap(({ action, about }) => (action === 'case-disposed' ? [about] : [])))
  const notes = readReceipts(db).flatMap((receipt) =>
    logged.has(receiptDigest(receipt)) ? receipt.notes : [],
  )
  return {
    records: new Set(notes.flatMap(({ record }) => record ?? [])),
    notes: new Set(notes.map(({ id }) => id)),
  }
}

/** The entries that say a record came to be. */
const recording: ReadonlySet<LogAction> = new Set(['note-signed', 'record-imported', 'record-chained'])

const digestRow = z.object({ digest: z.string() })

/** Records that the log names and that are not there any more, though nobody has disposed of them. */
function lostRecords(db: Db, recorded: readonly LogEntry[], disposed: ReadonlySet<string>): ArchiveFinding[] {
  const records = all(db, query.selectFrom('records').select('digest'), digestRow)
  const there = new Set(records.map(({ digest }) => digest))
  return recorded.flatMap(({ noteId, about }) => {
    // Entries from before the log was chained name none; one that was added then does.
    if (about === null || there.has(about) || disposed.has(about)) return []
    const id = noteIdSchema.parse(noteId)
    return [archiveFinding('record-lost', { id }, id)]
  })
}

/** An anchor that the log does not lead to: entries it stands for are gone, or were written anew. */
export function anchorFindings(
  db: Db,
  { entries, head }: Pick<StoreAnchor, 'entries' | 'head'>,
): ArchiveFinding[] {
  const digest = digestAt(db, entries)
  if (digest === head) return []
  return [archiveFinding(digest === undefined ? 'anchor-missing' : 'anchor', { entry: entries })]
}

/** All that does not hold but for the records themselves, and what these are held against. */
function verifyAround(db: Db): { before: ArchiveFinding[]; after: ArchiveFinding[]; witnesses: Witnesses } {
  const log = readLog(db)
  const recorded = log.filter(({ action }) => recording.has(action))
  const named = recorded.flatMap(({ about, action }) => (about === null ? [] : [[about, action] as const]))
  const disposed = disposedOf(db, log)
  return {
    before: [...databaseFindings(db), ...logFindings(db, log)],
    witnesses: { logged: new Map(named), keys: readPublicKeys(db) },
    after: [
      ...lostRecords(db, recorded, disposed.records),
      ...unrecorded(db),
      ...decisionFindings(db, log, disposed.notes),
      ...templateFindings(db),
      ...notesWithBrokenRevisions(db).map((id) => archiveFinding('revisions', { id }, id)),
    ],
  }
}

/** Too damaged to be read through is itself the finding. */
function damageOf(error: unknown): ArchiveFinding[] {
  if (error instanceof StoreRefusal && error.code === 'ARCHIVE_CORRUPT')
    return [archiveFinding('integrity', { detail: detailOf(error) })]
  throw error
}

const withSeal = ({ id, found }: CheckedRecord, holds: boolean): ArchiveFinding[] =>
  holds ? found : [...found, archiveFinding('seal', { id }, id)]

/**
 * Recomputes every digest and seal, walks the chain of every case and of the log, compares each signed note with its record,
 * each note with its revisions and each decision with the log, misses records that the log names, and lets the database check
 * itself. Changes nothing.
 */
export function verifyArchive(db: Db): ArchiveFinding[] {
  try {
    const { before, after, witnesses } = verifyAround(db)
    const ofRecords = [...recordsInPages(db, witnesses)].flatMap((page) =>
      page.flatMap((record) => {
        const { seal } = record
        return withSeal(record, seal === undefined || textSealHolds(seal.text, seal.publicKey, seal.value))
      }),
    )
    return [...before, ...ofRecords, ...after]
  } catch (error) {
    return damageOf(error)
  }
}

/**
 * The same with the seals checked on other threads while the next records are read, and with a pause after each page of them in
 * which others come to word.
 */
export async function verifyArchiveAside(db: Db): Promise<ArchiveFinding[]> {
  try {
    const { before, after, witnesses } = verifyAround(db)
    const pages: Promise<ArchiveFinding[]>[] = []
    for (const page of recordsInPages(db, witnesses)) {
      const sealed = page.map(async (record) => {
        const { seal } = record
        const holds = seal === undefined || textSealHoldsAside(seal.text, seal.publicKey, seal.value)
        return withSeal(record, await holds)
      })
      pages.push(Promise.all(sealed).then((found) => found.flat()))
      await setImmediate()
      // No more than a page of texts waits for its seals.
      await pages.at(-2)
    }
    return [...before, ...(await Promise.all(pages)).flat(), ...after]
  } catch (error) {
    return damageOf(error)
  }
}
