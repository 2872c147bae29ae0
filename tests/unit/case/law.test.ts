import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { applies, exceptionOn, exceptionsOn, isBackBefore, lastDayBack } from '../../../shared/case/law.ts'

const day = (text: string) => isoDateSchema.parse(text)

describe('the exceptions from the whole labour market, as the law has read', () => {
  test.each([
    ['2008-06-30', ['oskaligt', 'alder']],
    ['2008-07-01', ['sarskilda-skal', 'oskaligt', 'alder']],
    ['2021-03-14', ['sarskilda-skal', 'oskaligt', 'alder']],
    ['2021-03-15', ['overvagande-skal', 'oskaligt', 'alder']],
    ['2022-01-31', ['overvagande-skal', 'oskaligt', 'alder']],
    ['2022-02-01', ['overvagande-skal', 'sarskilda-skal', 'oskaligt', 'alder']],
    ['2026-06-03', ['overvagande-skal', 'sarskilda-skal', 'oskaligt', 'alder']],
  ])('on %s', (on, ids) => {
    expect(exceptionsOn(day(on)).map(({ id }) => id)).toEqual(ids)
  })

  test('särskilda skäl meant a return before day 365 once, and means before day 550 now', () => {
    expect(exceptionOn('sarskilda-skal', day('2021-03-14'))?.returnBefore).toBe(365)
    expect(exceptionOn('sarskilda-skal', day('2021-06-01'))).toBeUndefined()
    expect(exceptionOn('sarskilda-skal', day('2022-02-01'))?.returnBefore).toBe(550)
    expect(exceptionOn('overvagande-skal', day('2022-02-01'))?.returnBefore).toBe(365)
  })
})

test.each([
  ['arbetstid', '2022-01-31', '2022-02-01'],
  ['yrkesgrupp', '2022-08-31', '2022-09-01'],
] as const)('%s is asked for from its day', (id, before, from) => {
  expect([applies(id, day(before)), applies(id, day(from))]).toEqual([false, true])
})

test('back on day 364 is before day 365, and on day 365 itself is not', () => {
  const first = day('2025-01-01')
  expect(isBackBefore(365, day('2025-12-30'), first)).toBe(true)
  expect(isBackBefore(365, day('2025-12-31'), first)).toBe(false)
  const version = exceptionOn('overvagande-skal', day('2025-07-01'))
  expect(version && lastDayBack(version, first)).toBe('2025-12-30')
})
