import { z } from 'zod'
import { type Db, refusingRaw } from '../db.ts'

const texts = z.array(z.string())

/**
 * Takes out of the index what was deleted and is only marked so, and the words and values that no document has any more. Reads the
 * whole index through, as building the file anew does.
 */
export function sweepSearch(db: Db): void {
  refusingRaw(db, (raw) => {
    raw
      .transaction(() => {
        raw.exec(`INSERT INTO search_index (search_index) VALUES ('optimize')`)
        const has = raw.prepare('SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1').pluck()
        const dropTerm = raw.prepare('DELETE FROM search_terms WHERE term = ?')
        const dropValue = raw.prepare('DELETE FROM search_values WHERE word = ?')
        for (const term of texts.parse(raw.prepare('SELECT term FROM search_terms').pluck().all()))
          if (has.get(`words : ("${term}")`) === undefined) dropTerm.run(term)
        for (const word of texts.parse(raw.prepare('SELECT word FROM search_values').pluck().all()))
          if (has.get(`facets : ("${word}")`) === undefined) dropValue.run(word)
      })
      .immediate()
  })
}
