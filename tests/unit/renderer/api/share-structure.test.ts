import { describe, expect, test } from 'vitest'
import { shareStructure } from '../../../../renderer/api/share-structure.ts'

describe('What is read anew', () => {
  test('shares the parts that are as they were', () => {
    const before = { answers: { a: [1], b: [2] } }
    const after = shareStructure(before, { answers: { a: [1], b: [3] } })
    expect(after).toEqual({ answers: { a: [1], b: [3] } })
    expect(after).toHaveProperty('answers.a', before.answers.a)
    expect(shareStructure(before, structuredClone(before))).toBe(before)
  })

  test('keeps an answer named __proto__, however deep it stands', () => {
    const text = '[{"answers":{"rader":[{"__proto__":{"x":1}}]}}]'
    const after = shareStructure([{ answers: { rader: [{}] } }], JSON.parse(text))
    expect(JSON.stringify(after)).toBe(text)
  })
})
