import type { Migration } from './migration.ts'

/** How many times the details of a case have been written, so that two windows never write over each other's. */
export const caseRevision: Migration = {
  version: 2,
  name: 'case-revision',
  up: (database) => {
    database.exec('ALTER TABLE cases ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1)')
  },
}
