import type Database from 'better-sqlite3'

/** The user's own phrases, inside the encrypted archive: what they say, and where they are offered. */
export const ownPhrases = {
  version: 6,
  name: 'phrases',
  up: (database: Database.Database) => {
    database.exec('CREATE TABLE phrases (id TEXT PRIMARY KEY NOT NULL, phrase TEXT NOT NULL) STRICT')
  },
}
