import type Database from 'better-sqlite3'

/** How many times the details of a case have been written, so that two windows never write over each other's. */
export const caseRevision = {
  version: 2,
  name: 'case-revision',
  up: (database: Database.Database) => {
    database.exec('ALTER TABLE cases ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)')
  },
}
