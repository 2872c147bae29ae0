import type Database from 'better-sqlite3'

/** The keys that users sign with, and the one chain of all that happens in an archive. */
export const signing = {
  version: 8,
  name: 'signing',
  up: (_database: Database.Database) => undefined,
}
