import { sql } from 'kysely'
import { z } from 'zod'
import { timestampSchema } from '../../shared/case/dates.ts'
import type { StoredUser } from '../../shared/user/stored-user.ts'
import { rightSchema, roleSchema, type UserId, userIdSchema, userNameSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, jsonColumn, query } from './db.ts'
import { refusal } from './refusal.ts'

const userRow = z
  .object({
    id: userIdSchema,
    name: userNameSchema,
    roles: jsonColumn(z.array(roleSchema).min(1)),
    rights: jsonColumn(z.array(rightSchema)),
    added_at: timestampSchema,
    left_at: timestampSchema.nullable(),
  })
  .transform(
    ({ added_at, left_at, ...user }): StoredUser => ({
      ...user,
      addedAt: added_at,
      ...(left_at === null ? {} : { leftAt: left_at }),
    }),
  )

const allUsers = query.selectFrom('users').selectAll().orderBy(sql`rowid`)

/** Everybody who works or has worked in the archive, in the order they were added. */
export function readUsers(db: Db): StoredUser[] {
  return all(db, allUsers, userRow)
}

/** A user. NOT_FOUND. */
export function readUserById(db: Db, id: UserId): StoredUser {
  const [found] = all(db, allUsers.where('id', '=', id), userRow)
  if (!found) throw refusal('NOT_FOUND', { what: 'user', id })
  return found
}

/** Adds a user. */
export function insertUser(db: Db, { id, name, roles, rights, addedAt, leftAt }: StoredUser): void {
  execute(
    db,
    query.insertInto('users').values({
      id,
      name,
      roles: JSON.stringify(roles),
      rights: JSON.stringify(rights),
      added_at: addedAt,
      left_at: leftAt ?? null,
    }),
  )
}

/** Writes what is now said of a user; `leftAt` undefined: they work here. */
export function updateUser(db: Db, { id, name, roles, rights, leftAt }: StoredUser): void {
  execute(
    db,
    query
      .updateTable('users')
      .set({
        name,
        roles: JSON.stringify(roles),
        rights: JSON.stringify(rights),
        left_at: leftAt ?? null,
      })
      .where('id', '=', id),
  )
}
