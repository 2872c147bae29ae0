import type Database from 'better-sqlite3'

/** Why each revision was made, and its answers in little room. */
export const history = {
  version: 11,
  name: 'history',
  up: (_database: Database.Database) => undefined,
}
