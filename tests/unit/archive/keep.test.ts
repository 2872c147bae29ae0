import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBackupDue, keepRule, keptBackups } from '../../../shared/archive/keep.ts'

const day = 86_400_000
const start = Date.parse('2026-03-04T10:00:00Z')
const backup = (time: number) => ({ at: new Date(time) })
const datesOf = (backups: readonly { at: Date }[]) => backups.map(({ at }) => at.toISOString().slice(0, 10))
const backups = fc
  .array(fc.integer({ min: 0, max: 900 * 24 }), { maxLength: 400 })
  .map((hours) => hours.map((each) => backup(start - each * 3_600_000)))

describe('the backups that stay', () => {
  test('of two years with one a day: the last 7 days, then weeks, then months', () => {
    const daily = Array.from({ length: 730 }, (_, index) => backup(start - index * day))
    expect(datesOf(keptBackups(daily))).toEqual([
      '2026-03-04',
      '2026-03-03',
      '2026-03-02',
      '2026-03-01',
      '2026-02-28',
      '2026-02-27',
      '2026-02-26',
      '2026-02-22',
      '2026-02-15',
      '2026-02-08',
      '2026-02-01',
      '2026-01-31',
      '2026-01-25',
      '2026-01-18',
      '2025-12-31',
      '2025-11-30',
      '2025-10-31',
      '2025-09-30',
      '2025-08-31',
      '2025-07-31',
      '2025-06-30',
      '2025-05-31',
      '2025-04-30',
    ])
  })

  test('never more than the rule’s sum, the newest always among them, none invented', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all)
        expect(kept.length).toBeLessThanOrEqual(keepRule.days + keepRule.weeks + keepRule.months)
        expect(kept.every((each) => all.includes(each))).toBe(true)
        if (all.length > 0) expect(kept[0]?.at.getTime()).toBe(Math.max(...all.map(({ at }) => at.getTime())))
      }),
    )
  })

  test('what goes would have gone later as well: to thin twice is to thin once', () => {
    fc.assert(
      fc.property(backups, (all) => {
        const kept = keptBackups(all)
        expect(keptBackups(kept)).toEqual(kept)
      }),
    )
  })

  test('thinned every day of three years, there is always one that is younger than a week, a month and a year', () => {
    let kept: readonly { at: Date }[] = []
    for (let today = 0; today < 1100; today += 1) {
      kept = keptBackups([...kept, backup(start + today * day)])
      const ages = kept.map(({ at }) => (start + today * day - at.getTime()) / day)
      const oldest = Math.max(...ages)
      expect(ages.filter((age) => age < 7)).toHaveLength(Math.min(7, today + 1))
      if (today > 60) expect(ages.some((age) => age >= 28 && age <= 62)).toBe(true)
      if (today > 400) expect(oldest).toBeGreaterThan(300)
    }
  })
})

test.each<[string, number | undefined, boolean]>([
  ['never made', undefined, true],
  ['a day ago', start - day, true],
  ['just under a day ago', start - day + 1, false],
])('a backup that was %s is due: %s', (_when, last, due) => {
  expect(isBackupDue(last === undefined ? undefined : new Date(last), new Date(start))).toBe(due)
})
