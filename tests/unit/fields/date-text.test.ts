import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDateText } from '../../../renderer/base/date-text.ts'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'

const today = isoDateSchema.parse('2026-02-03')

describe('a date as it is typed', () => {
  test.each([
    ['2026-02-03', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['260203', '2026-02-03'],
    ['2026-2-3', '2026-02-03'],
    [' 2026/02/03 ', '2026-02-03'],
    ['2026.2.3', '2026-02-03'],
    ['3/2', '2026-02-03'],
    ['3/2 2025', '2025-02-03'],
    ['3/12-25', '2025-12-03'],
    ['3 feb', '2026-02-03'],
    ['den 3:e februari 2026', '2026-02-03'],
    ['31 Oktober 2025', '2025-10-31'],
    ['1 maj', '2026-05-01'],
    ['29 feb 2024', '2024-02-29'],
    ['idag', '2026-02-03'],
    ['I  dag', '2026-02-03'],
    ['igår', '2026-02-02'],
    ['i förrgår', '2026-02-01'],
    ['imorgon', '2026-02-04'],
    ['+14', '2026-02-17'],
    ['-30', '2026-01-04'],
  ])('%s is %s', (typed, date) => {
    expect(readDateText(typed, today)).toBe(date)
  })

  test.each([
    '2026-02-30',
    '20260230',
    '29/2',
    '3 foo',
    'nästa vecka',
    '',
    '2026',
    '12',
    '2026-13-01',
    '3/2/1',
    '__proto__',
    'constructor',
  ])('%j is left as it was typed', (typed) => {
    expect(readDateText(typed, today)).toBeUndefined()
  })

  test('a date read once is read the same again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (offset) => {
        const date = addDays(today, offset)
        expect(readDateText(date, today)).toBe(date)
        expect(readDateText(date.replaceAll('-', ''), today)).toBe(date)
      }),
    )
  })
})
