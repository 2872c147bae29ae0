// How it stood when each month ended: the figures of the file review, and how many cases were long.
import { sql } from 'kysely'
import { z } from 'zod'
import type { Counted, ReportAsked } from '../../../shared/indicators/figure.ts'
import type { IndicatorId } from '../../../shared/indicators/indicators.ts'
import { type Month, monthSchema } from '../../../shared/indicators/months.ts'
import { rulesOf } from '../../../shared/indicators/populations.ts'
import { officeSchema } from '../../../shared/indicators/table.ts'
import { all, type Db } from '../db.ts'
import {
  compilable,
  daysFrom,
  employmentOf,
  endsOf,
  type FigureSql,
  longBegin,
  medianBy,
  medianOf,
  officeIs,
} from './parts.ts'

/** The months with their last days, and the first sick day that then parts long cases from shorter ones. */
const monthsTable = (asked: ReportAsked, ends = endsOf(asked)): FigureSql =>
  sql`(SELECT column1 AS month, column2 AS last, column3 AS bound FROM (VALUES ${sql.join(
    ends.map(({ month, last }) => sql`(${month}, ${last}, ${longBegin(last)})`),
  )}))`

/** The cases of a population that went on when a month ended. */
const ongoing = ({ population }: ReportAsked): FigureSql => sql`${employmentOf(population)}
  AND ${rulesOf(population).long ? sql`facts.first_sick_day <= months.bound` : sql`facts.first_sick_day > months.bound AND facts.first_sick_day <= months.last`}
  AND (facts.closed_on IS NULL OR facts.closed_on > months.last)`

const days = daysFrom(sql`facts.first_sick_day`, sql`facts.plan_came_on`)

/** All that is counted of how it stood, month by month and office by office, in one go through the index of figures. */
export const standingQuery = (asked: ReportAsked): FigureSql => sql`
  SELECT months.month AS at, facts.office AS office, count(*) AS cases,
    count(CASE WHEN facts.plan_came_on <= months.last THEN 1 END) AS plans,
    coalesce(sum(CASE WHEN facts.plan_came_on <= months.last THEN ${days} END), 0) AS days,
    count(CASE WHEN facts.plan_came_on <= months.last THEN facts.plan_followable END) AS told,
    count(CASE WHEN facts.plan_came_on <= months.last AND facts.plan_followable = 1 THEN 1 END) AS followable,
    count(CASE WHEN facts.plan_came_on <= months.last THEN facts.plan_follow_up END) AS judged,
    count(CASE WHEN facts.plan_came_on <= months.last AND facts.plan_follow_up IN ('aktivt', 'delvis-aktivt') THEN 1 END) AS followed
  FROM ${monthsTable(asked)} AS months CROSS JOIN case_facts AS facts INDEXED BY figures_of_cases
  WHERE ${ongoing(asked)} GROUP BY months.month, facts.office`

const standingRow = z.object({
  at: monthSchema,
  office: officeSchema,
  cases: z.int(),
  plans: z.int(),
  days: z.int(),
  told: z.int(),
  followable: z.int(),
  judged: z.int(),
  followed: z.int(),
})

const withPlan = (asked: ReportAsked, months: FigureSql, more: FigureSql): FigureSql => sql`
  SELECT months.month AS month, facts.office AS office, ${days} AS days
  FROM ${months} AS months CROSS JOIN case_facts AS facts INDEXED BY figures_of_cases
  WHERE ${ongoing(asked)} AND facts.plan_came_on <= months.last AND ${more}`

/** The median of days to the plan in each month, of one office where one is asked for. */
export const planMedians = (asked: ReportAsked): FigureSql =>
  medianBy(withPlan(asked, monthsTable(asked), officeIs(asked.office)), sql`month`)
/** The same in each office, when the last month ended. */
export const planMediansByOffice = (asked: ReportAsked): FigureSql =>
  medianBy(withPlan(asked, monthsTable(asked, endsOf(asked).slice(-1)), sql`1`), sql`office`)

/** What is counted of how it stood when each month ended. */
export function countStanding(db: Db, asked: ReportAsked): Partial<Record<IndicatorId, Counted>> {
  const rows = all(db, compilable(standingQuery(asked)), standingRow)
  const tallies = (
    read: (row: z.infer<typeof standingRow>) => readonly [number, number, number, number],
  ) => ({
    tallies: rows.map((row) => {
      const [count, hits, days, gap] = read(row)
      return { office: row.office, at: row.at, count, hits, days, gap }
    }),
  })
  const longCases = tallies(({ cases }) => [cases, 0, 0, 0])
  if (!rulesOf(asked.population).employed) return { longCases }
  const months = new Map<Month, number>(
    all(db, compilable(planMedians(asked)), medianOf(monthSchema)).map(({ at, median }) => [at, median]),
  )
  const offices = new Map(
    all(db, compilable(planMediansByOffice(asked)), medianOf(officeSchema)).map(({ at, median }) => [
      at,
      median,
    ]),
  )
  return {
    longCases,
    planShare: tallies(({ cases, plans }) => [cases, plans, 0, 0]),
    daysToPlan: {
      ...tallies(({ cases, plans, days }) => [plans, 0, days, cases - plans]),
      medians: { whole: months.get(asked.to), months, offices },
    },
    followablePlans: tallies(({ plans, told, followable }) => [told, followable, 0, plans - told]),
    followedUpPlans: tallies(({ plans, judged, followed }) => [judged, followed, 0, plans - judged]),
  }
}
