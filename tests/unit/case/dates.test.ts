import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dateAt, onDay, swedishDate, timestampSchema, timeText } from '../../../shared/case/dates.ts'

afterEach(() => vi.unstubAllEnvs())

describe.each(['UTC', 'Europe/Stockholm', 'Pacific/Auckland', 'America/Los_Angeles'])(
  'on a machine in %s',
  (zone) => {
    test.each([
      ['2026-02-03T22:59:59Z', '2026-02-03', '23.59'],
      ['2026-02-03T23:00:00Z', '2026-02-04', '00.00'],
      ['2026-07-03T21:59:59Z', '2026-07-03', '23.59'],
      ['2026-07-03T22:00:00Z', '2026-07-04', '00.00'],
      ['2025-12-31T23:30:00Z', '2026-01-01', '00.30'],
    ])('%s is the Swedish day %s', (at, date, time) => {
      vi.stubEnv('TZ', zone)
      const point = timestampSchema.parse(at)
      expect(dateAt(point)).toBe(date)
      expect(swedishDate(new Date(at))).toBe(date)
      expect(timeText('sv', point)).toBe(`${date} kl. ${time}`)
    })
  },
)

test('the same time on another day is of that day, whatever clocks do between', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(moment, moment, (now, other) => {
      const day = swedishDate(other)
      expect(swedishDate(onDay(now, day))).toBe(day)
    }),
  )
})
