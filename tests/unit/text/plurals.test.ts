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

/** Words that are the same for one as for many. */
const invariable = ['{count} fel', '{count} utkast', '{count} tecken', 'fel']

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

  test('a number with a word after it is a text with forms', () => {
    const numbered = Object.entries(texts).filter(([, text]) => /\{count\} \p{L}/u.test(text))
    expect(numbered.map(([key]) => key).filter((key) => !/\.(one|other)$/.test(key))).toEqual([])
  })

  test('nothing is numbered by another parameter than count: its text would have one form', () => {
    const numbers = /\{(notes|cases|fields|rows|errors|warnings|found|hits|days)\} (?!(of|av) \{)\p{L}/u
    expect(Object.values(texts).filter((text) => numbers.test(text))).toEqual([])
  })

  test.each(stems)('%s reads otherwise of one than of none and two', (stem) => {
    const one = texts[`${stem}.one`] ?? ''
    const other = texts[`${stem}.other`] ?? ''
    if (invariable.includes(other)) expect(one).toBe(other)
    else expect(one.replaceAll('{count}', '')).not.toBe(other.replaceAll('{count}', ''))
  })
})

describe('a sentence ends once', () => {
  const ended = Object.fromEntries(
    [...Object.values<string>(sv), ...Object.values<string>(en)]
      .flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)])
      .map(([, name = '']) => [name, 'Det gick inte.']),
  )

  test.each(['sv', 'en'] as const)('in every text in %s whose parameters end sentences', (language) => {
    const stems = Object.keys(sv).map((key) => key.replace(/\.(one|other)$/, ''))
    const told = stems.filter(isTextKey).map((key) => messageText(language, { key, params: ended }))
    // Two stops between words are no end: `--diff A..B`.
    expect(told.filter((text) => /\.\.(?!\w)/.test(text))).toEqual([])
    expect(told.length).toBeGreaterThan(500)
  })

  test('and a parameter that ends nothing leaves that to the text', () => {
    expect(translate('sv', 'errors.verify.integrity', { detail: 'sidan 4' })).toMatch(/sidan 4\.$/)
    expect(translate('sv', 'errors.verify.integrity', { detail: 'Sidan 4 saknas.' })).toMatch(/saknas\.$/)
  })
})
