import { sql } from 'kysely'
import { z } from 'zod'
import { addDays, type IsoDate } from '../../../shared/case/dates.ts'
import type { ReportAsked } from '../../../shared/indicators/figure.ts'
import { firstDay, lastDay, monthSchema } from '../../../shared/indicators/months.ts'
import { LONG_AFTER_DAYS, type PopulationId, rulesOf } from '../../../shared/indicators/populations.ts'
import { officeSchema } from '../../../shared/indicators/table.ts'
import { query } from '../db.ts'

export type FigureSql = ReturnType<typeof sql<unknown>>
export const compilable = (built: FigureSql) => ({ compile: () => built.compile(query) })

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

export const tallyRow = z.object({
  office: officeSchema,
  at: monthSchema,
  count: z.int(),
  hits: z.int(),
  days: z.int(),
  gap: z.int(),
})
