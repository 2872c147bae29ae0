import type Database from 'better-sqlite3'

/** What remains of a case that has been disposed of. */
export const disposal = {
  version: 13,
  name: 'disposal',
  up: (_database: Database.Database) => undefined,
}
