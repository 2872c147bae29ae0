import type Database from 'better-sqlite3'

/** Who may work in an archive, and in which roles. */
export const users = {
  version: 7,
  name: 'users',
  up: (_database: Database.Database) => undefined,
}
