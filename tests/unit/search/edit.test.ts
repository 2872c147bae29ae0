import { expect, test } from 'vitest'
import { withChoice, withInstead, withoutFilter } from '../../../shared/search/edit.ts'
import { parseSearch } from '../../../shared/search/parse.ts'

test.each([
  ['the first', 'mall:planering  möte status:utkast', 0, 'möte status:utkast'],
  ['the last', 'mall:planering möte -status:utkast', 1, 'mall:planering möte'],
  ['one in quotation marks, between words', 'a arbetsgivare:"Skogs AB" färg:röd', 0, 'a färg:röd'],
  ['one that is not there', 'möte', 0, 'möte'],
])('A filter is taken away, and all else stays as it was written: %s', (_what, text, index, rest) => {
  expect(withoutFilter(text, index)).toBe(rest)
})

test('How a search is read is chosen and taken back, in either language', () => {
  const ranked = withChoice('plan färg:röd', 'order', false, 'sv')
  expect(ranked).toBe('plan färg:röd ordning:relevans')
  const loose = withChoice(ranked, 'forgiving', false, 'en')
  expect(loose).toBe('plan färg:röd ordning:relevans spelling:loose')
  expect(parseSearch(loose).query).toMatchObject({ order: 'relevance', forgiving: true })
  expect(withChoice(withChoice(loose, 'order', true, 'en'), 'forgiving', true, 'sv')).toBe('plan färg:röd')
})

test('A part is put in other words', () => {
  expect(withInstead('a förf:Ek b', { from: 2, to: 7 }, 'författare:')).toBe('a författare:Ek b')
})
