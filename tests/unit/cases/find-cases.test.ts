import { describe, expect, test } from 'vitest'
import {
  type AttentionByCase,
  chosenCases,
  filterCases,
  sortCases,
} from '../../../renderer/features/cases/tree/rows.ts'
import type { CaseSummary } from '../../../shared/api/cases.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import type { Late } from '../../../shared/note/late.ts'
import { caseNumbered, personnummer } from './support.ts'

const numbers = (cases: readonly CaseSummary[]) => cases.map((each) => each.case.number)
const nothing: AttentionByCase = new Map()

describe('The list of cases', () => {
  test('is in the order of numbers as people count', () => {
    const cases = ['26-10', '26-9', '25-100'].map((number, serial) => caseNumbered(serial, { number }))
    expect(numbers(sortCases(cases, 'number', nothing))).toEqual(['25-100', '26-9', '26-10'])
  })

  test('sorts names as Swedish does: z, å, ä, ö', () => {
    const names = ['Öberg', 'Zander', 'Äng', 'Åkesson']
    const cases = names.map((name, serial) => caseNumbered(serial, { number: `${4 - serial}`, name }))
    expect(sortCases(cases, 'name', nothing).map((each) => each.case.insured.name)).toEqual([
      'Zander',
      'Åkesson',
      'Äng',
      'Öberg',
    ])
  })

  test('by day has the longest sick leave first', () => {
    const days = ['2026-02-01', '2025-06-01', '2026-01-01']
    const cases = days.map((firstSickDay, serial) => caseNumbered(serial, { firstSickDay }))
    expect(numbers(sortCases(cases, 'day', nothing))).toEqual(['26-1', '26-2', '26-0'])
  })

  test('by change counts the details of a case and each of its notes', () => {
    const cases = [
      caseNumbered(1, { changed: '2026-01-05T10:00:00Z' }),
      caseNumbered(2, { notes: ['2026-01-07T10:00:00Z', '2026-01-03T10:00:00Z'] }),
      caseNumbered(3, { changed: '2026-01-06T10:00:00Z', notes: ['2026-01-02T10:00:00Z'] }),
    ]
    expect(numbers(sortCases(cases, 'changed', nothing))).toEqual(['26-2', '26-3', '26-1'])
  })

  test('by need has first what is late, the longest late before others, then errors, warnings and drafts', () => {
    const cases = [
      caseNumbered(1),
      caseNumbered(2, { notes: ['2026-01-02T10:00:00Z'] }),
      ...[3, 4, 5, 6].map((serial) => caseNumbered(serial)),
    ]
    const attention = new Map(
      [
        { serial: 3, error: 0, warning: 9 },
        { serial: 4, error: 1, warning: 0 },
        { serial: 5, error: 0, warning: 0, late: '2026-01-08' },
        { serial: 6, error: 0, warning: 0, late: '2026-01-07' },
      ].map(({ serial, error, warning, late }) => {
        const caseId = caseNumbered(serial).case.id
        const due = isoDateSchema.safeParse(late).data
        const found: Late[] = due === undefined ? [] : [{ kind: 'followUp', due, where: {} }]
        return [caseId, { caseId, problems: { error, warning, info: 0 }, late: found, rules: {} }] as const
      }),
    )
    expect(numbers(sortCases(cases, 'attention', attention))).toEqual([
      '26-6',
      '26-5',
      '26-4',
      '26-3',
      '26-2',
      '26-1',
    ])
  })
})

describe('The cases that are shown', () => {
  const cases = [
    caseNumbered(1, { assignedTo: 'Anna Ek' }),
    caseNumbered(2, { assignedTo: 'Bo Al', author: 'anna ek', notes: ['2026-01-02T10:00:00Z'] }),
    caseNumbered(3, { assignedTo: 'Bo Al', author: 'Bo Al', notes: ['2026-01-02T10:00:00Z'] }),
  ]
  const ids = cases.map((each) => each.case.id)

  test('are mine where they are assigned to me, or have a note of mine', () => {
    expect(numbers(chosenCases(cases, { show: 'mine', recent: [] }, ' Anna Ek'))).toEqual(['26-1', '26-2'])
    expect(chosenCases(cases, { show: 'mine', recent: [] }, 'Siv Holm')).toEqual([])
  })

  test('are those opened last, in that order, without any that is gone', () => {
    const recent = [ids[2], caseNumbered(9).case.id, ids[0]].filter((id) => id !== undefined)
    expect(numbers(chosenCases(cases, { show: 'recent', recent }, 'Anna Ek'))).toEqual(['26-3', '26-1'])
  })

  test('are all otherwise', () => {
    expect(chosenCases(cases, { show: 'all', recent: ids }, 'Anna Ek')).toBe(cases)
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
