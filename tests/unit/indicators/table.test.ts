// The table of indicators holds to what may be said: each from a source, in both languages, of no person and no two populations.
import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import {
  type Figure,
  type Report,
  reportAskedSchema,
  reportSchema,
} from '../../../shared/indicators/figure.ts'
import {
  figureParts,
  indicatorIds,
  indicatorOf,
  indicatorsOf,
} from '../../../shared/indicators/indicators.ts'
import { addMonths, lastDay, monthSchema, monthsFrom } from '../../../shared/indicators/months.ts'
import { populationIds, rulesOf } from '../../../shared/indicators/populations.ts'
import { breakdowns } from '../../../shared/indicators/survey.ts'
import { citations } from '../../../shared/sources/cite.ts'

const month = (text: string) => monthSchema.parse(text)
const day = (text: string) => isoDateSchema.parse(text)

test.each(indicatorIds)('%s says where it comes from, and of whom it is', (id) => {
  const { source, of } = indicatorOf(id)
  expect(citations(source).map(({ kind }) => kind)).toEqual(['document'])
  expect(of.length).toBeGreaterThan(0)
})

test('the six indicators of the agency are there, and the four figures of its file review', () => {
  const of = (group: string) => indicatorIds.filter((id) => indicatorOf(id).group === group)
  expect(of('agency')).toHaveLength(6)
  expect(of('review')).toHaveLength(4)
})

test('nothing can be divided by who works with a case', () => {
  expect([...Object.keys(figureParts), ...breakdowns]).toEqual([
    'channel',
    'initiative',
    'length',
    'gender',
    'age',
    'office',
  ])
})

test('no case is in two populations: each has an employment and a length of its own', () => {
  expect(new Set(populationIds.map((id) => JSON.stringify(rulesOf(id)))).size).toBe(4)
  expect(indicatorsOf('otherShorter')).toEqual(['daysToMeasure'])
})

describe('two populations', () => {
  const asked = reportAskedSchema.parse({
    population: 'employedLong',
    from: '2026-01',
    to: '2026-01',
    today: '2026-03-04',
  })
  const figure = {
    indicator: 'tips' as const,
    whole: { shown: false as const },
    gap: 0,
    months: [],
    offices: [],
    parts: [],
  }

  test('are never in one report, as it is read', () => {
    expect(
      reportSchema.safeParse({ asked, figures: [{ ...figure, population: 'employedLong' }] }).success,
    ).toBe(true)
    expect(
      reportSchema.safeParse({ asked, figures: [{ ...figure, population: 'employedShorter' }] }).success,
    ).toBe(false)
  })

  test('nor as it is written: it does not compile', () => {
    const other: Figure<'employedShorter'> = { ...figure, population: 'employedShorter' }
    const of = { ...asked, population: 'employedLong' as const }
    // @ts-expect-error A report of one population takes no figure of another.
    const mixed: Report<'employedLong'> = { asked: of, figures: [other] }
    expect(mixed.figures).toHaveLength(1)
  })
})

describe('months', () => {
  test('follow each other over the turn of a year', () => {
    expect(monthsFrom(month('2025-11'), month('2026-02'))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
    expect(addMonths(month('2026-01'), -13)).toBe('2024-12')
    expect(monthsFrom(month('2026-02'), month('2026-01'))).toEqual([])
  })

  test('end on their last day, or today', () => {
    expect(lastDay(month('2024-02'), day('2026-03-04'))).toBe('2024-02-29')
    expect(lastDay(month('2026-03'), day('2026-03-04'))).toBe('2026-03-04')
  })

  test('are asked for in order, none to come, and at most three years of them', () => {
    const ask = (from: string, to: string) =>
      reportAskedSchema.safeParse({ population: 'employedLong', from, to, today: '2026-03-04' }).success
    expect(ask('2025-04', '2026-03')).toBe(true)
    expect(ask('2023-04', '2026-03')).toBe(true)
    expect(ask('2023-03', '2026-03')).toBe(false)
    expect(ask('2026-03', '2026-02')).toBe(false)
    expect(ask('2026-03', '2026-04')).toBe(false)
  })
})
