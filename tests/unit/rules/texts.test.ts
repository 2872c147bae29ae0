import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import sv from '../../../shared/text/sv/rules.json' with { type: 'json' }

test('no text is left that no check uses', () => {
  const sources = globSync('shared/{rules,template,fields,note}/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  expect(Object.keys(sv).filter((key) => !sources.includes(`'${key}'`))).toEqual([])
})
