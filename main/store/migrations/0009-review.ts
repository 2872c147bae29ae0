import type Database from 'better-sqlite3'

/** What has happened to a note on its way through review, and the verdicts. */
export const review = {
  version: 9,
  name: 'review',
  up: (_database: Database.Database) => undefined,
}
