import { z } from 'zod'
import { type Timestamp, timestampSchema } from '../../shared/case/dates.ts'
import { type User, userSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, jsonColumn, query } from './db.ts'

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
  'case-created',
  'case-updated',
  'case-imported',
  'case-exported',
  'note-created',
  'note-moved',
  'note-signed',
  'comment-added',
  'comment-answered',
  'comment-resolved',
  'comment-reopened',
  'suggestion-accepted',
  'suggestion-declined',
  'note-annulled',
  'note-exported',
] as const
export type LogAction = (typeof logActions)[number]

const entrySchema = z
  .object({
    seq: z.int(),
    at: timestampSchema,
    by: jsonColumn(userSchema),
    action: z.enum(logActions),
    case_id: z.string().nullable(),
    note_id: z.string().nullable(),
    user_id: z.string().nullable(),
  })
  .transform(({ case_id, note_id, user_id, ...entry }) => ({
    ...entry,
    caseId: case_id,
    noteId: note_id,
    userId: user_id,
  }))
export type LogEntry = z.infer<typeof entrySchema>

/** Appends to the log, which is never changed. */
export function addToLog(
  db: Db,
  { by, at }: Stamp,
  action: LogAction,
  about: { caseId?: string; noteId?: string; userId?: string } = {},
): void {
  execute(
    db,
    query.insertInto('log').values({
      at,
      by: JSON.stringify(by),
      action,
      case_id: about.caseId ?? null,
      note_id: about.noteId ?? null,
      user_id: about.userId ?? null,
    }),
  )
}

/** Who did what, oldest first. */
export function readLog(db: Db): LogEntry[] {
  return all(db, query.selectFrom('log').selectAll().orderBy('seq'), entrySchema)
}
