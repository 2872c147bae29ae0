import type Database from 'better-sqlite3'

/**
 * A note that is moved to another template keeps what has no place there, and each revision says which template its answers
 * belong to; NULL in a revision from before, when a note had the template that it was begun in. The triggers of 0001 are for
 * the whole row, and so hold these columns too.
 */
export const setAside = {
  version: 5,
  name: 'set-aside',
  up: (database: Database.Database) => {
    database.exec('ALTER TABLE notes ADD COLUMN set_aside TEXT')
    database.exec('ALTER TABLE revisions ADD COLUMN set_aside TEXT')
    database.exec('ALTER TABLE revisions ADD COLUMN template_id TEXT')
    database.exec('ALTER TABLE revisions ADD COLUMN template_version INTEGER')
  },
}
