import {
  findSearchField,
  findValue,
  foldName,
  isSearchChoice,
  readFilterValue,
  type SearchChoiceId,
  type SearchFieldId,
  searchChoices,
  searchFieldIds,
  searchFieldOf,
  searchFields,
} from './fields.ts'
import {
  asksSomething,
  emptySearch,
  isSearchable,
  MOST_TERMS,
  namedPart,
  SEARCH_CHARS,
  type SearchFilter,
  type SearchQuery,
  type SearchTerm,
  TERM_CHARS,
  tidySearch,
} from './query.ts'
import { type SearchToken, searchTokens } from './tokens.ts'

export const searchProblems = [
  'unknownFilter',
  'unknownValue',
  'notDate',
  'noValue',
  'unclosed',
  'tooLong',
  'tooMany',
  'onlyWithout',
] as const

/** What of a search was not understood as it may have been meant: where it stands, in UTF-16 units, and what it says there. */
export interface SearchProblem {
  readonly code: (typeof searchProblems)[number]
  readonly from: number
  readonly to: number
  readonly text: string
  /** The filter that it is about. */
  readonly field?: SearchFieldId | SearchChoiceId
}

/** Where something stands in a search as it is written. */
export type SearchSpan = Pick<SearchToken, 'from' | 'to'>

export interface ParsedSearch {
  readonly query: SearchQuery
  readonly problems: readonly SearchProblem[]
  /** Where each filter of the query is written, in the same order, and where it is said how to search. */
  readonly filterSpans: readonly SearchSpan[]
  readonly choiceSpans: readonly (SearchSpan & { readonly choice: SearchChoiceId })[]
}

type Part =
  | { readonly term: SearchTerm }
  | { readonly filter: SearchFilter }
  | { readonly choice: Partial<Pick<SearchQuery, 'order' | 'forgiving'>> }
type Problem = Pick<SearchProblem, 'code' | 'field'>

/** What a token that names a filter says, or what is wrong with it. */
function readFilter(field: SearchFieldId | SearchChoiceId, written: string, not: boolean): Part | Problem {
  const said = tidySearch(written)
  if (said === '') return { code: 'noValue', field }
  if (said.length > TERM_CHARS) return { code: 'tooLong', field }
  if (isSearchChoice(field)) {
    const value = findValue(searchChoices[field].values, said)
    if (value === undefined) return { code: 'unknownValue', field }
    return field === 'forgiving'
      ? { choice: { forgiving: value === 'yes' } }
      : { choice: { order: value === 'relevance' ? 'relevance' : 'newest' } }
  }
  const value = readFilterValue(field, said)
  if (value !== undefined) return { filter: { field, value, not } }
  return { code: searchFieldOf(field).kind === 'date' ? 'notDate' : 'unknownValue', field }
}

/** A word or a phrase; nothing where there is no letter or digit to search for. */
function readTerm({ bare, quoted, not }: SearchToken): Part | Problem | undefined {
  const said = tidySearch(quoted ?? bare.replace(/\*+$/u, ''))
  if (!isSearchable(said)) return undefined
  if (said.length > TERM_CHARS) return { code: 'tooLong' }
  const kind = bare.endsWith('*') ? 'prefix' : 'word'
  return { term: { kind: quoted === undefined ? kind : 'phrase', text: said, not } }
}

function readToken(token: SearchToken): Part | Problem | undefined {
  const [, name = '', rest = ''] = namedPart.exec(token.bare) ?? []
  const field = name === '' ? undefined : findSearchField(name)
  return field === undefined ? readTerm(token) : readFilter(field, token.quoted ?? rest, token.not)
}

/** A word with a colon that looks like a filter, and names none: it is searched for as a word. */
function isUnknownFilter({ bare, quoted }: SearchToken): boolean {
  const [, name, rest = ''] = namedPart.exec(bare) ?? []
  return quoted === undefined && name !== undefined && name.length > 1 && !rest.startsWith('/')
}

/**
 * What somebody has written in the search field, and what of it was not understood. Never fails: what is no filter is searched for
 * as words, what cannot be read is left out and told of.
 */
export function parseSearch(written: string): ParsedSearch {
  const text = written.slice(0, SEARCH_CHARS)
  const terms: SearchTerm[] = []
  const filters: SearchFilter[] = []
  let choices: Partial<Pick<SearchQuery, 'order' | 'forgiving'>> = {}
  const problems: SearchProblem[] = []
  const filterSpans: SearchSpan[] = []
  const choiceSpans: (SearchSpan & { choice: SearchChoiceId })[] = []
  const tell = (problem: Problem, { from, to }: SearchSpan) =>
    problems.push({ ...problem, from, to, text: written.slice(from, to) })

  if (written.length > SEARCH_CHARS) tell({ code: 'tooLong' }, { from: SEARCH_CHARS, to: written.length })
  for (const token of searchTokens(text, (name) => findSearchField(name) !== undefined)) {
    const read = readToken(token)
    const { from, to } = token
    if (token.isOpen) tell({ code: 'unclosed' }, token)
    if (read === undefined) continue
    if ('code' in read) tell(read, token)
    else if ('choice' in read) {
      choices = { ...choices, ...read.choice }
      choiceSpans.push({ from, to, choice: 'order' in read.choice ? 'order' : 'forgiving' })
    } else if ('filter' in read) {
      if (filters.length === MOST_TERMS) tell({ code: 'tooMany' }, token)
      else {
        filters.push(read.filter)
        filterSpans.push({ from, to })
      }
    } else if (terms.length === MOST_TERMS) tell({ code: 'tooMany' }, token)
    else {
      terms.push(read.term)
      if (isUnknownFilter(token)) tell({ code: 'unknownFilter' }, token)
    }
  }
  const query: SearchQuery = { ...emptySearch, terms, filters, ...choices }
  if (terms.length + filters.length > 0 && !asksSomething(query))
    tell({ code: 'onlyWithout' }, { from: 0, to: text.length })
  return { query, problems, filterSpans, choiceSpans }
}

/** The filter whose name is nearest to what was written: it begins with it, or the other way about. */
export function nearestField(written: string): SearchFieldId | undefined {
  const sought = foldName(written.replace(/^[-*]+/u, '').replace(/:.*$/su, ''))
  if (sought.length < 2) return undefined
  return searchFieldIds.find((id) =>
    Object.values(searchFields[id].name).some((name) => {
      const folded = foldName(name)
      return folded.length > 1 && (folded.startsWith(sought) || sought.startsWith(folded))
    }),
  )
}
