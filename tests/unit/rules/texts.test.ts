import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import sv from '../../../shared/text/sv/rules.json' with { type: 'json' }

/** What the page of the rules tells of each; it puts the keys together. */
const about = /^rules\.r\d+\.about\.(what|why)$/

test('no text is left that no check uses', () => {
  const sources = globSync('shared/{rules,template,fields,note}/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  // A text with forms for numbers is asked for by its stem.
  const stemOf = (key: string) => key.replace(/\.(one|other)$/, '')
  const unused = Object.keys(sv).filter((key) => !about.test(key) && !sources.includes(`'${stemOf(key)}'`))
  expect(unused).toEqual([])
})

test('of every rule it is told what it asks and why', () => {
  const wanted = Array.from({ length: 27 }, (_, index) =>
    ['what', 'why'].map((part) => `rules.r${index + 1}.about.${part}`),
  ).flat()
  expect(
    Object.keys(sv)
      .filter((key) => about.test(key))
      .toSorted(),
  ).toEqual(wanted.toSorted())
})
