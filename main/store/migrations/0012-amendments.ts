import type Database from 'better-sqlite3'

/** Notes that correct or add to a signed one, and those that are annulled. */
export const amendments = {
  version: 12,
  name: 'amendments',
  up: (_database: Database.Database) => undefined,
}
