import { z } from 'zod'
import { findSearchField, readFilterValue, type SearchFieldId, searchFieldIds } from './fields.ts'

/** The longest search, in UTF-16 units; the longest word, phrase or value; the most of each. Own choices. */
export const SEARCH_CHARS = 1000
export const TERM_CHARS = 100
export const MOST_TERMS = 20

/** A text of a search as it is kept: NFC, in one line, with single blanks. */
export const tidySearch = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** Whether there is a letter or a digit to search for. */
export const isSearchable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** The part of a word that names a filter, and what comes after the colon. */
export const namedPart = /^(\p{L}+):(.*)$/su

/** Whether a word can be read as nothing but a word. */
function isPlainWord(text: string): boolean {
  const name = namedPart.exec(text)?.[1]
  return /^[^ "*-][^ "]*(?<!\*)$/u.test(text) && (name === undefined || findSearchField(name) === undefined)
}

const text = z
  .string()
  .min(1)
  .max(TERM_CHARS)
  .refine((said) => said === tidySearch(said))

/** A word (also found within compounds), the beginning of one, or words in that order. `not`: it must not be there. */
export const searchTermSchema = z
  .strictObject({ kind: z.enum(['word', 'prefix', 'phrase']), text, not: z.boolean() })
  .refine((term) => isSearchable(term.text) && (term.kind === 'phrase' || isPlainWord(term.text)))
export type SearchTerm = z.infer<typeof searchTermSchema>

export const searchFieldSchema = z.custom<SearchFieldId>((id) => searchFieldIds.some((each) => each === id))

/** A filter; what its field and value mean stands in `searchFields`. */
export const searchFilterSchema = z
  .strictObject({ field: searchFieldSchema, value: text, not: z.boolean() })
  .refine(({ field, value }) => readFilterValue(field, value) === value)
export type SearchFilter = z.infer<typeof searchFilterSchema>

/** What is searched for: all terms and filters at once. */
export const searchQuerySchema = z.strictObject({
  terms: z.array(searchTermSchema).max(MOST_TERMS),
  filters: z.array(searchFilterSchema).max(MOST_TERMS),
  /** å and ä are as good as a, and ö as o. Only where somebody asks for it. */
  forgiving: z.boolean(),
  order: z.enum(['newest', 'relevance']),
})
export type SearchQuery = z.infer<typeof searchQuerySchema>

export const emptySearch: SearchQuery = { terms: [], filters: [], forgiving: false, order: 'newest' }

/** Whether a search asks for anything: something that is to be there, not only what is not. */
export const asksSomething = ({ terms, filters }: SearchQuery): boolean =>
  [...terms, ...filters].some(({ not }) => !not)
