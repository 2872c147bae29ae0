// What is counted in one go over all cases is what is found by looking at every case in every month.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, type IsoDate, isoDateSchema } from '../../../shared/case/dates.ts'
import { countBegunMeasures } from '../../../shared/indicators/count-measures.ts'
import { countStandingCases, type StandingCase } from '../../../shared/indicators/count-standing.ts'
import { reportAskedSchema } from '../../../shared/indicators/figure.ts'
import { lastDay, monthOf, monthsFrom } from '../../../shared/indicators/months.ts'
import { LONG_AFTER_DAYS, populationIds, rulesOf } from '../../../shared/indicators/populations.ts'

const day = (from: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((after) => addDays(isoDateSchema.parse(from), after))
const office = fc.constantFrom('Norr', 'Söder', null)

const askedAbout = fc.record({
  population: fc.constantFrom(...populationIds),
  office: fc.option(fc.constantFrom('Norr', 'Söder'), { nil: undefined }),
})
const span = { from: '2025-10', to: '2026-03', today: '2026-03-15' }

const standing = fc
  .record({
    office,
    // Around the day on which a case of these months is long, where it matters most.
    firstSickDay: fc.oneof(day('2023-09-20', 200), day('2025-09-01', 210)),
    lasts: fc.option(fc.integer({ min: 0, max: 900 })),
    planAfter: fc.option(fc.integer({ min: -3, max: 900 })),
    followable: fc.constantFrom(0, 1, null),
    followUp: fc.constantFrom('aktivt', 'delvis-aktivt', 'inte', null),
  })
  .map(({ lasts, planAfter, ...one }) => ({
    ...one,
    closedOn: lasts === null ? null : addDays(one.firstSickDay, lasts),
    planCameOn: planAfter === null ? null : addDays(one.firstSickDay, planAfter),
  }))
type Standing = Readonly<Omit<StandingCase, 'firstSickDay' | 'planCameOn'>> & {
  firstSickDay: IsoDate
  planCameOn: IsoDate | null
}

/** The middle of all values, written out. */
function middle(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

const daysTo = ({ firstSickDay }: { firstSickDay: IsoDate }, to: IsoDate) =>
  Math.max(0, daysBetween(firstSickDay, to))

describe('How it stood', () => {
  test('in each month and office is what its cases are, looked at one by one', () => {
    fc.assert(
      fc.property(askedAbout, fc.array(standing, { maxLength: 60 }), (about, all: readonly Standing[]) => {
        const asked = reportAskedSchema.parse({ ...span, ...about })
        const { employed, long } = rulesOf(asked.population)
        const months = monthsFrom(asked.from, asked.to).map((month) => {
          const last = lastDay(month, asked.today)
          const isIn = ({ firstSickDay, closedOn }: Standing) =>
            firstSickDay <= last &&
            daysBetween(firstSickDay, last) >= LONG_AFTER_DAYS === long &&
            (closedOn === null || closedOn > last)
          const cases = all.filter(isIn)
          const plans = cases.flatMap((one) =>
            one.planCameOn !== null && one.planCameOn <= last
              ? [{ ...one, days: daysTo(one, one.planCameOn) }]
              : [],
          )
          return { month, last, cases, plans }
        })
        const ends = months.map(({ month, last }) => ({
          month,
          last,
          bound: addDays(last, -LONG_AFTER_DAYS),
        }))
        const counted = countStandingCases(asked, ends, all)

        for (const where of ['Norr', 'Söder', null])
          for (const { month, cases, plans } of months) {
            const here = <T extends { office: string | null }>(each: readonly T[]) =>
              each.filter((one) => one.office === where)
            const tally = (indicator: keyof typeof counted) => {
              const found = counted[indicator]?.tallies.filter(
                (one) => one.office === where && one.at === month,
              )
              expect(found?.length ?? 0).toBeLessThan(2)
              return found?.[0] ?? { count: 0, hits: 0, days: 0, gap: 0 }
            }
            const [inCases, inPlans] = [here(cases), here(plans)]
            expect(tally('longCases')).toMatchObject({ count: inCases.length })
            if (!employed) continue
            const told = inPlans.filter(({ followable }) => followable !== null)
            const judged = inPlans.filter(({ followUp }) => followUp !== null)
            expect(tally('planShare')).toMatchObject({ count: inCases.length, hits: inPlans.length })
            expect(tally('daysToPlan')).toMatchObject({
              count: inPlans.length,
              days: inPlans.reduce((sum, { days }) => sum + days, 0),
              gap: inCases.length - inPlans.length,
            })
            expect(tally('followablePlans')).toMatchObject({
              count: told.length,
              hits: told.filter(({ followable }) => followable === 1).length,
              gap: inPlans.length - told.length,
            })
            expect(tally('followedUpPlans')).toMatchObject({
              count: judged.length,
              hits: judged.filter(({ followUp }) => followUp !== 'inte').length,
              gap: inPlans.length - judged.length,
            })
          }
        if (!employed) return
        const medians = counted.daysToPlan?.medians
        const asOf = <T extends { office: string | null }>(each: readonly T[], where = asked.office) =>
          each.filter((one) => where === undefined || one.office === where)
        for (const { month, plans } of months)
          expect(medians?.months.get(month)).toBe(middle(asOf(plans).map(({ days }) => days)))
        expect(medians?.whole).toBe(medians?.months.get(asked.to))
        for (const where of ['Norr', 'Söder'])
          expect(medians?.offices.get(where)).toBe(
            middle(asOf(months.at(-1)?.plans ?? [], where).map(({ days }) => days)),
          )
      }),
      { numRuns: 300 },
    )
  })
})

describe('Measures that began', () => {
  const begun = fc
    .record({ office, firstSickDay: day('2025-01-01', 200), beganOn: day('2025-10-01', 160) })
    .map((one) => ({ ...one, month: monthOf(one.beganOn) }))

  test('are counted by month and office, with the medians of each', () => {
    fc.assert(
      fc.property(askedAbout, fc.array(begun, { maxLength: 40 }), (about, all) => {
        const asked = reportAskedSchema.parse({ ...span, ...about })
        const { tallies, medians } = countBegunMeasures(asked, all)
        const days = (of: typeof all) => of.map((one) => daysTo(one, one.beganOn))
        const shown = all.filter((one) => asked.office === undefined || one.office === asked.office)
        for (const month of monthsFrom(asked.from, asked.to)) {
          for (const where of ['Norr', 'Söder', null]) {
            const here = days(all.filter((one) => one.office === where && one.month === month))
            const found = tallies.filter((one) => one.office === where && one.at === month)
            const sum = here.reduce((a, b) => a + b, 0)
            expect(found).toMatchObject(here.length === 0 ? [] : [{ count: here.length, days: sum }])
          }
          expect(medians?.months.get(month)).toBe(middle(days(shown.filter((one) => one.month === month))))
        }
        expect(medians?.whole).toBe(middle(days(shown)))
        for (const where of ['Norr', 'Söder', null])
          expect(medians?.offices.get(where)).toBe(middle(days(all.filter((one) => one.office === where))))
      }),
    )
  })
})
