import { expect, test } from 'vitest'
import { apiErrors } from '../../../shared/api/errors.ts'
import en from '../../../shared/text/en/errors.json' with { type: 'json' }
import { isTextKey } from '../../../shared/text/index.ts'
import sv from '../../../shared/text/sv/errors.json' with { type: 'json' }

test.each(Object.keys(apiErrors))('the refusal %s has words in Swedish', (code) => {
  expect(isTextKey(`errors.${code}`)).toBe(true)
})

test('every text of refusals is in English too, with the same values in it', () => {
  const values = (texts: Record<string, string>) =>
    Object.entries(texts).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).toSorted()])
  expect(values(en)).toEqual(values(sv))
})
