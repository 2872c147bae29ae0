import { sql } from 'kysely'
import { z } from 'zod'
import { caseSchema } from '../../shared/case/case.ts'
import type { NoteId } from '../../shared/case/ids.ts'
import type { ReviewVerb } from '../../shared/note/lifecycle.ts'
import type { StoredNote } from '../../shared/note/note.ts'
import {
  isOpen,
  type Queued,
  queuedSchema,
  type ReviewEvent,
  reviewEventSchema,
  stateOf,
} from '../../shared/note/review.ts'
import { isSamePerson, type User, userSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, jsonColumn, query } from './db.ts'
import { decisionDigest } from './decisions.ts'
import { addToLog, type LogAction } from './log.ts'
import { refusal } from './refusal.ts'

const logged: Readonly<Record<ReviewVerb, LogAction>> = {
  'lamna-in': 'review-submitted',
  'ta-tillbaka': 'review-taken-back',
  aterlamna: 'review-returned',
  godkann: 'review-approved',
  las: 'note-locked',
  'las-upp': 'note-unlocked',
}

const json = jsonColumn(z.unknown())

const eventRow = z
  .looseObject({ by: json, to: json.nullable(), verdicts: json.nullable() })
  .transform((row): unknown => ({
    id: row.id,
    noteId: row.note_id,
    seq: row.seq,
    at: row.at,
    by: row.by,
    verb: row.verb,
    revision: row.revision,
    ...(row.to === null ? {} : { to: row.to }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.verdicts === null ? {} : { verdicts: row.verdicts }),
  }))
  .pipe(reviewEventSchema)

/** What has happened to a note in review, oldest first. */
export function readReviewEvents(db: Db, noteId: NoteId): ReviewEvent[] {
  const events = query.selectFrom('review_events').selectAll().where('note_id', '=', noteId).orderBy('seq')
  return all(db, events, eventRow)
}

/** Adds an event to a note's review, and logs it with its digest. Part of a transaction. */
export function addReviewEvent(
  db: Db,
  { caseId }: Pick<StoredNote, 'caseId'>,
  event: Omit<ReviewEvent, 'seq'>,
): ReviewEvent {
  const { id, noteId, at, by, verb, revision, to, reason, verdicts } = event
  const added = { ...event, seq: readReviewEvents(db, noteId).length + 1 }
  const row = {
    id,
    note_id: noteId,
    seq: added.seq,
    at,
    by: JSON.stringify(by),
    verb,
    revision,
    to: to === undefined ? null : JSON.stringify(to),
    reason: reason ?? null,
    verdicts: verdicts === undefined ? null : JSON.stringify(verdicts),
  }
  execute(db, query.insertInto('review_events').values(row))
  addToLog(db, { by, at }, logged[verb], { caseId, noteId, digest: decisionDigest(row) })
  return added
}

const writerRow = z.object({ by: jsonColumn(userSchema) })

/** Everybody who has written in a note, its author first: who began it, and who saved a revision of it. To let it follow its template is no writing. */
export function readWriters(db: Db, { id, author }: Pick<StoredNote, 'id' | 'author'>): User[] {
  const revised = query
    .selectFrom('revisions')
    .select('by')
    .distinct()
    .where('note_id', '=', id)
    .where('cause', '<>', 'foljde-mallen')
  return [author, ...all(db, revised, writerRow).map(({ by }) => by)]
}

/** Whether somebody has written in a note, be it a word. */
export const hasWritten = (db: Db, note: Pick<StoredNote, 'id' | 'author'>, user: User): boolean =>
  readWriters(db, note).some((writer) => isSamePerson(writer, user))

/** Refuses to write in a note that is signed, in review or locked. NOTE_SIGNED, NOTE_FROZEN. */
export function refuseFrozen(note: StoredNote): void {
  if (note.status === 'journalford') throw refusal('NOTE_SIGNED', { id: note.id })
  if (!isOpen(note)) throw refusal('NOTE_FROZEN', { id: note.id, state: stateOf(note) })
}

const queueRow = z
  .looseObject({ by: json, to: json.nullable(), author: json, details: jsonColumn(caseSchema) })
  .transform((row): unknown => ({
    noteId: row.note_id,
    caseId: row.case_id,
    caseNumber: row.details.number,
    insured: row.details.insured.name,
    template: { id: row.template_id, version: row.template_version },
    kind: row.kind,
    owner: row.owner,
    author: row.author,
    verb: row.verb,
    at: row.at,
    by: row.by,
    ...(row.to === null ? {} : { to: row.to }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
  .pipe(queuedSchema)

/**
 * Every draft that is in review, by its newest event alone, the one that has waited longest first. Begins with the events, so
 * that it costs what has been reviewed and not what has been written.
 */
export function readQueue(db: Db): Queued[] {
  const newest = query
    .selectFrom('review_events')
    .select(['note_id', sql<number>`max(seq)`.as('seq')])
    .groupBy('note_id')
  const queued = query
    .selectFrom(newest.as('newest'))
    .innerJoin('review_events as event', (join) =>
      join.onRef('event.note_id', '=', 'newest.note_id').onRef('event.seq', '=', 'newest.seq'),
    )
    .innerJoin('notes', 'notes.id', 'event.note_id')
    .innerJoin('cases', 'cases.id', 'notes.case_id')
    .select(['event.note_id', 'event.verb', 'event.at', 'event.by', 'event.to', 'event.reason'])
    .select(['notes.case_id', 'notes.template_id', 'notes.template_version', 'notes.kind'])
    .select(['notes.owner', 'notes.author', 'cases.details'])
    .where('notes.status', '=', 'utkast')
    .where('event.verb', 'in', ['lamna-in', 'aterlamna', 'godkann'])
    .orderBy('event.at')
  return all(db, queued, queueRow)
}
