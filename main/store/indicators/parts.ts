import { sql } from 'kysely'
import { z } from 'zod'
import { addDays, type IsoDate } from '../../../shared/case/dates.ts'
import type { ReportAsked } from '../../../shared/indicators/figure.ts'
import { firstDay, lastDay, type Month, monthSchema, monthsFrom } from '../../../shared/indicators/months.ts'
import { LONG_AFTER_DAYS, type PopulationId, rulesOf } from '../../../shared/indicators/populations.ts'
import { type Office, officeSchema } from '../../../shared/indicators/table.ts'
import { query } from '../db.ts'

export type FigureSql = ReturnType<typeof sql<unknown>>
export const compilable = (built: FigureSql) => ({ compile: () => built.compile(query) })

/** The months that are asked about, each with the day on which it ends. */
export const endsOf = ({ from, to, today }: ReportAsked): { month: Month; last: IsoDate }[] =>
  monthsFrom(from, to).map((month) => ({ month, last: lastDay(month, today) }))

/** The first and the last day that are asked about. */
export const monthsSpan = ({ from, to, today }: ReportAsked): { first: IsoDate; last: IsoDate } => ({
  first: firstDay(from),
  last: lastDay(to, today),
})

/** The first sick day of a case that becomes long the day after `day`: of the long ones, the last. */
export const longBegin = (day: IsoDate): IsoDate => addDays(day, -LONG_AFTER_DAYS)

/** Whether the insured of `facts` is of a population. Of an index, this is where one begins. */
export const employmentOf = (population: PopulationId): FigureSql =>
  rulesOf(population).employed
    ? sql`facts.employment = 'anstalld'`
    : sql`facts.employment IN ('arbetslos', 'annan')`

/** Whether the case of `facts` had gone on for so long, on a day that SQL has. */
export const lengthOn = (population: PopulationId, day: FigureSql): FigureSql =>
  rulesOf(population).long
    ? sql`facts.first_sick_day <= date(${day}, ${sql.lit(`-${LONG_AFTER_DAYS} days`)})`
    : sql`facts.first_sick_day > date(${day}, ${sql.lit(`-${LONG_AFTER_DAYS} days`)})`

/** One office alone, where one is asked for: for medians. What is counted is counted of all, so that what is hidden is hidden. */
export const officeIs = (office: Office | undefined): FigureSql =>
  office === undefined ? sql`1` : sql`facts.office IS ${office}`

/** The days from one date to another, as whole numbers; a date before the first counts as it. */
export const daysFrom = (from: FigureSql, to: FigureSql): FigureSql =>
  sql`max(0, CAST(julianday(${to}) - julianday(${from}) AS INTEGER))`

/**
 * The median of `days` of the rows of `counted`, in each group of `by`: of an even number, what lies midway between the two in the
 * middle.
 */
export const medianBy = (counted: FigureSql, by: FigureSql): FigureSql => sql`
  WITH counted AS (${counted}),
    placed AS (SELECT ${by} AS at, days, row_number() OVER (PARTITION BY ${by} ORDER BY days) AS place,
      count(*) OVER (PARTITION BY ${by}) AS many FROM counted)
  SELECT at, avg(days) AS median FROM placed WHERE place IN ((many + 1) / 2, (many + 2) / 2) GROUP BY at`

export const tallyRow = z.object({
  office: officeSchema,
  at: monthSchema,
  count: z.int(),
  hits: z.int(),
  days: z.int(),
  gap: z.int(),
})
export const medianOf = <S extends z.ZodType>(at: S) => z.object({ at, median: z.number() })
