import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checklist } from '../../../scripts/security/checklist.ts'
import { securityDocument } from '../../../scripts/security/document.ts'
import { taggedTests } from '../../../scripts/security/tagged-tests.ts'

describe('Electron’s list of recommendations', () => {
  const tests = taggedTests()

  test('is answered item for item, and no test carries the tag of another', () => {
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1)
    expect(checklist.map(({ number }) => number)).toEqual(numbers)
    expect(new Set(tests.flatMap(({ items }) => items))).toEqual(new Set(numbers))
  })

  const ways = checklist.flatMap(({ number, breaks }) => breaks.map((way) => ({ ...way, number })))
  test.each(ways)('$number can still be broken: $how', ({ file, changes }) => {
    const source = readFileSync(file, 'utf8')
    for (const { from } of changes) expect(source.split(from)).toHaveLength(2)
  })

  test('is told in docs/security.md as it stands', () => {
    expect(readFileSync('docs/security.md', 'utf8')).toBe(securityDocument())
  })
})
