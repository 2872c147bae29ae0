import type Database from 'better-sqlite3'

const tables = `
  CREATE TABLE traces (case_id TEXT PRIMARY KEY NOT NULL, indexed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX notes_by_amended ON notes (amends_note) WHERE amends_note IS NOT NULL;
  CREATE INDEX review_drafts_by_note ON review_drafts (note_id);
`

/**
 * The cases that were disposed of since the file was last built anew: something of them may still stand in it, between what its
 * pages hold, and in the search index as well while that is being written anew (traces.ts). And what refers to a note has an
 * index by it: without, every note that is deleted is looked for in all.
 */
export const traces = {
  version: 23,
  name: 'traces',
  up: (database: Database.Database) => {
    database.exec(tables)
  },
}
