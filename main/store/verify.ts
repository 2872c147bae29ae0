import { sql } from 'kysely'
import { z } from 'zod'
import { type NoteId, noteIdSchema } from '../../shared/case/ids.ts'
import { canonicalRecord, recordDigest } from '../../shared/note/canonical.ts'
import { all, type Db, first, query } from './db.ts'
import { readStoredNote } from './read-notes.ts'
import { type RecordRow, readRecords } from './records.ts'
import { detailOf, refusing, StoreRefusal } from './refusal.ts'

/** Something in an archive that does not hold. */
export interface ArchiveFinding {
  kind:
    | 'integrity'
    | 'foreign-key'
    | 'digest'
    | 'note-differs'
    | 'chain'
    | 'record-missing'
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

/** A record against its own digest, against the note as it stands, and against the record before it. */
function recordFindings(db: Db, record: RecordRow, before: RecordRow | undefined): ArchiveFinding[] {
  const id = noteIdSchema.parse(record.note_id)
  const found: ArchiveFinding[] = []
  if (recordDigest(record.canonical) !== record.digest || record.signature.digest !== record.digest)
    found.push(finding('digest', { id }, id))
  const note = readStoredNote(db, id)
  if (note.status !== 'journalford' || canonicalRecord(note, record.signature) !== record.canonical)
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

/** Notes whose revisions are not 1, 2, 3 … up to the current, or whose last is not what the note holds. */
function brokenRevisions(db: Db): ArchiveFinding[] {
  const notes = query
    .selectFrom('notes')
    .select('notes.id')
    .where(
      sql<boolean>`NOT EXISTS (
        SELECT 1 FROM revisions last
        WHERE last.note_id = notes.id AND last.revision = notes.revision AND last.answers = notes.answers
          AND last.objections IS notes.objections AND last.set_aside IS notes.set_aside)
      OR (SELECT count(*) FROM revisions r WHERE r.note_id = notes.id) <> notes.revision`,
    )
  return all(db, notes, idRow).map(({ id }) => finding('revisions', { id }, id))
}

const logRow = z.object({ found: z.int(), expected: z.int().nullable() })

function logFindings(db: Db): ArchiveFinding[] {
  const counted = query
    .selectFrom('log')
    .select(({ fn }) => [fn.countAll().as('found'), fn.max('seq').as('expected')])
  const row = first(db, counted, logRow)
  const expected = row?.expected ?? 0
  return row === undefined || row.found === expected ? [] : [finding('log', { found: row.found, expected })]
}

/**
 * Recomputes every digest, walks every case's chain, compares each signed note with its record and each note with
 * its revisions, looks for gaps in the log and lets the database check itself. Changes nothing.
 */
export function verifyArchive(db: Db): ArchiveFinding[] {
  try {
    const records = readRecords(db)
    return [
      ...databaseFindings(db),
      ...records.flatMap((record, index) => recordFindings(db, record, records[index - 1])),
      ...unrecorded(db),
      ...brokenRevisions(db),
      ...logFindings(db),
    ]
  } catch (error) {
    // Too damaged to be read through, which is itself the finding.
    if (error instanceof StoreRefusal && error.code === 'ARCHIVE_CORRUPT')
      return [finding('integrity', { detail: detailOf(error) })]
    throw error
  }
}
