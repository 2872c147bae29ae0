import { describe, expect, test } from 'vitest'
import en from '../../../shared/text/en/index.ts'
import { isTextKey, message, messageText, translate } from '../../../shared/text/index.ts'
import sv from '../../../shared/text/sv/index.ts'

describe('a text with forms for numbers', () => {
  test.each([
    [0, '0 ärenden', '0 cases'],
    [1, '1 ärende', '1 case'],
    [2, '2 ärenden', '2 cases'],
    [21, '21 ärenden', '21 cases'],
  ])('of %i is “%s” and “%s”', (count, swedish, english) => {
    expect(translate('sv', 'cases.count', { count })).toBe(swedish)
    expect(translate('en', 'cases.count', { count })).toBe(english)
  })

  test('can be kept as a message', () => {
    expect(messageText('sv', message('cases.count', { count: 1 }))).toBe('1 ärende')
    expect(isTextKey('cases.count')).toBe(true)
  })
})

describe.each([
  ['sv', sv],
  ['en', en],
])('the texts in %s', (language, texts: Readonly<Record<string, string>>) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const stems = Object.keys(texts).flatMap((key) =>
    key.endsWith('.one') ? [key.slice(0, -'.one'.length)] : [],
  )

  test.each(stems)('%s has every form that the language has, and no text beside them', (stem) => {
    expect(forms.filter((form) => texts[`${stem}.${form}`] === undefined)).toEqual([])
    expect(texts[stem]).toBeUndefined()
  })
})
