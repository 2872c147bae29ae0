import type Database from 'better-sqlite3'

/**
 * A note keeps which of its answers were taken over when it was begun, and from where; NULL where none were. It is about
 * how the note began, so its revisions need not say it, and what is signed is the answers themselves.
 */
export const takenOver = {
  version: 4,
  name: 'taken-over',
  up: (database: Database.Database) => {
    database.exec('ALTER TABLE notes ADD COLUMN taken_over TEXT')
  },
}
