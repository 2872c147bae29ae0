import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Timestamp, timestampSchema } from '../../shared/case/dates.ts'
import { type Digest, digestSchema } from '../../shared/case/ids.ts'
import { type User, userSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, first, jsonColumn, query } from './db.ts'

/** Who does something, and when. */
export interface Stamp {
  by: User
  at: Timestamp
}

/** What is logged. Saves are not: the revisions say who saved when, and are kept just as strictly. */
export const logActions = [
  'archive-created',
  'user-added',
  'user-changed',
  'key-changed',
  'key-recovered',
  'recovery-key-made',
  'user-left',
  'user-switched',
  'user-began',
  'backup-made',
  'archive-restored',
  'case-created',
  'case-updated',
  'case-imported',
  'case-exported',
  'note-created',
  'note-moved',
  'note-followed',
  'note-restored',
  'note-read',
  'note-signed',
  'comment-added',
  'comment-answered',
  'comment-resolved',
  'comment-reopened',
  'suggestion-accepted',
  'suggestion-declined',
  'note-annulled',
  'case-disposed',
  'person-extracted',
  'note-exported',
  'list-exported',
  'report-exported',
  'calendar-exported',
  'package-made',
  'package-received',
  'package-answered',
  'package-merged',
  'record-imported',
  'annulment-imported',
  'record-chained',
  'signing-key-made',
  'anchored',
  'note-locked',
  'note-unlocked',
  'review-submitted',
  'review-taken-back',
  'review-returned',
  'review-approved',
  'template-begun',
  'template-discarded',
  'template-submitted',
  'template-taken-back',
  'template-returned',
  'template-approved',
  'template-published',
  'template-withdrawn',
  'template-exported',
  'template-imported',
] as const
export type LogAction = (typeof logActions)[number]

/** What an entry is about: ids and digests alone, never content. */
export interface About {
  caseId?: string
  noteId?: string
  /** Whom it concerns, where that is somebody else than who did it. */
  userId?: string
  /** The digest of the record that is signed, imported or taken out, or of what was decided of a note. */
  digest?: string
}

export const logEntrySchema = z
  .object({
    seq: z.int(),
    at: timestampSchema,
    by: jsonColumn(userSchema),
    action: z.enum(logActions),
    case_id: z.string().nullable(),
    note_id: z.string().nullable(),
    user_id: z.string().nullable(),
    about: z.string().nullable(),
    previous: digestSchema.nullable(),
    digest: digestSchema,
  })
  .transform(({ case_id, note_id, user_id, ...entry }) => ({
    ...entry,
    caseId: case_id,
    noteId: note_id,
    userId: user_id,
  }))
export type LogEntry = z.infer<typeof logEntrySchema>

/** The digest of an entry: SHA-256 over its canonical form (RFC 8785), in which the digest of the entry before stands. */
export function entryDigest(entry: Omit<LogEntry, 'digest'>): Digest {
  const { seq, at, by, action, caseId, noteId, userId, about, previous } = entry
  const text = canonicalize({ seq, at, by, action, caseId, noteId, userId, about, previous })
  return digestSchema.parse(
    createHash('sha256')
      .update(text ?? '', 'utf8')
      .digest('hex'),
  )
}

const newest = query.selectFrom('log').select(['seq', 'digest']).orderBy('seq', 'desc').limit(1)
const headSchema = z.object({ seq: z.int(), digest: digestSchema })

/** The newest entry, whose digest stands for the whole chain. Undefined while nothing has happened. */
export function logHead(db: Db): z.infer<typeof headSchema> | undefined {
  return first(db, newest, headSchema)
}

/** The digest of one entry, or undefined where there is none of that number. */
export function digestAt(db: Db, seq: number): Digest | undefined {
  const asked = query.selectFrom('log').select('digest').where('seq', '=', seq)
  return first(db, asked, z.object({ digest: digestSchema }))?.digest
}

/** Appends to the log, which is never changed: each entry holds the digest of the one before. Part of a transaction. */
export function addToLog(db: Db, { by, at }: Stamp, action: LogAction, about: About = {}): void {
  const last = logHead(db)
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at,
    by,
    action,
    caseId: about.caseId ?? null,
    noteId: about.noteId ?? null,
    userId: about.userId ?? null,
    about: about.digest ?? null,
    previous: last?.digest ?? null,
  }
  execute(
    db,
    query.insertInto('log').values({
      seq: entry.seq,
      at,
      by: JSON.stringify(by),
      action,
      case_id: entry.caseId,
      note_id: entry.noteId,
      user_id: entry.userId,
      about: entry.about,
      previous: entry.previous,
      digest: entryDigest(entry),
    }),
  )
}

/** Which entries are read; what is left out chooses nothing. */
export interface LogFilter {
  actions?: readonly LogAction[] | undefined
  caseId?: string | undefined
  noteId?: string | undefined
  /** Who did it, by id. */
  by?: string | undefined
  from?: Timestamp | undefined
  to?: Timestamp | undefined
  /** Only entries before this one: the next page. */
  before?: number | undefined
  limit?: number | undefined
}

/** Who did what, newest first, a page at a time. */
export function readLogPage(db: Db, filter: LogFilter): LogEntry[] {
  const { actions, caseId, noteId, by, from, to, before, limit = 200 } = filter
  let asked = query.selectFrom('log').selectAll().orderBy('seq', 'desc').limit(limit)
  if (actions !== undefined) asked = asked.where('action', 'in', [...actions])
  if (caseId !== undefined) asked = asked.where('case_id', '=', caseId)
  if (noteId !== undefined) asked = asked.where('note_id', '=', noteId)
  if (by !== undefined) asked = asked.where(sql<boolean>`json_extract("by", '$.id') = ${by}`)
  if (from !== undefined) asked = asked.where('at', '>=', from)
  if (to !== undefined) asked = asked.where('at', '<=', to)
  if (before !== undefined) asked = asked.where('seq', '<', before)
  return all(db, asked, logEntrySchema)
}

/** All of who did what, oldest first. */
export function readLog(db: Db): LogEntry[] {
  return all(db, query.selectFrom('log').selectAll().orderBy('seq'), logEntrySchema)
}

/** When the archive was made: its log begins with that. */
export function madeAt(db: Db): Date | undefined {
  const row = first(
    db,
    query.selectFrom('log').select('at').orderBy('seq').limit(1),
    z.object({ at: timestampSchema }),
  )
  return row && new Date(row.at)
}
