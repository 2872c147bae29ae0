import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import en from '../../../shared/text/en/index.ts'
import sv from '../../../shared/text/sv/index.ts'
import { explainedValues, swedishNames } from '../house/glossary.ts'

/** Every quoted value of the code: a segment that is none of our own names is one of these. */
const quoted = new Set(
  globSync('{shared,main,renderer}/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'([\w-]+)'|^ {2}([A-Z_]+): /gm)].map(
      ([, value, code]) => value ?? code,
    ),
  ),
)

const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .match(/[a-z]{2,}/g) ?? []

/** The words of our texts in one language: the interface and the shipped templates. */
function vocabulary(language: 'sv' | 'en'): Set<string> {
  const templates = globSync('templates/*.json').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(new RegExp(`"${language}": "([^"]*)"`, 'g'))].map(
      ([, text]) => text ?? '',
    ),
  )
  const texts = Object.values(language === 'sv' ? sv : en).map((text) => text.replace(/\{\w+\}/g, ''))
  return new Set([...texts, ...templates].flatMap(wordsOf))
}

const swedish = vocabulary('sv')
const english = vocabulary('en')

/** The words of a segment that only the Swedish texts know, and that are no domain words. */
function swedishIn(segment: string): string[] {
  if (explainedValues.has(segment)) return []
  return wordsOf(segment.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')).filter(
    (word) => swedish.has(word) && !english.has(word) && !swedishNames.has(word),
  )
}

const keys = Object.keys(sv)
/** The segments of a key that we name ourselves; the last one of `lists` is a value of the data. */
const namesIn = (key: string) => (key.startsWith('lists.') ? key.split('.').slice(0, -1) : key.split('.'))

describe('keys of texts', () => {
  test('each begins with the name of its file', () => {
    for (const file of globSync('shared/text/*/*.json')) {
      const written = [...readFileSync(file, 'utf8').matchAll(/^\s*"([^"]+)":/gm)].map(([, key]) => key ?? '')
      const strange = written.filter((key) => !key.startsWith(`${basename(file, '.json')}.`))
      expect([file, strange]).toEqual([file, []])
    }
  })

  test('each segment is written in camelCase or is a value of data', () => {
    const crooked = keys.filter((key) =>
      namesIn(key).some((name) => !/^([a-z][a-zA-Z0-9]*|\d+)$/.test(name) && !quoted.has(name)),
    )
    expect(crooked).toEqual([])
  })

  test('each is in English, but for domain words', () => {
    expect(keys.filter((key) => namesIn(key).some((name) => swedishIn(name).length > 0))).toEqual([])
  })

  test.each(['falt', 'saknas', 'tecken', 'skrivSkal', 'anteckning', 'obligatoriskt', 'arende'])(
    'a key segment "%s" would be found',
    (segment) => expect(swedishIn(segment)).not.toEqual([]),
  )
})

test('every text stands in both languages, in the same place, with the same values in it', () => {
  const values = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([key, text]) => [
      key,
      // The form for one may leave out the number: "Ett fält".
      (text.match(/\{\w+\}/g) ?? []).filter((value) => value !== '{count}').toSorted(),
    ])
  expect(values(en)).toEqual(values(sv))
})
