import type Database from 'better-sqlite3'

/**
 * A note and each of its revisions keep the objections to how rules read its sentences; NULL where there are none. The
 * triggers of 0001 are for the whole row, and so hold these columns too.
 */
export const objections = {
  version: 3,
  name: 'objections',
  up: (database: Database.Database) => {
    database.exec('ALTER TABLE notes ADD COLUMN objections TEXT')
    database.exec('ALTER TABLE revisions ADD COLUMN objections TEXT')
  },
}
