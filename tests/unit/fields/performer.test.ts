import { describe, expect, test } from 'vitest'
import { performerOf, performerOptions, performerText } from '../../../renderer/fields/performer.tsx'
import { casePersonSchema } from '../../../shared/case/case.ts'

const persons = [
  casePersonSchema.parse({ name: 'Marie Holm', role: 'arbetsgivare', title: 'Chef' }),
  casePersonSchema.parse({ name: 'Anna Ek', role: 'forsakringskassan' }),
]
const options = performerOptions(persons, 'sv')

test('Försäkringskassan and its staff are never offered as performers', () => {
  const texts = options.map(({ text }) => text)
  expect(texts).toContain('Marie Holm')
  expect(texts).toContain('Hälso- och sjukvården')
  expect(texts).not.toContain('Försäkringskassan')
  expect(texts).not.toContain('Anna Ek')
})

describe('what is typed as performer', () => {
  test.each([
    ['arbetsgivaren', undefined, { actor: 'arbetsgivare' }],
    ['Marie Holm', undefined, { actor: 'arbetsgivare', name: 'Marie Holm' }],
    ['Vårdcentralen Norr', undefined, { name: 'Vårdcentralen Norr' }],
    ['Försäkringskassan', undefined, { name: 'Försäkringskassan' }],
    ['  ', { name: 'FK' }, undefined],
    [
      'Marie Holmgren',
      { actor: 'arbetsgivare' as const, name: 'Marie Holm' },
      { actor: 'arbetsgivare', name: 'Marie Holmgren' },
    ],
    ['Arbetsgivarens HR', { actor: 'arbetsgivare' as const }, { name: 'Arbetsgivarens HR' }],
  ])('%j after %j: %j', (text, before, performer) => {
    expect(performerOf(text, before, options)).toEqual(performer)
  })

  test('every option is shown by the words it is chosen by', () => {
    for (const option of options) expect(performerText(option.performer, 'sv')).toBe(option.text)
  })
})
