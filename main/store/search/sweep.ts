// Takes out of the search index what was deleted of it. FTS5 only marks that (migration 20): it goes when the pieces in which it
// stands are written anew, and in the end all of them are. At full size that takes minutes, so it is done a few pages at a time.
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import { type Db, refusingRaw, transaction } from '../db.ts'
import { mergeStep, PAGES_A_STEP, rewriteStep, shortenLog } from '../upkeep.ts'

/** So many words are looked up at a time, within a few milliseconds. */
const WORDS_A_STEP = 200
/** After so many steps the log is brought into the file, and it is told how far it has come. */
const STEPS_A_TURN = 8

/** How far it has come: of so many pages of the index, or a little more. */
export interface SweepProgress {
  readonly done: number
  readonly total: number
}

const texts = z.array(z.string())
const numbers = z.array(z.int())

const PIECES = `WITH RECURSIVE piece (id) AS (
  SELECT min(segid) FROM search_index_idx
  UNION ALL SELECT (SELECT min(segid) FROM search_index_idx WHERE segid > piece.id) FROM piece WHERE piece.id IS NOT NULL
) SELECT id FROM piece WHERE id IS NOT NULL`

/** The pieces that the index is in now. One that is being written keeps its number, and no other has it, until it is taken away. */
const piecesOf = (db: Db): number[] =>
  refusingRaw(db, (raw) => numbers.parse(raw.prepare(PIECES).pluck().all()))

/** Writes the index anew until no piece is left of those there were, with what is saved meanwhile in pieces of its own. */
async function rewriteIndex(db: Db, told: (progress: SweepProgress) => void): Promise<void> {
  const before = new Set(piecesOf(db))
  const pages = refusingRaw(db, (raw) => raw.prepare('SELECT count(*) FROM search_index_idx').pluck().get())
  const total = z.int().parse(pages)
  let more = rewriteStep(db)
  for (let step = 1; more && piecesOf(db).some((piece) => before.has(piece)); step += 1) {
    if (step % STEPS_A_TURN === 0) {
      shortenLog(db)
      told({ done: Math.min(step * PAGES_A_STEP, total), total })
    }
    await setImmediate()
    more = mergeStep(db) || rewriteStep(db)
  }
}

/** Takes away the words of a table which no document has any more. */
async function dropUnused(
  db: Db,
  { table, key, column }: { table: string; key: string; column: string },
): Promise<void> {
  const step = (after: string) =>
    transaction(db, () => {
      const { raw } = db
      const page = raw.prepare(`SELECT ${key} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`)
      const has = raw.prepare('SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1').pluck()
      const drop = raw.prepare(`DELETE FROM ${table} WHERE ${key} = ?`)
      const words = texts.parse(page.pluck().all(after, WORDS_A_STEP))
      for (const word of words) if (has.get(`${column} : ("${word}")`) === undefined) drop.run(word)
      return words.at(-1)
    })
  for (let after = step(''); after !== undefined; after = step(after)) await setImmediate()
}

/**
 * Takes out of the index what was deleted and is only marked so, and the words and values that no document has any more: all
 * there was when it began. Others save in between.
 */
export async function sweepSearch(
  db: Db,
  told: (progress: SweepProgress) => void = () => undefined,
): Promise<void> {
  await rewriteIndex(db, told)
  await dropUnused(db, { table: 'search_terms', key: 'term', column: 'words' })
  await dropUnused(db, { table: 'search_values', key: 'word', column: 'facets' })
}
