import { z } from 'zod'
import { timestampSchema } from '../../shared/case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../../shared/case/ids.ts'
import { userIdSchema, userSchema } from '../../shared/user/user.ts'
import { all, type Db, jsonColumn, query } from './db.ts'

/** Which entries of the log; `from` and `until` are points in time, the second just after what is wanted. */
export interface LogRange {
  readonly user?: string | undefined
  readonly action?: string | undefined
  readonly caseId?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const row = z
  .object({
    seq: z.int(),
    at: timestampSchema,
    by: jsonColumn(userSchema),
    action: z.string(),
    case_id: caseIdSchema.nullable(),
    case_number: z.string().nullable(),
    note_id: noteIdSchema.nullable(),
    user_id: userIdSchema.nullable(),
    user_name: z.string().nullable(),
  })
  .transform(({ seq, at, by, action, ...about }) => ({
    seq,
    at,
    by,
    action,
    ...(about.case_id === null ? {} : { caseId: about.case_id }),
    ...(about.case_number === null ? {} : { caseNumber: about.case_number }),
    ...(about.note_id === null ? {} : { noteId: about.note_id }),
    ...(about.user_id === null ? {} : { userId: about.user_id }),
    ...(about.user_name === null ? {} : { userName: about.user_name }),
  }))
export type ReadEntry = z.infer<typeof row>

/** The newest entries in a range first, of those before `before`, at most `limit`. */
export function readLogRange(
  db: Db,
  { user, action, caseId, from, until }: LogRange,
  { before, limit }: { before?: number | undefined; limit: number },
): ReadEntry[] {
  let asked = query
    .selectFrom('log')
    .leftJoin('cases', 'cases.id', 'log.case_id')
    .leftJoin('users', 'users.id', 'log.user_id')
    .select([
      'log.seq as seq',
      'log.at as at',
      'log.by as by',
      'log.action as action',
      'log.case_id as case_id',
      'cases.number as case_number',
      'log.note_id as note_id',
      'log.user_id as user_id',
      'users.name as user_name',
    ])
    .orderBy('log.seq', 'desc')
    .limit(limit)
  if (before !== undefined) asked = asked.where('log.seq', '<', before)
  if (action !== undefined) asked = asked.where('log.action', '=', action)
  if (caseId !== undefined) asked = asked.where('log.case_id', '=', caseId)
  if (from !== undefined) asked = asked.where('log.at', '>=', from)
  if (until !== undefined) asked = asked.where('log.at', '<', until)
  if (user !== undefined)
    // Who did it stands as JSON; the id in it is unique, and no name can look like one with its key.
    asked = asked.where((eb) =>
      eb.or([eb('log.user_id', '=', user), eb('log.by', 'like', `%"id":"${user}"%`)]),
    )
  return all(db, asked, row)
}

/** The actions that stand in the log. */
export function loggedActions(db: Db): string[] {
  const asked = query.selectFrom('log').select('action').distinct().orderBy('action')
  return all(db, asked, z.object({ action: z.string() })).map(({ action }) => action)
}
