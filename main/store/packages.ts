import { sql } from 'kysely'
import { z } from 'zod'
import { timestampSchema } from '../../shared/case/dates.ts'
import { type CaseId, caseIdSchema } from '../../shared/case/ids.ts'
import { type PackageId, packageIdSchema, reviewedNoteSchema } from '../../shared/package/package.ts'
import { type User, userSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, first, jsonColumn, query } from './db.ts'

const packageRow = z
  .object({
    id: packageIdSchema,
    case_id: caseIdSchema,
    direction: z.enum(['sent', 'received']),
    at: timestampSchema,
    by: jsonColumn(userSchema),
    sender: jsonColumn(userSchema).nullable(),
    reply: z.string().nullable(),
    notes: jsonColumn(z.array(reviewedNoteSchema)),
  })
  .transform(({ case_id, sender, reply, ...row }) => ({
    ...row,
    caseId: case_id,
    ...(sender === null ? {} : { sender }),
    ...(reply === null ? {} : { reply }),
  }))
export type KeptPackage = z.infer<typeof packageRow>

const packages = query.selectFrom('packages').selectAll()

const inOrder = sql`rowid`

/** A package that was sent from here, or received. */
export const readPackage = (db: Db, id: PackageId): KeptPackage | undefined =>
  first(db, packages.where('id', '=', id), packageRow)

/** The packages of a case, oldest first. */
export const packagesOf = (db: Db, caseId: CaseId): KeptPackage[] =>
  all(db, packages.where('case_id', '=', caseId).orderBy(inOrder), packageRow)

/** The cases that were received for review, each by its newest package. */
export const receivedPackages = (db: Db): KeptPackage[] => [
  ...new Map(
    all(db, packages.where('direction', '=', 'received').orderBy(inOrder), packageRow).map((each) => [
      each.caseId,
      each,
    ]),
  ).values(),
]

/** Keeps that a package was sent or received: ids and digests, never content. Part of a transaction. */
export function writePackage(db: Db, kept: KeptPackage): void {
  const { id, caseId, direction, at, by, sender, reply, notes } = kept
  execute(
    db,
    query.insertInto('packages').values({
      id,
      case_id: caseId,
      direction,
      at,
      by: JSON.stringify(by),
      sender: sender === undefined ? null : JSON.stringify(sender),
      reply: reply ?? null,
      notes: JSON.stringify(notes),
    }),
  )
}

const identityRow = z.object({ identity: z.string() })
const identities = query.selectFrom('age_identities').select('identity')

/** The key of age that a user opens packages with, or undefined where they have none. */
export const readIdentity = (db: Db, { id }: Pick<User, 'id'>): string | undefined =>
  id === undefined ? undefined : first(db, identities.where('user_id', '=', id), identityRow)?.identity

export function writeIdentity(db: Db, { id }: Pick<User, 'id'>, identity: string): void {
  if (id !== undefined) execute(db, query.insertInto('age_identities').values({ user_id: id, identity }))
}
