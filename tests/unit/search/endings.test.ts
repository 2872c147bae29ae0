import { describe, expect, test } from 'vitest'
import { stemAsLast, stemOf } from '../../../shared/search/endings.ts'
import words from './forms.json' with { type: 'json' }

// Words that the agency's notes are full of, each with its forms. The table of endings was made by every second of them, and by the
// other half it is told how well it does: what is written here was never looked at while it was made.
const groups = words.map((line) => line.split(' '))
const half = (which: 0 | 1) => groups.filter((_, index) => index % 2 === which)

/** The share of forms that have the stem of their word. */
function shareOf(each: readonly (readonly string[])[]): number {
  const pairs = each.flatMap(([word = '', ...forms]) => forms.map((form) => stemOf(form) === stemOf(word)))
  return pairs.filter(Boolean).length / pairs.length
}

describe('The stem of a word', () => {
  test('is that of its forms: nearly always in words that the table was made by', () => {
    expect(shareOf(half(0))).toBeGreaterThan(0.97)
  })

  test('is that of nine in ten forms in words that it was not made by', () => {
    expect(shareOf(half(1))).toBeGreaterThan(0.9)
  })

  test('is that of no other word of the list, but for a verb and its noun', () => {
    const owners = Map.groupBy(
      groups.flatMap((forms) => forms.map((form) => ({ stem: stemOf(form), word: forms[0] }))),
      ({ stem }) => stem,
    )
    const shared = [...owners.values()].map((each) => [...new Set(each.map(({ word }) => word))])
    expect(shared.filter((each) => each.length > 1)).toEqual([['arbetar', 'arbete']])
  })

  test.each([
    ['plan', 'planering'],
    ['plan', 'planera'],
    ['planering', 'planera'],
  ])('tells %s from %s', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other))
  })

  test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__'])(
    'is a text, also of %s, a name that every object has',
    (word) => {
      expect(stemOf(word)).toBeTypeOf('string')
      expect(stemAsLast(word)).toBeTypeOf('string')
    },
  )

  test('of a compound ends in the stem of its last part', () => {
    for (const [compound, part] of [
      ['återgångsplanerna', 'plan'],
      ['arbetsprövningen', 'prövning'],
      ['avstämningsmötet', 'möte'],
    ] as const)
      expect(stemOf(compound).endsWith(stemAsLast(part)), compound).toBe(true)
  })
})
