import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersSchema, cleanAnswers, cleanText, textLength } from '../../../shared/note/answers.ts'

describe('a text is cleaned before it is kept', () => {
  test.each([
    ['NUL is taken out', 'a\u0000b', 'ab'],
    ['other C0 controls are taken out', 'a\u0001\u000b\u001fb', 'ab'],
    ['tab and line feed stay', 'a\tb\nc', 'a\tb\nc'],
    ['Windows and old Mac line breaks become line feeds', 'a\r\nb\rc', 'a\nb\nc'],
    ['a decomposed å becomes one letter', 'a\u030a', 'å'],
    ['half a surrogate pair becomes U+FFFD', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['a whole surrogate pair stays', '😀', '😀'],
    ['marks of writing direction stay', '\u202eabc\u202c\u200f', '\u202eabc\u202c\u200f'],
    ['a no-break space stays', '10\u00a0%', '10\u00a0%'],
  ])('%s', (_what, text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })

  test('whatever is typed, cleaning twice gives the same, well-formed and composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        expect(once.normalize('NFC')).toBe(once)
        expect(once).not.toMatch(/\0/)
      }),
    )
  })

  test('every text of an answer is cleaned, however deep, and its field id too', () => {
    const answers = { 'fa\u0000lt': { rader: ['a\u030a', { namn: 'x\u0000' }], antal: 3, tom: null } }
    expect(cleanAnswers(answers)).toEqual({ falt: { rader: ['å', { namn: 'x' }], antal: 3, tom: null } })
  })

  test('clean answers are left as they are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (raw) => {
        const once = cleanAnswers(answersSchema.parse(raw))
        expect(cleanAnswers(once)).toEqual(once)
      }),
    )
  })
})

test('the length of an answer is the length of all its texts', () => {
  expect(textLength({ runs: [{ text: 'abc', bold: true }, { text: 'de' }], antal: 7 })).toBe(5)
})
