import { describe, expect, test } from 'vitest'
import { chainText } from '../../../renderer/features/cases/overview/chain.ts'
import { chainState, pointsOf } from '../../../shared/case/chain.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { translate } from '../../../shared/text/index.ts'
import { caseNumbered } from './support.ts'

const employed = caseNumbered(1, { employer: 'Granviks Snickeri AB' }).case
const unemployed = caseNumbered(2).case
const t: Parameters<typeof chainText>[0] = (key, ...params) => translate('sv', key, ...params)

// The first sick day is 2026-01-01, day 1.
describe('Where a case stands', () => {
  test.each([
    ['before it begins', employed, '2025-12-31', 'Sjukfallet börjar 2026-01-01'],
    ['on its first day', employed, '2026-01-01', 'Dag 1 · nästa tidsgräns dag 30 (2026-01-30)'],
    ['on a time point', employed, '2026-01-30', 'Dag 30 · nästa tidsgräns dag 30 (2026-01-30)'],
    ['the day after a time point', employed, '2026-01-31', 'Dag 31 · nästa tidsgräns dag 60 (2026-03-01)'],
    ['on day 94', employed, '2026-04-04', 'Dag 94 · nästa tidsgräns dag 180 (2026-06-29)'],
    ['after the last', employed, '2027-07-05', 'Dag 551'],
    ['without employment', unemployed, '2026-04-04', 'Dag 94'],
  ])('%s', (_when, of, today, expected) => {
    expect(chainText(t, chainState(of, isoDateSchema.parse(today)))).toBe(expected)
  })

  test('a time point is passed when its day is completed', () => {
    const passed = (today: string) =>
      pointsOf(employed, isoDateSchema.parse(today)).flatMap(({ point, passed: is }) => (is ? [point] : []))
    expect(passed('2026-03-31')).toEqual([30, 60])
    expect(passed('2026-04-01')).toEqual([30, 60, 90])
  })
})
