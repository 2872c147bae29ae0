import type Database from 'better-sqlite3'

/** One step from a database of version `version - 1` to `version`. Never changed once shipped. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (database: Database.Database) => void
}
