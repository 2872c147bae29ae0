import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import en from '../../../shared/text/en/rules.json' with { type: 'json' }
import sv from '../../../shared/text/sv/rules.json' with { type: 'json' }

const params = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()
const swedish = new Map<string, string>(Object.entries(sv))
const english = new Map<string, string>(Object.entries(en))

test('every text of checks and rules stands in both languages, with the same parameters', () => {
  expect([...english.keys()].toSorted()).toEqual([...swedish.keys()].toSorted())
  for (const [key, text] of swedish)
    expect([key, params(english.get(key) ?? '')]).toEqual([key, params(text)])
})

test('no text is left that no check uses', () => {
  const sources = globSync('shared/{rules,template,fields,note}/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  expect([...swedish.keys()].filter((key) => !sources.includes(`'${key}'`))).toEqual([])
})
