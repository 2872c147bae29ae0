import { facetWord } from '../../../shared/search/documents.ts'
import { type Db, refusingRaw } from '../db.ts'
import { firstIdOf, IDS_A_MINUTE } from './ids.ts'
import { addTerms, addValue, indexDocument, type WrittenDocument } from './write.ts'

/** So much is gathered before FTS5 writes it, while an archive is filled, and as FTS5 has it by itself, in bytes. */
const GATHERED = 64 << 20
const USUAL = 1 << 20
/** FTS5 merges what it has written, without fail, at so many pieces; usually at 64 (migration 21). */
const MOST_PIECES = 1999
const USUAL_PIECES = 64
/** So many pieces of a level are put together when nobody saves, as FTS5 has it by itself. */
const USUAL_MERGE = 4

/** So many levels of pieces lie below what an archive was filled with. Own choice: all of it is merged again after 2^16 saves or so. */
const LEVELS = 8

/** Takes documents of an archive that is being filled, which nobody else writes in, and writes them many at a time. */
export interface DocumentFiller {
  /** Adds the document of the case with a number; `own` are those of its words that may not be known yet. */
  readonly add: (n: number, document: WrittenDocument, own: string) => void
  /** Writes what was added, the first first: FTS5 begins anew whenever an id is less than the one before. */
  readonly write: () => void
  /** Puts the pieces of the index together. */
  readonly end: () => void
}

/**
 * Gives an empty index its levels. FTS5 merges four pieces of a level into one of the next, and puts what is optimized above the
 * highest. In an index that was filled in one go that is the second: a few saves later all of it would be merged again, which takes
 * minutes. So pieces of nothing are merged first, as saves would have done by and by.
 */
function raiseLevels(db: Db): void {
  refusingRaw(db, (raw) => {
    const add = raw.prepare(
      `INSERT INTO search_index (rowid, words, facets) VALUES (CAST(? AS INTEGER), 'x', '')`,
    )
    const merge = raw.prepare(`INSERT INTO search_index (search_index, rank) VALUES ('merge', 1000)`)
    const ids = Array.from({ length: 2 ** LEVELS }, (_, index) => -1 - index)
    for (const id of ids) {
      add.run(id)
      merge.run()
    }
    const cut = raw.prepare('DELETE FROM search_index WHERE rowid = CAST(? AS INTEGER)')
    for (const id of ids) cut.run(id)
  })
}

/** The filler of an archive; `texts` are the words of texts that stand in many documents. */
export function createFiller(db: Db, texts: readonly string[]): DocumentFiller {
  const nextIn = new Map<number, number>()
  const terms = new Set(texts.flatMap((text) => text.split(' ')))
  const values = new Set<string>()
  let waiting: { n: number; id: number; document: WrittenDocument }[] = []

  const configure = (settings: Readonly<Record<string, number>>) =>
    refusingRaw(db, (raw) => {
      const set = raw.prepare('INSERT INTO search_index (search_index, rank) VALUES (?, CAST(? AS INTEGER))')
      for (const [name, value] of Object.entries(settings)) set.run(name, value)
    })
  configure({ usermerge: 2 })
  raiseLevels(db)
  configure({ usermerge: USUAL_MERGE, hashsize: GATHERED, crisismerge: MOST_PIECES })
  addTerms(db, terms)

  function idFor({ document: { at } }: WrittenDocument): number {
    for (let first = firstIdOf(Date.parse(at)); ; first += IDS_A_MINUTE) {
      const used = nextIn.get(first) ?? 0
      if (used === IDS_A_MINUTE) continue
      nextIn.set(first, used + 1)
      return first + used
    }
  }

  return {
    add: (n, document, own) => {
      waiting.push({ n, id: idFor(document), document })
      const unknown = own.split(' ').filter((word) => !terms.has(word))
      addTerms(db, new Set(unknown))
      for (const word of unknown) terms.add(word)
      for (const [field, value] of document.document.facets) {
        const key = `${field} ${value}`
        if (values.has(key)) continue
        values.add(key)
        addValue(db, facetWord(field, value), value)
      }
    },
    write: () => {
      for (const { n, id, document } of waiting.toSorted((a, b) => a.id - b.id))
        indexDocument(db, n, id, document)
      waiting = []
    },
    end: () => {
      refusingRaw(db, (raw) => raw.exec(`INSERT INTO search_index (search_index) VALUES ('optimize')`))
      configure({ hashsize: USUAL, crisismerge: USUAL_PIECES })
    },
  }
}
