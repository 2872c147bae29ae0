import { expect, test } from 'vitest'
import { cleanText } from '../../../renderer/base/clean-text.ts'
import { toJson } from '../../../renderer/fields/to-json.ts'

test.each([
  ['plain text', 'plain text'],
  ['a\0b', 'ab'],
  ['a\ud800b', 'ab'],
  ['😀', '😀'],
  ['a\u030a', 'å'],
  ['\u202eabc', '\u202eabc'],
])('%j is kept as %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test('what has no value leaves no key in an answer', () => {
  expect(toJson({ value: 'x', other: undefined, rows: [{ a: undefined, b: 1 }] })).toEqual({
    value: 'x',
    rows: [{ b: 1 }],
  })
  expect(() => toJson({ run: () => 1 })).toThrow(TypeError)
})
