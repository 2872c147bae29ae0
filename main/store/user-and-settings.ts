import { z } from 'zod'
import { rights, type User, type UserId, userSchema } from '../../shared/user/user.ts'
import { all, type Db, execute, first, jsonColumn, query, transaction } from './db.ts'
import { addToLog, type Stamp } from './log.ts'
import { refusal } from './refusal.ts'
import { insertUser } from './users.ts'

/** A user with an id, as all have who begin now. */
export type StartingUser = User & { readonly id: UserId }

/** Who notes are written under from now on; earlier notes keep their author. */
export function writeCurrentUser(db: Db, current: User): void {
  const user = JSON.stringify(current)
  execute(
    db,
    query
      .insertInto('archive')
      .values({ id: 1, user })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ user })),
  )
}

/** The first user of a new archive: they have every right, and work in it. */
export function foundArchive(db: Db, { by, at }: { by: StartingUser; at: Stamp['at'] }): void {
  const { id, name, role } = by
  transaction(db, () => {
    insertUser(db, { id, name, roles: [role], rights: [...rights], addedAt: at })
    writeCurrentUser(db, by)
    addToLog(db, { by, at }, 'archive-created', { userId: id })
  })
}

/** Who notes are written under. */
export function readUser(db: Db): User {
  const row = first(
    db,
    query.selectFrom('archive').select('user'),
    z.object({ user: jsonColumn(userSchema) }),
  )
  if (!row) throw refusal('ARCHIVE_CORRUPT', { path: db.path, detail: 'user' })
  return row.user
}

const rowSchema = z.object({ key: z.string(), value: jsonColumn(z.json()) })
type Json = z.infer<typeof rowSchema>['value']

/** All settings, by key. */
export function readSettings(db: Db): Record<string, Json> {
  const rows = all(db, query.selectFrom('settings').select(['key', 'value']).orderBy('key'), rowSchema)
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

/** Sets one setting. */
export function writeSetting(db: Db, key: string, setting: Json): void {
  const value = JSON.stringify(setting)
  transaction(db, () =>
    execute(
      db,
      query
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value })),
    ),
  )
}
