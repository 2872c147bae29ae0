import { expect, test } from 'vitest'
import { apiErrors } from '../../../shared/api/errors.ts'
import { isTextKey } from '../../../shared/text/index.ts'

test.each(Object.keys(apiErrors))('the refusal %s has words in Swedish', (code) => {
  expect(isTextKey(`errors.${code}`)).toBe(true)
})
