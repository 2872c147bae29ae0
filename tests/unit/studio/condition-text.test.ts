import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, caseFacts } from '../../../shared/fields/condition.ts'
import { conditionText, parseCondition } from '../../../shared/studio/condition-text.ts'
import { translate } from '../../../shared/text/index.ts'

const name = fc.oneof(
  fc.constantFrom('mal', 'plan-datum', 'dag', 'och', 'is', 'alla', 'omfattning', 'Mål', 'a b', ''),
  fc.string(),
)
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('ordinarie-arbete', 'inte', '"', '\\'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0 || 0),
)
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: name, op: fc.constantFrom('is', 'is-not', 'includes', 'less', 'greater'), value }),
  fc.record({ field: name, op: fc.constantFrom('answered', 'unanswered') }),
  fc.record({
    fact: fc.constantFrom(...caseFacts),
    op: fc.constantFrom('is', 'is-not', 'less', 'greater'),
    value,
  }),
)
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie('condition').map((not): Condition => ({ not })),
  ),
}))

describe('A condition as text', () => {
  const sample: Condition = {
    any: [
      {
        all: [
          { field: 'mal', op: 'is', value: 'ordinarie-arbete' },
          { fact: 'dag', op: 'greater', value: 90 },
        ],
      },
      { not: { field: 'samrad', op: 'answered' } },
    ],
  }
  test('is a sentence in either language', () => {
    expect(conditionText(sample, 'sv')).toBe(
      '(mal är "ordinarie-arbete" och dag större än 90) eller inte (samrad är besvarat)',
    )
    expect(conditionText(sample, 'en')).toBe(
      '(mal is "ordinarie-arbete" and dag greater than 90) or not (samrad is answered)',
    )
  })

  test.for(['sv', 'en'] as const)('is read back as the same condition, whatever it is, in %s', (language) => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(parseCondition(conditionText(one, language), language)).toEqual({ ok: true, condition: one })
      }),
    )
  })

  test('is read as somebody types it: values without quotes, curly quotes, decimal comma, capitals', () => {
    expect(
      parseCondition('Mal är inte hemma OCH timmar mindre än 7,5 eller b innehåller ”x y”', 'sv'),
    ).toEqual({
      ok: true,
      condition: {
        any: [
          {
            all: [
              { field: 'Mal', op: 'is-not', value: 'hemma' },
              { field: 'timmar', op: 'less', value: 7.5 },
            ],
          },
          { field: 'b', op: 'includes', value: 'x y' },
        ],
      },
    })
  })

  test('names a field of a fact’s name within quotes', () => {
    expect(conditionText({ field: 'dag', op: 'answered' }, 'sv')).toBe('"dag" är besvarat')
  })

  test.for([
    ['', 0, 'Skriv ett fält'],
    ['mal', 3, 'Skriv vad som gäller för fältet'],
    ['mal är', 6, 'Skriv ett värde'],
    ['mal är "a', 7, 'Skriv ett värde'],
    ['mal är "a" och', 14, 'Skriv ett fält'],
    ['(mal är "a"', 11, 'Sätt ut slutparentesen'],
    ['mal är "a" b', 11, 'Skriv och eller eller'],
    ['alla mal', 5, 'Sätt ut en parentes'],
    ['dag innehåller 5', 4, 'Skriv vad som gäller för uppgiften'],
    [`${'('.repeat(200)}`, 101, 'för många parenteser'],
  ] as const)('%s is no condition: it says where, and what should stand there', ([text, start, words]) => {
    const parsed = parseCondition(text, 'sv')
    if (parsed.ok) throw new Error('It was read.')
    expect(parsed.problem.start).toBe(start)
    expect(translate('sv', parsed.problem.key)).toContain(words)
  })

  test('nothing that is typed stops the reader', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      'inte',
      'och',
      'eller',
      'alla',
      'är',
      'mal',
      '"',
      '5',
      'större',
      'än',
      '\\',
      '#',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 500 }), (pieces) => {
        parseCondition(pieces.join(' '), 'sv')
      }),
    )
  })
})
