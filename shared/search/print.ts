import type { Language } from '../text/index.ts'
import { type SearchChoiceId, searchChoices, searchFields, valueWord } from './fields.ts'
import type { SearchFilter, SearchQuery, SearchTerm } from './query.ts'

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const sign = (not: boolean) => (not ? '-' : '')

function printTerm({ kind, text, not }: SearchTerm): string {
  return `${sign(not)}${kind === 'phrase' ? quoted(text) : text}${kind === 'prefix' ? '*' : ''}`
}

/** A value as it stands behind a filter's colon. */
export const printValue = (value: string): string => (/[\s"]/u.test(value) ? quoted(value) : value)

/** A filter as text, by its name in a language. */
export function printFilter({ field, value, not }: SearchFilter, language: Language = 'sv'): string {
  return `${sign(not)}${searchFields[field].name[language]}:${printValue(valueWord(field, value, language))}`
}

const printChoice = (id: SearchChoiceId, words: readonly [string, string], language: Language) =>
  `${searchChoices[id].name[language]}:${words[language === 'sv' ? 0 : 1]}`

/** A search as text, which `parseSearch` reads as the same search whatever the language. */
export function printSearch(query: SearchQuery, language: Language = 'sv'): string {
  return [
    ...query.filters.map((filter) => printFilter(filter, language)),
    ...query.terms.map(printTerm),
    ...(query.order === 'relevance'
      ? [printChoice('order', searchChoices.order.values.relevance, language)]
      : []),
    ...(query.forgiving ? [printChoice('forgiving', searchChoices.forgiving.values.yes, language)] : []),
  ].join(' ')
}
