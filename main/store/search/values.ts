import { z } from 'zod'
import { facetWord } from '../../../shared/search/documents.ts'
import { type SearchFieldId, searchFieldOf } from '../../../shared/search/fields.ts'
import { plainWords } from '../../../shared/search/words.ts'
import { type Db, prepared, refusingRaw } from '../db.ts'

/** So many values one written in a filter stands for, at most. Own choice. */
const MOST_VALUES = 200
const LAST = '\u{10FFFF}'

/** The queries by which values of filters are looked up, for the store and for the test of their plans. */
export const valueQueries = {
  whole: 'SELECT word, label FROM search_values WHERE word = ?',
  beginning: 'SELECT word, label FROM search_values WHERE word >= ? AND word < ? ORDER BY word LIMIT ?',
  inside:
    'SELECT word, label FROM search_values WHERE word >= ? AND word < ? AND instr(word, ?) ORDER BY word LIMIT ?',
} as const

const valueRow = z.object({ word: z.string(), label: z.string() })
export type SearchValue = z.infer<typeof valueRow>

function rows(db: Db, sql: string, ...values: readonly (string | number)[]): SearchValue[] {
  return refusingRaw(db, () => z.array(valueRow).parse(prepared(db, sql).all(...values)))
}

/** The values of a filter of which a name begins so: at the beginning first, and else anywhere in them. */
export function valuesLike(db: Db, field: SearchFieldId, text: string, most: number): SearchValue[] {
  const from = facetWord(field, text)
  const begin = rows(db, valueQueries.beginning, from, `${from}${LAST}`, most)
  if (begin.length >= most || plainWords(text).length === 0) return begin
  const all = facetWord(field, '')
  const inside = from.slice(all.length)
  const others = rows(db, valueQueries.inside, `${all}`, `${all}${LAST}`, inside, most)
  const known = new Set(begin.map(({ word }) => word))
  return [...begin, ...others.filter(({ word }) => !known.has(word))].slice(0, most)
}

/** The words of the index that a value written in a filter stands for: its own, or where no document has that, all like it. */
export function valueWords(db: Db, field: SearchFieldId, value: string): string[] {
  const whole = facetWord(field, value)
  if (searchFieldOf(field).kind !== 'open' || rows(db, valueQueries.whole, whole).length > 0) return [whole]
  const like = valuesLike(db, field, value, MOST_VALUES)
  return like.length === 0 ? [whole] : like.map(({ word }) => word)
}
