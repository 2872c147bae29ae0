import { createHash } from 'node:crypto'
import { z } from 'zod'
import { caseIdSchema, type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import type { StoreAnchor } from '../../shared/note/anchor.ts'
import { canonicalRecord } from '../../shared/note/canonical.ts'
import type { SignedNote, StoredNote } from '../../shared/note/note.ts'
import { all, type Db, query } from './db.ts'
import { readReceipts, receiptDigest } from './disposal.ts'
import { notesWithBrokenRevisions } from './history/revisions.ts'
import { digestAt, entryDigest, type LogAction, type LogEntry, readLog } from './log.ts'
import { readNotesOf } from './read-notes.ts'
import { type RecordRow, readRecords } from './records.ts'
import { detailOf, refusing, StoreRefusal } from './refusal.ts'
import { sealHolds } from './seals.ts'
import { holderOf, readPublicKeys } from './signing-keys.ts'

/** Something in an archive that does not hold, or in what stands beside it. */
export interface ArchiveFinding {
  kind:
    | 'page'
    | 'key-file'
    | 'integrity'
    | 'foreign-key'
    | 'digest'
    | 'note-differs'
    | 'chain'
    | 'seal'
    | 'signing-key'
    | 'record-missing'
    | 'record-lost'
    | 'record-unlogged'
    | 'anchor'
    | 'anchor-missing'
    | 'revisions'
    | 'log'
  /** The note it concerns. */
  note?: NoteId
  /** What stands in it, for whoever puts it into words. */
  params: Readonly<Record<string, string | number>>
}

function finding(
  kind: ArchiveFinding['kind'],
  params: ArchiveFinding['params'],
  note?: NoteId,
): ArchiveFinding {
  return { kind, params, ...(note === undefined ? {} : { note }) }
}

const integrityRows = z.array(z.object({ integrity_check: z.string() }))
const foreignKeyRows = z.array(z.looseObject({ table: z.string() }))

function databaseFindings(db: Db): ArchiveFinding[] {
  const check = (pragma: string) => refusing(db.path, () => db.raw.pragma(pragma))
  const integrity = integrityRows.parse(check('integrity_check'))
  const foreignKeys = foreignKeyRows.parse(check('foreign_key_check'))
  return [
    ...integrity
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => finding('integrity', { detail: row.integrity_check })),
    ...foreignKeys.map(({ table }) => finding('foreign-key', { table })),
  ]
}

/** What the records are held against. */
interface Witnesses {
  /** By the digest of a record, what the log says was done with it. */
  readonly logged: ReadonlyMap<string, LogAction>
  /** By public key, whose it is. */
  readonly keys: ReadonlyMap<string, string>
}

/** A record against its seal, the log that names it, and the key it is sealed with. */
function sealFindings(note: SignedNote, record: RecordRow, { logged, keys }: Witnesses): ArchiveFinding[] {
  const { id, signature } = note
  const found: ArchiveFinding[] = []
  if (!sealHolds(note, record.canonical)) found.push(finding('seal', { id }, id))
  const action = logged.get(record.digest)
  if (action === undefined) found.push(finding('record-unlogged', { id }, id))
  // What is signed here is sealed with the key of whoever signs; what was imported, with a key of somebody elsewhere.
  const isOwn = signature.seal !== undefined && keys.get(signature.seal.publicKey) === holderOf(signature.by)
  if (action === 'note-signed' && !isOwn) found.push(finding('signing-key', { id }, id))
  return found
}

// The same digest as `recordDigest`, which is slower where there is no Node.
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A record against its own digest, against the note as it stands, and against the record before it. */
function recordFindings(
  note: StoredNote | undefined,
  record: RecordRow,
  before: RecordRow | undefined,
  witnesses: Witnesses,
): ArchiveFinding[] {
  const id = noteIdSchema.parse(record.note_id)
  const found: ArchiveFinding[] = []
  if (sha256(record.canonical) !== record.digest || record.signature.digest !== record.digest)
    found.push(finding('digest', { id }, id))
  if (note?.status === 'journalford') found.push(...sealFindings(note, record, witnesses))
  if (note?.status !== 'journalford' || canonicalRecord(note, record.signature) !== record.canonical)
    found.push(finding('note-differs', { id }, id))
  const first = before?.case_id !== record.case_id
  const follows =
    record.sequence === (first ? 1 : before.sequence + 1) &&
    record.previous === (first ? null : before.digest) &&
    record.signature.sequence === record.sequence &&
    record.signature.previous === record.previous
  if (!follows) found.push(finding('chain', { id }, id))
  return found
}

/** Every record in turn, beside the notes of its case, which are read together. */
function allRecordFindings(db: Db, records: readonly RecordRow[], witnesses: Witnesses): ArchiveFinding[] {
  let notes = new Map<string, StoredNote>()
  return records.flatMap((record, index) => {
    const before = records[index - 1]
    if (before?.case_id !== record.case_id)
      notes = new Map(readNotesOf(db, caseIdSchema.parse(record.case_id)).map((note) => [note.id, note]))
    return recordFindings(notes.get(record.note_id), record, before, witnesses)
  })
}

const idRow = z.object({ id: noteIdSchema })

function unrecorded(db: Db): ArchiveFinding[] {
  const notes = query
    .selectFrom('notes')
    .leftJoin('records', 'records.note_id', 'notes.id')
    .select('notes.id')
    .where('notes.status', '=', 'journalford')
    .where('records.note_id', 'is', null)
  return all(db, notes, idRow).map(({ id }) => finding('record-missing', { id }, id))
}

const lastNumber = z.object({ seq: z.int() })

/** Where the chain of the log first breaks, or ends before entries that were added. */
function logFindings(db: Db, log: readonly LogEntry[]): ArchiveFinding[] {
  const broken = log.findIndex(({ digest, ...entry }, index) => {
    const previous = log[index - 1]?.digest ?? null
    return entry.seq !== index + 1 || entry.previous !== previous || entryDigest(entry) !== digest
  })
  if (broken !== -1) return [finding('log', { entry: broken + 1 })]
  const last = db.raw.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'log'`).get()
  const expected = lastNumber.safeParse(last).data?.seq ?? 0
  return log.length === expected ? [] : [finding('log', { entry: log.length + 1 })]
}

/** The records that were disposed of by a receipt as the log has it; any other receipt accounts for nothing. */
function disposedRecords(db: Db, log: readonly LogEntry[]): string[] {
  const logged = new Set(log.flatMap(({ action, about }) => (action === 'case-disposed' ? [about] : [])))
  return readReceipts(db)
    .filter((receipt) => logged.has(receiptDigest(receipt)))
    .flatMap(({ notes }) => notes.flatMap(({ record }) => record ?? []))
}

/** Records that the log names and that are not there any more, though nobody has disposed of them. */
function lostRecords(
  log: readonly LogEntry[],
  records: readonly RecordRow[],
  disposed: readonly string[],
): ArchiveFinding[] {
  const there = new Set<string>([...records.map(({ digest }) => digest), ...disposed])
  return log.flatMap(({ noteId, about }) => {
    if (noteId === null || about === null || there.has(about)) return []
    const id = noteIdSchema.parse(noteId)
    return [finding('record-lost', { id }, id)]
  })
}

/** An anchor that the log does not lead to: entries it stands for are gone, or were written anew. */
export function anchorFindings(
  db: Db,
  { entries, head }: Pick<StoreAnchor, 'entries' | 'head'>,
): ArchiveFinding[] {
  const digest = digestAt(db, entries)
  if (digest === head) return []
  return [finding(digest === undefined ? 'anchor-missing' : 'anchor', { entry: entries })]
}

/**
 * Recomputes every digest and seal, walks the chain of every case and of the log, compares each signed note with its record
 * and each note with its revisions, misses records that the log names, and lets the database check itself. Changes nothing.
 */
export function verifyArchive(db: Db): ArchiveFinding[] {
  try {
    const records = readRecords(db)
    const log = readLog(db)
    const named = log.flatMap(({ about, action }) => (about === null ? [] : [[about, action] as const]))
    const witnesses = { logged: new Map(named), keys: readPublicKeys(db) }
    return [
      ...databaseFindings(db),
      ...logFindings(db, log),
      ...allRecordFindings(db, records, witnesses),
      ...lostRecords(log, records, disposedRecords(db, log)),
      ...unrecorded(db),
      ...notesWithBrokenRevisions(db).map((id) => finding('revisions', { id }, id)),
    ]
  } catch (error) {
    // Too damaged to be read through, which is itself the finding.
    if (error instanceof StoreRefusal && error.code === 'ARCHIVE_CORRUPT')
      return [finding('integrity', { detail: detailOf(error) })]
    throw error
  }
}
