// What a search can be narrowed by. One member of the table is one filter: what it is called in both languages, and its values
// where they are few. Names are read in either language, with or without the dots and rings of å, ä and ö.
import { parseDate } from '../case/dates.ts'
import type { Language } from '../text/index.ts'

/** The value's word in Swedish, in English, and what else people write. */
type ValueWords = readonly [sv: string, en: string, ...more: string[]]

type SearchFieldEntry = { readonly name: Readonly<Record<Language, string>> } & (
  | {
      /** `open` takes any text, which the core compares with names; `date` a day. */
      readonly kind: 'open' | 'date'
    }
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, ValueWords>> }
)

/**
 * Every filter. Filters of one field hold where any of them does, filters of different fields all at once; `efter` holds from that
 * day on, `fore` before it. Own choice.
 */
export const searchFields = {
  /** A template by its id, kind or name. */
  mall: { kind: 'open', name: { sv: 'mall', en: 'template' } },
  agare: {
    kind: 'choice',
    name: { sv: 'ägare', en: 'owner' },
    values: {
      arbetsgivare: ['arbetsgivare', 'employer', 'arbetsgivaren'],
      forsakringskassan: ['försäkringskassan', 'agency', 'fk'],
    },
  },
  status: {
    kind: 'choice',
    name: { sv: 'status', en: 'status' },
    values: {
      utkast: ['utkast', 'draft'],
      last: ['låst', 'locked'],
      inlamnad: ['inlämnad', 'submitted'],
      aterlamnad: ['återlämnad', 'returned'],
      godkand: ['godkänd', 'approved'],
      journalford: ['journalförd', 'signed'],
    },
  },
  forfattare: { kind: 'open', name: { sv: 'författare', en: 'author' } },
  efter: { kind: 'date', name: { sv: 'efter', en: 'after' } },
  fore: { kind: 'date', name: { sv: 'före', en: 'before' } },
  /** Whom the case is assigned to. */
  handlaggare: { kind: 'open', name: { sv: 'handläggare', en: 'assigned' } },
  arbetsgivare: { kind: 'open', name: { sv: 'arbetsgivare', en: 'employer' } },
  kontor: { kind: 'open', name: { sv: 'kontor', en: 'office' } },
  arende: {
    kind: 'choice',
    name: { sv: 'ärende', en: 'case' },
    values: { oppet: ['öppet', 'open'], avslutat: ['avslutat', 'closed'] },
  },
  /** Where it is written. */
  i: {
    kind: 'choice',
    name: { sv: 'i', en: 'in' },
    values: {
      anteckning: ['anteckning', 'note'],
      kommentar: ['kommentar', 'comment'],
      arende: ['ärende', 'case'],
    },
  },
} as const satisfies Record<string, SearchFieldEntry>

export type SearchFieldId = keyof typeof searchFields
const isFieldId = (id: string): id is SearchFieldId => Object.hasOwn(searchFields, id)
export const searchFieldIds: readonly SearchFieldId[] = Object.keys(searchFields).filter(isFieldId)

/** What is known of a filter. */
export const searchFieldOf = (id: SearchFieldId): SearchFieldEntry => searchFields[id]

/** How a search is read, written among the filters: `ordning:relevans`, `stavning:fri`. */
export const searchChoices = {
  order: {
    name: { sv: 'ordning', en: 'order' },
    values: { newest: ['nyast', 'newest'], relevance: ['relevans', 'relevance'] },
  },
  forgiving: {
    name: { sv: 'stavning', en: 'spelling' },
    values: { no: ['noga', 'exact'], yes: ['fri', 'loose'] },
  },
} as const satisfies Record<
  string,
  { name: Readonly<Record<Language, string>>; values: Record<string, ValueWords> }
>

export type SearchChoiceId = keyof typeof searchChoices
const isChoiceId = (id: string): id is SearchChoiceId => Object.hasOwn(searchChoices, id)
const choiceIds = Object.keys(searchChoices).filter(isChoiceId)

/** As names of filters and their few values are compared: without case, and å and ä as a, ö as o. */
export const foldName = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The filter or choice that a word before a colon names, in either language; undefined where there is none. */
export function findSearchField(name: string): SearchFieldId | SearchChoiceId | undefined {
  const sought = foldName(name)
  const named = ({ sv, en }: Readonly<Record<Language, string>>) =>
    foldName(sv) === sought || foldName(en) === sought
  const field = isFieldId(sought)
    ? sought
    : (searchFieldIds.find((id) => foldName(searchFields[id].name.sv) === sought) ??
      searchFieldIds.find((id) => named(searchFields[id].name)))
  return field ?? choiceIds.find((id) => named(searchChoices[id].name))
}

export const isSearchChoice = (id: SearchFieldId | SearchChoiceId): id is SearchChoiceId => isChoiceId(id)

/** The words of a filter's or a choice's values, where they are few; none where it takes any text, or a day. */
export function fewWords(id: SearchFieldId | SearchChoiceId, language: Language): readonly string[] {
  const entry = isSearchChoice(id) ? searchChoices[id] : searchFieldOf(id)
  const values: Readonly<Record<string, ValueWords>> = 'values' in entry ? entry.values : {}
  return Object.values(values).map(([sv, en]) => (language === 'sv' ? sv : en))
}

/** The value that somebody means by a word, of the few that there are. */
export function findValue(values: Readonly<Record<string, ValueWords>>, word: string): string | undefined {
  const sought = foldName(word)
  return Object.entries(values).find(
    ([id, words]) => id === sought || words.some((each) => foldName(each) === sought),
  )?.[0]
}

const shortDate = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?$/

/** The day that is meant: itself, or the first of the year or month that is named. */
function dayOf(text: string): string | undefined {
  const [, year, month = '01', day = '01'] = shortDate.exec(text) ?? []
  return year === undefined ? undefined : parseDate(`${year}-${month}-${day}`)
}

/** What somebody wrote as a filter's value, as it is kept: one of the few, a day, or the text. Undefined where it is none. */
export function readFilterValue(field: SearchFieldId, text: string): string | undefined {
  const entry = searchFieldOf(field)
  if (entry.kind === 'choice') return findValue(entry.values, text)
  return entry.kind === 'date' ? dayOf(text) : text
}

/** A value's word in a language; the value itself where it has none. */
export function valueWord(field: SearchFieldId, value: string, language: Language): string {
  const entry = searchFieldOf(field)
  const words = entry.kind === 'choice' ? entry.values[value] : undefined
  return words?.[language === 'sv' ? 0 : 1] ?? value
}
