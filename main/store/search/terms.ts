import { z } from 'zod'
import { stemAsLast } from '../../../shared/search/endings.ts'
import { foldWord, isLetters } from '../../../shared/search/words.ts'
import { type Db, prepared, refusingRaw } from '../db.ts'
import { termRow, turned } from './write.ts'

/** So many words of the archive stand for one that is sought, at most: the plainest first. Own choice. */
export const MOST_FORMS = 200
/** A word is found at the end of compounds where it has so many letters: *plan* is, and *ro* would be everywhere. Own choice. */
const SHORTEST_IN_COMPOUND = 4
/** After every letter. */
const LAST = '\u{10FFFF}'

const texts = z.array(z.string())

function column(db: Db, sql: string, ...values: readonly (string | number)[]): string[] {
  return refusingRaw(db, () =>
    texts.parse(
      prepared(db, sql)
        .pluck()
        .all(...values),
    ),
  )
}

/** The queries by which words are looked up among all of the archive's, for the store and for the test of their plans. */
export const termQueries = {
  forms: 'SELECT term FROM search_terms WHERE tail >= ? AND tail < ? ORDER BY tail LIMIT ?',
  formsForgiving:
    'SELECT term FROM search_terms WHERE plain_tail >= ? AND plain_tail < ? ORDER BY plain_tail LIMIT ?',
  beginning: 'SELECT term FROM search_terms WHERE term >= ? AND term < ? ORDER BY term LIMIT ?',
  beginningForgiving: 'SELECT term FROM search_terms WHERE plain >= ? AND plain < ? ORDER BY plain LIMIT ?',
} as const

/**
 * The words of the archive that a word finds: its forms (*arbetsprövningen*, *arbetsprövning*), and compounds that end in it
 * (*återgångsplan* where *plan* is sought; what begins with it, such as *planering*, is another thing). Itself always.
 */
export function formsOf(db: Db, word: string, forgiving: boolean): string[] {
  if (!isLetters(word)) return [word]
  const { tail, plainTail } = termRow(word)
  const sql = forgiving ? termQueries.formsForgiving : termQueries.forms
  const read = (from: string, upTo: string) => column(db, sql, from, upTo, MOST_FORMS)
  const own = forgiving ? plainTail : tail
  const forms = read(own, `${own}\0`)
  if (word.length < SHORTEST_IN_COMPOUND) return [...new Set([word, ...forms])]
  const last = turned(forgiving ? foldWord(stemAsLast(word)) : stemAsLast(word))
  const all = [word, ...forms, ...read(own, `${own}${LAST}`), ...read(last, `${last}${LAST}`)]
  return [...new Set(all)].slice(0, MOST_FORMS)
}

/** The words of the archive that begin so; undefined where they are too many to name, or no words of letters alone. */
export function wordsBeginning(db: Db, prefix: string, forgiving: boolean): string[] | undefined {
  if (!isLetters(prefix)) return undefined
  const from = forgiving ? foldWord(prefix) : prefix
  const sql = forgiving ? termQueries.beginningForgiving : termQueries.beginning
  const found = column(db, sql, from, `${from}${LAST}`, MOST_FORMS + 1)
  return found.length > MOST_FORMS ? undefined : found
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyzåäöé')

/** Every word that is one letter from a word: one left out, put in, or another, or two that have changed places. */
export function oneLetterAway(word: string): Set<string> {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after !== '') found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
    for (const letter of letters) {
      found.add(before + letter + after)
      if (after !== '') found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  return found
}

/** A word this short is one letter from too many others for one of them to be meant. Own choice. */
const SHORTEST_MISSPELT = 4
/** Where several words are one letter away, the most used is meant; counted no further than this. */
const MOST_USES = 1000

/** The word that is meant by one that stands in no text; undefined where it does stand in one, or none is like it. */
export function meantBy(db: Db, word: string): string | undefined {
  if (word.length < SHORTEST_MISSPELT || !isLetters(word) || uses(db, word) > 0) return undefined
  const has = prepared(db, 'SELECT 1 FROM search_terms WHERE term = ?').pluck()
  const near = [...oneLetterAway(word)].filter((each) => has.get(each) !== undefined)
  return near
    .map((each) => ({ each, count: uses(db, each) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.each.localeCompare(b.each, 'sv'))[0]?.each
}

function uses(db: Db, word: string): number {
  const sql = 'SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT ?)'
  return refusingRaw(db, () => z.int().parse(prepared(db, sql).pluck().get(`words : ("${word}")`, MOST_USES)))
}
