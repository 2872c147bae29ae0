import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDateText, suggestDate } from '../../../shared/case/date-text.ts'
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
    ['3 May 2026', '2026-05-03'],
    ['3.2.2026', '2026-02-03'],
    ['2026–02–03', '2026-02-03'],
    ['idag', '2026-02-03'],
    ['I  dag', '2026-02-03'],
    ['igår', '2026-02-02'],
    ['i förrgår', '2026-02-01'],
    ['imorgon', '2026-02-04'],
    ['+14', '2026-02-17'],
    ['-30', '2026-01-04'],
  ])('%s is %s', (typed, date) => {
    expect(readDateText(typed, { today })).toBe(date)
  })

  test.each([
    '2026-02-30',
    '20260230',
    '29/2',
    '3 foo',
    'nästa gång',
    '',
    '2026',
    '12',
    '2026-13-01',
    '3/2/1',
    '3.2',
    '3 martyr 2026',
    '__proto__',
    'constructor',
  ])('%j is left as it was typed', (typed) => {
    expect(readDateText(typed, { today })).toBeUndefined()
  })

  test('a date read once is read the same again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 30_000 }), (offset) => {
        const date = addDays(today, offset)
        expect(readDateText(date, { today })).toBe(date)
        expect(readDateText(date.replaceAll('-', ''), { today })).toBe(date)
      }),
    )
  })
})

describe('the date that was meant', () => {
  test.each([
    ['2026-2-3', '2026-02-03'],
    ['2026/02/03', '2026-02-03'],
    ['2026.2.3', '2026-02-03'],
    ['2026–02–03', '2026-02-03'],
    ['20260203', '2026-02-03'],
    ['3/2 2026', '2026-02-03'],
    ['3/2-2026', '2026-02-03'],
    ['3.2.2026', '2026-02-03'],
    ['3 februari 2026', '2026-02-03'],
    ['den 3 feb. 2026', '2026-02-03'],
    [' 12 Maj 2026 ', '2026-05-12'],
  ])('%s is %s', (text, date) => expect(suggestDate(text)).toBe(date))
  test.each([
    '',
    'snart',
    '2026',
    '3/2',
    '3/2 26',
    '260203',
    '2026-02-30',
    '31/4 2026',
    '2026-13-01',
    '13 brumaire 2026',
  ])('%s is not clear', (text) => expect(suggestDate(text)).toBeUndefined())
  test('every day is read the same however it is written', () => {
    const start = isoDateSchema.parse('1990-01-01')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (days) => {
        const date = addDays(start, days)
        const [year, month, day] = date.split('-').map(Number)
        for (const text of [`${day}/${month} ${year}`, `${year}-${month}-${day}`, date.replaceAll('-', '')])
          expect([suggestDate(text), readDateText(text, { today })]).toEqual([date, date])
      }),
    )
  })
})
