import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  completeSearch,
  fieldsBeginning,
  searchCompletions,
  valuesBeginning,
} from '../../../shared/search/completions.ts'

/** The text with the caret at the bar. */
function at(marked: string) {
  const caret = marked.indexOf('|')
  return { text: marked.replace('|', ''), caret }
}
const completing = (marked: string) => {
  const { text, caret } = at(marked)
  return searchCompletions(text, caret)
}

test.each([
  ['the name of a filter', 'plan ma|', { kind: 'field', from: 5, to: 7, prefix: 'ma' }],
  ['the name behind a dash', '-sta|', { kind: 'field', from: 1, to: 4, prefix: 'sta' }],
  ['a value that has not begun', 'mall:|', { kind: 'value', field: 'mall', from: 5, to: 5, prefix: '' }],
  ['a value', 'x status:jou| y', { kind: 'value', field: 'status', from: 9, to: 12, prefix: 'jou' }],
  [
    'a value in quotation marks',
    'arbetsgivare:"Skogs V|',
    { kind: 'value', field: 'arbetsgivare', from: 13, to: 21, prefix: 'Skogs V' },
  ],
  ['within a value', 'mall:plan|ering', { kind: 'value', field: 'mall', from: 5, to: 14, prefix: 'plan' }],
])('What is being written: %s', (_what, marked, expected) => {
  expect(completing(marked)).toEqual(expected)
})

test.each([
  ['nothing', '|'],
  ['between words', 'plan | möte'],
  ['a phrase', '"utan pl|'],
  ['a number', '24-10|'],
  ['how a search is read', 'ordning:n|'],
])('Nothing to complete: %s', (_what, marked) => {
  expect(completing(marked)).toBeUndefined()
})

test('Names of filters are found in either language, those of the language first', () => {
  expect(fieldsBeginning('ar', 'sv')).toEqual(['arbetsgivare', 'arende'])
  expect(fieldsBeginning('emp', 'sv')).toEqual(['arbetsgivare'])
  expect(fieldsBeginning('a', 'en').slice(0, 2)).toEqual(['forfattare', 'efter'])
  expect(fieldsBeginning('xyz', 'sv')).toEqual([])
})

test('The few values of a filter are found by their words', () => {
  expect(valuesBeginning('status', 'å', 'sv')).toEqual(['aterlamnad'])
  expect(valuesBeginning('status', 'sig', 'en')).toEqual(['journalford'])
  expect(valuesBeginning('mall', '', 'sv')).toBeUndefined()
})

test.each([
  ['a name, ready for its value', 'plan ma|', 'mall', 'plan mall:|'],
  ['a value, ready for what comes next', 'mall:pl|', 'planering', 'mall:planering |'],
  ['a value before more', 'mall:pl| möte', 'planering', 'mall:planering |möte'],
])('What is chosen is put in: %s', (_what, before, chosen, after) => {
  const { text, caret } = at(before)
  const found = searchCompletions(text, caret)
  if (found === undefined) throw new Error('nothing to complete')
  const done = completeSearch(text, found, chosen)
  expect(`${done.text.slice(0, done.caret)}|${done.text.slice(done.caret)}`).toBe(after)
})

test('What is being written stands in the text, and the caret in it, whatever is written', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-cåmal"*: -]{0,30}$/u), fc.nat(30), (text, caret) => {
      const found = searchCompletions(text, caret)
      if (found === undefined) return
      expect(found.from).toBeLessThanOrEqual(caret)
      expect(found.to).toBeGreaterThanOrEqual(caret)
      expect(found.to).toBeLessThanOrEqual(text.length)
    }),
  )
})
