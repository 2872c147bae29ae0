// A taste of `npm run soak` with every run of the tests; the whole of it takes minutes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../../scripts/run.ts'
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

test('a reader that never ends is found, with the text that it hangs on', async () => {
  const script = `
    import { watch } from './tests/soak/watch.ts'
    watch(200).begins('texten som det hänger på')
    for (;;) {}`
  const { code, output } = await run(['node', '--input-type=module', '--eval', script])
  expect(code).not.toBe(0)
  expect(output).toContain('texten som det hänger på')
})
