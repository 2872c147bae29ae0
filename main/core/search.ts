import { valuesBeginning } from '../../shared/search/completions.ts'
import { facetWord } from '../../shared/search/documents.ts'
import { searchFieldOf } from '../../shared/search/fields.ts'
import type { FoundPage } from '../../shared/search/found.ts'
import { printSearch } from '../../shared/search/print.ts'
import type { SearchQuery } from '../../shared/search/query.ts'
import { newestVersions } from '../../shared/template/template.ts'
import { transaction } from '../store/db.ts'
import { quickSearch, searchCount, searchMore, searchPage, searchValues } from '../store/readers/questions.ts'
import { forgetSearch, keepSearch, savedSearches } from '../store/search/saved.ts'
import { type CoreState, calls, dbOf, openArchiveOf, reading } from './calls.ts'
import { withHits } from './search-hits.ts'

/** So far hits are counted; so many values are offered, and the hits of each counted so far. Own choices. */
const MOST_COUNTED = 10_000
const MOST_VALUES = 20
const MOST_OF_A_VALUE = 1000

/** Whose searches are kept: whoever has no id is known by their name. */
function userOf(state: CoreState): string {
  const { id, name } = openArchiveOf(state).user
  return id ?? name
}

/** The search with its words spelled as they are meant; undefined where none is misspelt. */
function instead(query: SearchQuery, misspelt: FoundPage['misspelt']): string | undefined {
  if (misspelt.length === 0) return undefined
  const meant = new Map(misspelt.map(({ word, instead }) => [word, instead]))
  const terms = query.terms.map((term) => ({ ...term, text: meant.get(term.text) ?? term.text }))
  return printSearch({ ...query, terms })
}

/** The templates whose id or name begins so, or has it in it. */
function templatesLike(state: CoreState, prefix: string) {
  const sought = facetWord('mall', prefix)
  const inside = sought.slice(facetWord('mall', '').length)
  return newestVersions(state.templates.all)
    .filter(({ id, title }) =>
      [id, title.sv, title.en].some((text) => facetWord('mall', text).includes(inside)),
    )
    .map(({ id }) => id)
}

/** A number that was counted one further than `most`. */
const countedTo = (most: number, count: number) => ({ count: Math.min(count, most), atLeast: count > most })

/** Search across all cases, by what the index has of them. */
export const searchCalls = {
  find: calls.search.find.handler(async ({ input, context: { state }, signal }) => {
    const { query } = input
    const found = await reading(state, searchPage, input, signal)
    const groups = withHits(dbOf(state), state.templates.all, found)
    const meant = instead(query, found.misspelt)
    return {
      groups,
      ...(found.next && { next: found.next }),
      ...(meant !== undefined && { instead: meant }),
      ...(found.atLeast && { atLeast: true }),
    }
  }),

  more: calls.search.more.handler(async ({ input, context: { state }, signal }) => {
    const found = await reading(state, searchMore, input, signal)
    const [group] = withHits(dbOf(state), state.templates.all, found)
    if (group === undefined) return { hits: [], more: 0 }
    const { hits, more, next } = group
    return { hits, more, ...(next && { next }) }
  }),

  count: calls.search.count.handler(async ({ input: { query }, context: { state }, signal }) => {
    const count = await reading(state, searchCount, { query, most: MOST_COUNTED + 1 }, signal)
    return countedTo(MOST_COUNTED, count)
  }),

  complete: calls.search.complete.handler(async ({ input: { field, prefix }, context: { state } }) => {
    if (searchFieldOf(field).kind === 'date') return { field, values: [] }
    const known = field === 'mall' ? templatesLike(state, prefix) : valuesBeginning(field, prefix, 'sv')
    // Read to its end in milliseconds, also where somebody has typed on: a thread that nobody waits for is closed, and opened anew.
    const offered = await reading(state, searchValues, {
      field,
      sought: known?.slice(0, MOST_VALUES) ?? { prefix, limit: MOST_VALUES },
      most: MOST_OF_A_VALUE + 1,
    })
    const values = offered.map(({ value, count }) => ({ value, ...countedTo(MOST_OF_A_VALUE, count) }))
    return { field, values }
  }),

  open: calls.search.open.handler(({ input, context: { state }, signal }) =>
    reading(state, quickSearch, input, signal),
  ),

  saved: {
    list: calls.search.saved.list.handler(({ context: { state } }) =>
      savedSearches(dbOf(state), userOf(state)),
    ),
    save: calls.search.saved.save.handler(({ input, context: { state } }) => {
      const db = dbOf(state)
      transaction(db, () => keepSearch(db, userOf(state), input))
    }),
    remove: calls.search.saved.remove.handler(({ input: { name }, context: { state } }) => {
      const db = dbOf(state)
      transaction(db, () => forgetSearch(db, userOf(state), name))
    }),
  },
}
