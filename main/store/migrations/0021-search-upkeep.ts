import type Database from 'better-sqlite3'

/**
 * A save adds its piece to the search index and leaves the rest: pieces are put together when nobody saves (upkeep.ts). Only where
 * that has not been for very long, a save does it.
 */
export const searchUpkeep = {
  version: 21,
  name: 'search-upkeep',
  up: (database: Database.Database) => {
    const set = database.prepare(
      'INSERT INTO search_index (search_index, rank) VALUES (?, CAST(? AS INTEGER))',
    )
    set.run('automerge', 0)
    set.run('crisismerge', 64)
  },
}
