import type Database from 'better-sqlite3'

/** Comments on notes, kept apart from what the notes say. */
export const comments = {
  version: 10,
  name: 'comments',
  up: (_database: Database.Database) => undefined,
}
