import type { Counted, ReportAsked } from './figure.ts'
import type { IndicatorId } from './indicators.ts'
import type { Month } from './months.ts'
import { rulesOf } from './populations.ts'
import { addTo, daysFrom, emptySpread, inGroup, mediansOf, placeAmong, type Spread } from './spread.ts'
import type { Office } from './table.ts'

/** What figures of how it stood are counted from: the facts of a case whose insured has the right employment. */
export interface StandingCase {
  readonly office: Office
  readonly firstSickDay: string
  readonly closedOn: string | null
  readonly planCameOn: string | null
  readonly followable: number | null
  readonly followUp: string | null
}

/** A month that is asked about, with its last day, and the last first sick day of the cases that are long on that day. */
export interface MonthEnd {
  readonly month: Month
  readonly last: string
  readonly bound: string
}

/** How many cases, and of these how many with what; or by how much these change. */
interface Stood {
  cases: number
  plans: number
  days: number
  told: number
  followable: number
  judged: number
  followed: number
}
const nothing = (): Stood => ({
  cases: 0,
  plans: 0,
  days: 0,
  told: 0,
  followable: 0,
  judged: 0,
  followed: 0,
})
const ofCase: Stood = { ...nothing(), cases: 1 }

function add(to: Stood | undefined, by: Stood, sign = 1): void {
  if (to === undefined) return
  to.cases += sign * by.cases
  to.plans += sign * by.plans
  to.days += sign * by.days
  to.told += sign * by.told
  to.followable += sign * by.followable
  to.judged += sign * by.judged
  to.followed += sign * by.followed
}

/** What the plan of a case adds. */
function planOf({ followable, followUp }: StandingCase, days: number): Stood {
  return {
    cases: 0,
    plans: 1,
    days,
    told: followable === null ? 0 : 1,
    followable: followable === 1 ? 1 : 0,
    judged: followUp === null ? 0 : 1,
    followed: followUp === 'aktivt' || followUp === 'delvis-aktivt' ? 1 : 0,
  }
}

/** The places of the months from which a case goes on in a population, and of the first in which it does so no more. */
function monthsOf(ends: readonly MonthEnd[], isLong: boolean) {
  const ended = placeAmong(ends.map(({ last }) => last))
  const becameLong = placeAmong(ends.map(({ bound }) => bound))
  return ({ firstSickDay, closedOn }: StandingCase) => ({
    from: isLong ? becameLong(firstSickDay) : ended(firstSickDay),
    to: isLong ? ended(closedOn) : Math.min(ended(closedOn), becameLong(firstSickDay)),
  })
}

/**
 * Counts how it stood when each month ended. Each case is looked at once, however many months it went on in: what changes is noted
 * where it begins and where it ends, and added up afterwards.
 */
export function countStandingCases(
  asked: ReportAsked,
  ends: readonly MonthEnd[],
  cases: Iterable<StandingCase>,
): Partial<Record<IndicatorId, Counted>> {
  const { employed, long: isLong } = rulesOf(asked.population)
  const rangeOf = monthsOf(ends, isLong)
  const came = placeAmong(ends.map(({ last }) => last))
  const offices = new Map<Office, Stood[]>()
  const inMonths = ends.map(({ month }): [Month, Spread] => [month, emptySpread()])
  const inOffices = new Map<Office, Spread>()

  for (const one of cases) {
    const { from, to } = rangeOf(one)
    if (from >= to) continue
    const changes = inGroup(offices, one.office, () => Array.from({ length: ends.length + 1 }, nothing))
    add(changes[from], ofCase)
    add(changes[to], ofCase, -1)
    const begun = Math.max(from, came(one.planCameOn))
    if (one.planCameOn === null || begun >= to) continue
    const days = daysFrom(one.firstSickDay, one.planCameOn)
    const plan = planOf(one, days)
    add(changes[begun], plan)
    add(changes[to], plan, -1)
    if (asked.office === undefined || asked.office === one.office)
      for (const [, spread] of inMonths.slice(begun, to)) addTo(spread, days)
    if (to === ends.length) addTo(inGroup(inOffices, one.office, emptySpread), days)
  }

  const months = mediansOf(inMonths)
  const stood = [...offices].flatMap(([office, changes]) => stoodIn(office, ends, changes))
  const tallies = (read: (of: Stood) => readonly [number, number, number, number]) => ({
    tallies: stood.map(({ office, at, of }) => {
      const [count, hits, days, gap] = read(of)
      return { office, at, count, hits, days, gap }
    }),
  })
  const longCases = tallies((of) => [of.cases, 0, 0, 0])
  if (!employed) return { longCases }
  return {
    longCases,
    planShare: tallies((of) => [of.cases, of.plans, 0, 0]),
    daysToPlan: {
      ...tallies((of) => [of.plans, 0, of.days, of.cases - of.plans]),
      medians: { whole: months.get(asked.to), months, offices: mediansOf(inOffices) },
    },
    followablePlans: tallies((of) => [of.told, of.followable, 0, of.plans - of.told]),
    followedUpPlans: tallies((of) => [of.judged, of.followed, 0, of.plans - of.judged]),
  }
}

/** How it stood in an office when each month ended, where it had any case. */
function stoodIn(office: Office, ends: readonly MonthEnd[], changes: readonly Stood[]) {
  const now = nothing()
  return ends.flatMap(({ month }, place) => {
    const by = changes[place]
    if (by) add(now, by)
    return now.cases > 0 ? [{ office, at: month, of: { ...now } }] : []
  })
}
