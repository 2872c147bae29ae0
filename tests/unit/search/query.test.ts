import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFilterValue, searchFieldIds, searchFieldOf } from '../../../shared/search/fields.ts'
import { nearestField, parseSearch } from '../../../shared/search/parse.ts'
import { printSearch } from '../../../shared/search/print.ts'
import {
  SEARCH_CHARS,
  type SearchFilter,
  type SearchQuery,
  type SearchTerm,
  searchFilterSchema,
  searchQuerySchema,
  searchTermSchema,
  TERM_CHARS,
} from '../../../shared/search/query.ts'

const term = (kind: SearchTerm['kind'], text: string, not = false): SearchTerm => ({ kind, text, not })
const filter = (field: SearchFilter['field'], value: string, not = false): SearchFilter => ({
  field,
  value,
  not,
})
const query = (parts: Partial<SearchQuery>): SearchQuery => ({
  terms: [],
  filters: [],
  forgiving: false,
  order: 'newest',
  ...parts,
})

test.each<[string, string, Partial<SearchQuery>]>([
  ['nothing', '  ', {}],
  ['words', 'arbetspröva nu', { terms: [term('word', 'arbetspröva'), term('word', 'nu')] }],
  ['the beginning of a word', 'arbetspröv*', { terms: [term('prefix', 'arbetspröv')] }],
  ['words in that order', '"utan plan"', { terms: [term('phrase', 'utan plan')] }],
  [
    'what is not to be there',
    'möte -"utan plan" -plan*',
    { terms: [term('word', 'möte'), term('phrase', 'utan plan', true), term('prefix', 'plan', true)] },
  ],
  [
    'a dash within a word',
    '24-1001 åter-gång',
    { terms: [term('word', '24-1001'), term('word', 'åter-gång')] },
  ],
  ['a dash alone, and stars', 'a - * **', { terms: [term('word', 'a')] }],
  [
    'quotation marks within a phrase',
    '"han sade ""nej"" då"',
    { terms: [term('phrase', 'han sade "nej" då')] },
  ],
  ['empty quotation marks', '"" a', { terms: [term('word', 'a')] }],
  ['a filter', 'mall:planering', { filters: [filter('mall', 'planering')] }],
  [
    'a filter in English',
    'template:planering after:2026-01-01',
    {
      filters: [filter('mall', 'planering'), filter('efter', '2026-01-01')],
    },
  ],
  [
    'a filter without its dots, and in capitals',
    'AGARE:Forsakringskassan',
    {
      filters: [filter('agare', 'forsakringskassan')],
    },
  ],
  [
    'a value in quotation marks',
    'arbetsgivare:"Skogs & Vatten AB" x',
    {
      terms: [term('word', 'x')],
      filters: [filter('arbetsgivare', 'Skogs & Vatten AB')],
    },
  ],
  [
    'what a filter is not',
    '-status:utkast plan',
    {
      terms: [term('word', 'plan')],
      filters: [filter('status', 'utkast', true)],
    },
  ],
  [
    'a value in English',
    'status:signed case:closed in:comment',
    {
      filters: [filter('status', 'journalford'), filter('arende', 'avslutat'), filter('i', 'kommentar')],
    },
  ],
  [
    'the first day of a year and of a month',
    'efter:2026 före:2026-07',
    {
      filters: [filter('efter', '2026-01-01'), filter('fore', '2026-07-01')],
    },
  ],
  [
    'by relevance, å and ä as good as a',
    'plan ordning:relevans stavning:fri',
    {
      terms: [term('word', 'plan')],
      order: 'relevance',
      forgiving: true,
    },
  ],
  ['a time of the day is a word', '10:30', { terms: [term('word', '10:30')] }],
  ['å as two characters is å', 'a\u030Ar', { terms: [term('word', 'år')] }],
])('A search is read: %s', (_what, text, expected) => {
  expect(parseSearch(text)).toMatchObject({ query: query(expected), problems: [] })
})

test.each<[string, string, object[]]>([
  [
    'a filter that is none, searched for as a word',
    'plan färg:röd',
    [{ code: 'unknownFilter', from: 5, to: 13, text: 'färg:röd' }],
  ],
  [
    'a value that is none',
    'status:grön',
    [{ code: 'unknownValue', from: 0, to: 11, text: 'status:grön', field: 'status' }],
  ],
  [
    'a date that is none',
    'plan efter:2026-02-30',
    [{ code: 'notDate', from: 5, to: 21, text: 'efter:2026-02-30', field: 'efter' }],
  ],
  ['a filter without a value', 'mall:', [{ code: 'noValue', from: 0, to: 5, text: 'mall:', field: 'mall' }]],
  [
    'quotation marks without an end',
    'a "utan plan',
    [{ code: 'unclosed', from: 2, to: 12, text: '"utan plan' }],
  ],
  ['only what is not to be there', '-plan', [{ code: 'onlyWithout', from: 0, to: 5, text: '-plan' }]],
  [
    'a word longer than any',
    'x'.repeat(TERM_CHARS + 1),
    [{ code: 'tooLong', from: 0, to: TERM_CHARS + 1, text: 'x'.repeat(TERM_CHARS + 1) }],
  ],
])('What is not understood is told of: %s', (_what, text, problems) => {
  expect(parseSearch(text).problems).toEqual(problems)
})

test('What is more than can be searched for is left out, and told of', () => {
  const many = Array.from({ length: 25 }, (_, index) => `ord${index}`).join(' ')
  expect(parseSearch(many).query.terms).toHaveLength(20)
  expect(parseSearch(many).problems.map(({ code, text }) => [code, text])).toEqual(
    ['ord20', 'ord21', 'ord22', 'ord23', 'ord24'].map((text) => ['tooMany', text]),
  )
})

test.each([
  ['författ:Ek', 'forfattare'],
  ['mallar:x', 'mall'],
  ['färg:röd', undefined],
])('The filter that is meant by %s', (written, field) => {
  expect(nearestField(written)).toBe(field)
})

const someText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.stringMatching(/^[a-zåäö"*: -]{1,20}$/u),
)
const termOf = fc
  .record({ kind: fc.constantFrom('word', 'prefix', 'phrase'), text: someText, not: fc.boolean() })
  .filter((each) => searchTermSchema.safeParse(each).success)
  .map((each) => searchTermSchema.parse(each))
const someValueOf = (field: SearchFilter['field']) => {
  const entry = searchFieldOf(field)
  if (entry.kind === 'choice') return fc.constantFrom(...Object.keys(entry.values))
  return entry.kind === 'date'
    ? fc
        .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
    : someText
}
const filterOf = fc
  .constantFrom(...searchFieldIds)
  .chain((field) => fc.record({ field: fc.constant(field), value: someValueOf(field), not: fc.boolean() }))
  .filter((each) => searchFilterSchema.safeParse(each).success)
const queryOf: fc.Arbitrary<SearchQuery> = fc.record({
  terms: fc.array(termOf, { maxLength: 5 }),
  filters: fc.array(filterOf, { maxLength: 5 }),
  forgiving: fc.boolean(),
  order: fc.constantFrom('newest', 'relevance'),
})

test.each(['sv', 'en'] as const)('A search written out in %s is read as the same search', (language) => {
  fc.assert(
    fc.property(queryOf, (asked) => {
      expect(parseSearch(printSearch(asked, language)).query).toEqual(asked)
    }),
  )
})

test('Whatever is written is a search that the core takes, and each problem stands in the text', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: SEARCH_CHARS + 50 }),
    fc.stringMatching(/^[a-cåö"*: -]{0,40}$/u),
    fc
      .array(fc.constantFrom('mall:', '"', ' ', '-', '*', 'x', 'efter:2026', 'i:', '""'), { maxLength: 20 })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const { query: read, problems } = parseSearch(text)
      expect(searchQuerySchema.parse(read)).toEqual(read)
      expect(parseSearch(printSearch(read)).query).toEqual(read)
      for (const { from, to, text: said } of problems) expect(text.slice(from, to)).toBe(said)
    }),
  )
})

test('The few values of a filter are their own words, with or without dots', () => {
  for (const field of searchFieldIds) {
    const entry = searchFieldOf(field)
    if (entry.kind !== 'choice') continue
    for (const [value, words] of Object.entries(entry.values))
      for (const word of [value, ...words]) expect(readFilterValue(field, word)).toBe(value)
  }
})
