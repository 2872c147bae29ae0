import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import { suggestDate } from '../../../shared/fields/suggest-date.ts'

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
  test('every day is read however it is written', () => {
    const start = isoDateSchema.parse('1990-01-01')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (days) => {
        const date = addDays(start, days)
        const [year, month, day] = date.split('-').map(Number)
        for (const text of [`${day}/${month} ${year}`, `${year}-${month}-${day}`, date.replaceAll('-', '')])
          expect(suggestDate(text)).toBe(date)
      }),
    )
  })
})
