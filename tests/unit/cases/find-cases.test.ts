import { describe, expect, test } from 'vitest'
import { filterCases, sortCases } from '../../../renderer/features/cases/tree/rows.ts'
import { caseNumbered, personnummer } from './support.ts'

describe('The list of cases', () => {
  test('is in the order of numbers as people count', () => {
    const cases = ['26-10', '26-9', '25-100'].map((number, serial) => caseNumbered(serial, { number }))
    expect(sortCases(cases).map((each) => each.case.number)).toEqual(['25-100', '26-9', '26-10'])
  })

  test('sorts names of the same number as Swedish does: z, å, ä, ö', () => {
    const names = ['Öberg', 'Zander', 'Äng', 'Åkesson']
    const cases = names.map((name, serial) => caseNumbered(serial, { number: '1', name }))
    expect(sortCases(cases).map((each) => each.case.insured.name)).toEqual([
      'Zander',
      'Åkesson',
      'Äng',
      'Öberg',
    ])
  })
})

describe('The filter', () => {
  const cases = [
    caseNumbered(1, { number: '26-1187', name: 'Lova Berg', employer: 'Granviks Snickeri AB' }),
    caseNumbered(2, { number: '26-1190', name: 'Åke Öman', employer: 'Plåt & Rör' }),
  ]
  const digits = personnummer.replace('-', '')

  test.each([
    ['nothing', '', [1, 2]],
    ['blanks', '   ', [1, 2]],
    ['a number', '1187', [1]],
    ['a name in other letters', 'LOVA', [1]],
    ['words in any order', 'berg 26-', [1]],
    ['words of which one is nowhere', 'berg 1190', []],
    ['an employer', 'plåt', [2]],
    ['å written in two characters', 'A\u030Ake', [2]],
    ['a where å stands', 'ake', []],
    ['a personnummer with its hyphen', personnummer, [1, 2]],
    ['a personnummer without it', digits, [1, 2]],
    ['the end of one case and the beginning of its next text', '1187lova', []],
  ])('takes %s', (_what, filter, expected) => {
    const found = filterCases(cases, filter).map((each) => cases.indexOf(each) + 1)
    expect(found).toEqual(expected)
  })
})
