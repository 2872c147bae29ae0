import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'

// As it was at this version: what schemas elsewhere say may change, a migration never does.
const currentSchema = z.looseObject({ name: z.string(), role: z.string() })

const tables = `
  CREATE TABLE users (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    rights TEXT NOT NULL,
    added_at TEXT NOT NULL,
    left_at TEXT
  ) STRICT;

  CREATE TRIGGER user_is_kept BEFORE DELETE ON users
    BEGIN SELECT RAISE(ABORT, 'a user is never deleted'); END;
  CREATE TRIGGER user_is_not_replaced BEFORE INSERT ON users
    WHEN EXISTS (SELECT 1 FROM users WHERE id = NEW.id OR rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, 'a user is never replaced'); END;
  CREATE TRIGGER user_keeps_identity BEFORE UPDATE ON users
    WHEN NEW.id IS NOT OLD.id OR NEW.rowid IS NOT OLD.rowid OR NEW.added_at IS NOT OLD.added_at
    BEGIN SELECT RAISE(ABORT, 'a user keeps their id'); END;

  ALTER TABLE log ADD COLUMN user_id TEXT;
`

/**
 * Who may work in an archive, and in which roles; the log can say which user an entry is about. The one user of an archive
 * from before keeps their role and has every right, as whoever makes an archive has.
 */
export const users = {
  version: 7,
  name: 'users',
  up: (database: Database.Database) => {
    database.exec(tables)
    const stored: unknown = database.prepare('SELECT user FROM archive WHERE id = 1').pluck().get()
    if (typeof stored !== 'string') return
    const { name, role } = currentSchema.parse(JSON.parse(stored))
    const id = randomUUID()
    const since: unknown = database.prepare('SELECT at FROM log ORDER BY seq LIMIT 1').pluck().get()
    database
      .prepare('INSERT INTO users (id, name, roles, rights, added_at) VALUES (?, ?, ?, ?, ?)')
      .run(
        id,
        name,
        JSON.stringify([role]),
        JSON.stringify(['anvandare', 'gallring']),
        typeof since === 'string' ? since : new Date().toISOString(),
      )
    database.prepare('UPDATE archive SET user = ? WHERE id = 1').run(JSON.stringify({ id, name, role }))
  },
}
