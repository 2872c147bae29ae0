import { isoDateSchema } from '../../../shared/case/dates.ts'
import { ANY_DOCUMENT } from '../../../shared/search/documents.ts'
import type { SearchFieldId } from '../../../shared/search/fields.ts'
import type { Sought } from '../../../shared/search/found.ts'
import type { SearchFilter, SearchQuery, SearchTerm } from '../../../shared/search/query.ts'
import { plainWords } from '../../../shared/search/words.ts'
import type { Db } from '../db.ts'
import { firstIdOfDay } from './ids.ts'
import { formsOf, wordsBeginning } from './terms.ts'
import { valueWords } from './values.ts'

/** A search as the index is asked it: what must match, and between which ids. */
export interface Matched {
  /** An expression of FTS5. All that comes of what somebody wrote stands in it as words between quotation marks. */
  readonly match: string
  /** The first id, and the one after the last. */
  readonly from: number
  readonly before: number
  readonly sought: Sought
}

// Words are letters and digits, and the two signs that join them in facets, so that none can end its quotation marks.
const quoted = (...words: readonly string[]) => `"${words.join(' ')}"`
const anyOf = (choices: readonly string[]) => `(${choices.join(' OR ')})`
const inWords = (expression: string) => `words : (${expression})`
const inFacets = (choices: readonly string[]) => `facets : ${anyOf(choices)}`

interface ReadTerm {
  readonly expression: string
  readonly sought: Sought['terms'][number]
}

const ofPhrase = (words: string[], expression: string): ReadTerm => ({
  expression: inWords(expression),
  sought: { kind: 'phrase', texts: words },
})

/** A term as an expression; undefined where it has no word that can be found. */
function readTerm(db: Db, { kind, text }: SearchTerm, forgiving: boolean): ReadTerm | undefined {
  const words = plainWords(text)
  const [word] = words
  if (word === undefined) return undefined
  if (kind === 'prefix') {
    if (words.length > 1) return ofPhrase(words, `${quoted(...words)} *`)
    const found = wordsBeginning(db, word, forgiving) ?? []
    const each = found.length === 0 ? `${quoted(word)} *` : anyOf(found.map((one) => quoted(one)))
    return { expression: inWords(each), sought: { kind: 'prefix', texts: [word] } }
  }
  // What is written together and is several words (26-1187) stands one after another.
  if (kind === 'phrase' || words.length > 1) return ofPhrase(words, quoted(...words))
  const texts = formsOf(db, word, forgiving)
  return {
    expression: inWords(anyOf(texts.map((form) => quoted(form)))),
    sought: { kind: 'words', texts },
  }
}

const isDay = ({ field }: SearchFilter) => field === 'efter' || field === 'fore'

/** Between which ids the days of a search lie: of several of a kind, any does; what is after no day is before it. */
function idsOf(filters: readonly SearchFilter[]): { from: number; before: number } {
  const days = (field: SearchFieldId, not: boolean) =>
    filters
      .filter((filter) => filter.field === field && filter.not === not)
      .flatMap(({ value }) => isoDateSchema.safeParse(value).data ?? [])
      .map(firstIdOfDay)
  const least = (ids: readonly number[], none: number) => (ids.length === 0 ? none : Math.min(...ids))
  const most = (ids: readonly number[], none: number) => (ids.length === 0 ? none : Math.max(...ids))
  return {
    from: Math.max(least(days('efter', false), 0), most(days('fore', true), 0)),
    before: Math.min(
      most(days('fore', false), Number.MAX_SAFE_INTEGER),
      least(days('efter', true), Number.MAX_SAFE_INTEGER),
    ),
  }
}

function filterExpressions(db: Db, filters: readonly SearchFilter[]): string[] {
  const byField = Map.groupBy(filters, ({ field }) => field)
  return [...byField].map(([field, each]) =>
    inFacets(each.flatMap(({ value }) => valueWords(db, field, value)).map((word) => quoted(word))),
  )
}

/** A search as the index is asked it. Nothing that is sought: nothing matches, of which `undefined` tells. */
export function matchOf(db: Db, { terms, filters, forgiving }: SearchQuery): Matched | undefined {
  if (![...terms, ...filters].some(({ not }) => !not)) return undefined
  const read = (not: boolean) =>
    terms.filter((term) => term.not === not).flatMap((term) => readTerm(db, term, forgiving) ?? [])
  const facets = filters.filter((filter) => !isDay(filter))
  const wanted = read(false)
  const all = [
    ...wanted.map(({ expression }) => expression),
    ...filterExpressions(
      db,
      facets.filter(({ not }) => !not),
    ),
  ]
  if (all.length === 0) all.push(inFacets([quoted(ANY_DOCUMENT)]))
  const without = [
    ...read(true).map(({ expression }) => expression),
    ...filterExpressions(
      db,
      facets.filter(({ not }) => not),
    ),
  ]
  const match = [all.map((one) => `(${one})`).join(' AND '), ...without.map((one) => `(${one})`)]
  return {
    match: match.length === 1 ? (match[0] ?? '') : `((${match[0]}) NOT (${match.slice(1).join(' OR ')}))`,
    ...idsOf(filters),
    sought: { terms: wanted.map(({ sought }) => sought), forgiving },
  }
}

/** The same search in the documents of these cases alone. */
export const matchWithin = (match: string, words: readonly string[]): string =>
  `(${match}) AND ${inFacets(words.map((word) => quoted(word)))}`
