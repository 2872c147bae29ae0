import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checklist } from '../../../scripts/security/checklist.ts'
import { defences } from '../../../scripts/security/defences.ts'
import { electronTag, securityDocument } from '../../../scripts/security/document.ts'
import { taggedTests } from '../../../scripts/security/tagged-tests.ts'

const tests = taggedTests()

test('every tag names something that is held, and all that is held has a test', () => {
  const held = [...checklist.map(({ number }) => electronTag(number)), ...defences.map(({ tag }) => tag)]
  expect(new Set(tests.flatMap(({ tags }) => tags))).toEqual(new Set(held))
})

test('docs/security.md tells it as it stands', () => {
  expect(readFileSync('docs/security.md', 'utf8')).toBe(securityDocument())
})

describe('Electron’s list of recommendations', () => {
  test('is answered item for item', () => {
    expect(checklist.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  })

  const ways = checklist.flatMap(({ number, breaks }) => breaks.map((way) => ({ ...way, number })))
  test.each(ways)('$number can still be broken: $how', ({ file, changes }) => {
    const source = readFileSync(file, 'utf8')
    for (const { from } of changes) expect(source.split(from)).toHaveLength(2)
  })
})
