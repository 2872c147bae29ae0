import { describe, expect, test } from 'vitest'
import { paragraphsOf, printable, printableLine } from '../../../shared/text/printable.ts'

const RTL_OVERRIDE = '\u202e'

describe('what was written, as every format can carry it', () => {
  test.each([
    ['a NUL is seen to have been there', 'a\u0000b', 'a\ufffdb'],
    ['so is a lone surrogate', 'a\ud800b', 'a\ufffdb'],
    ['and a noncharacter, which XML forbids', 'a\uffffb', 'a\ufffdb'],
    ['a decomposed å is composed', 'a\u030a', 'å'],
    ['a mark of direction stays', `a${RTL_OVERRIDE}b`, `a${RTL_OVERRIDE}b`],
    ['an emoji of several characters stays', '👩‍🔧', '👩‍🔧'],
    ['line breaks of every system become one', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a tab becomes a space', 'a\tb', 'a b'],
  ])('%s', (_, given, expected) => {
    expect(printable(given)).toBe(expected)
  })

  test('a label is one line', () => {
    expect(printableLine('  Mål\n och medel ')).toBe('Mål och medel')
  })

  test('an empty line parts paragraphs; a single line break stays in its paragraph', () => {
    expect(paragraphsOf('Storgatan 1\n123 45 Å\n \n\nNytt stycke\n')).toEqual([
      'Storgatan 1\n123 45 Å',
      'Nytt stycke',
    ])
  })
})
