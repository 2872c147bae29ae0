import { expect, test } from 'vitest'
import { sortKey } from '../../../shared/case/sort-key.ts'

/** In the order that SQL compares text in: by its bytes. */
const byKey = (texts: readonly string[]) =>
  texts.toSorted((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))))

test.each([
  ['å ä ö stand after z, in that order', ['Zeb', 'Åsa', 'Ängla', 'Örjan']],
  ['numbers by what they are worth', ['24-9', '24-10', '24-100', '25-1']],
  ['a number with zeros before it as the number', ['24-0009', '24-10']],
  ['é with e, and not after z', ['Anden', 'Andén Ek', 'Andersson']],
])('In Swedish order: %s', (_what, inOrder) => {
  expect(byKey(inOrder.toReversed())).toEqual(inOrder)
})

test('Neither the case of letters, how they are composed, nor blanks matter', () => {
  expect(sortKey(' ÅSA  ek ')).toBe(sortKey('åsa Ek'))
  expect(sortKey('A\u030aSA')).toBe(sortKey('åsa'))
})
