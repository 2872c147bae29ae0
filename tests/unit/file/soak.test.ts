// A taste of `npm run soak` with every run of the tests; the whole of it takes minutes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kinds } from '../../soak/kinds.ts'
import { mutated } from '../../soak/mutate.ts'

test.each(kinds)('a changed $name is taken, or refused in words', ({ texts, read }) => {
  const outcomes = new Set<string>()
  fc.assert(
    fc.property(mutated(texts), (text) => {
      outcomes.add(read(text))
    }),
    { numRuns: 300 },
  )
  expect(outcomes).toEqual(new Set(['taken', 'refused']))
})
