import { z } from 'zod'
import { type User, userSchema } from '../../shared/note/note.ts'
import { type Db, first, jsonColumn, query, run, transaction } from './db.ts'
import { addToLog, type LogAction } from './log.ts'
import { refusal } from './refusal.ts'
import type { Stamp } from './stamp.ts'

/** Who notes are written under from now on; earlier notes keep their author. */
export function writeUser(db: Db, stamp: Stamp, action: LogAction): void {
  const user = JSON.stringify(stamp.by)
  transaction(db, () => {
    run(
      db,
      query
        .insertInto('archive')
        .values({ id: 1, user })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ user })),
    )
    addToLog(db, stamp, action)
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
