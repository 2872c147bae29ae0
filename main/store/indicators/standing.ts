// How it stood when each month ended: the figures of the file review, and how many cases were long.
import { sql } from 'kysely'
import { z } from 'zod'
import { countStandingCases, type MonthEnd } from '../../../shared/indicators/count-standing.ts'
import type { Counted, ReportAsked } from '../../../shared/indicators/figure.ts'
import type { IndicatorId } from '../../../shared/indicators/indicators.ts'
import { lastDay, monthsFrom } from '../../../shared/indicators/months.ts'
import { rulesOf } from '../../../shared/indicators/populations.ts'
import { officeSchema } from '../../../shared/indicators/table.ts'
import { type Db, each } from '../db.ts'
import { compilable, employmentOf, type FigureSql, longBegin } from './parts.ts'

const endsOf = ({ from, to, today }: ReportAsked): MonthEnd[] =>
  monthsFrom(from, to).map((month) => {
    const last = lastDay(month, today)
    return { month, last, bound: longBegin(last) }
  })

/** The cases of a population that went on when some month ended, in one go through the index of figures. */
export const standingQuery = (asked: ReportAsked): FigureSql => {
  const { population, from, to, today } = asked
  const [first, last] = [lastDay(from, today), lastDay(to, today)]
  const begun = rulesOf(population).long
    ? sql`facts.first_sick_day <= ${longBegin(last)}`
    : sql`facts.first_sick_day > ${longBegin(first)} AND facts.first_sick_day <= ${last}`
  return sql`
    SELECT facts.office AS office, facts.first_sick_day AS firstSickDay, facts.closed_on AS closedOn,
      facts.plan_came_on AS planCameOn, facts.plan_followable AS followable, facts.plan_follow_up AS followUp
    FROM case_facts AS facts INDEXED BY figures_of_cases
    WHERE ${employmentOf(population)} AND ${begun} AND (facts.closed_on IS NULL OR facts.closed_on > ${first})`
}

const standingRow = z.object({
  office: officeSchema,
  firstSickDay: z.string(),
  closedOn: z.string().nullable(),
  planCameOn: z.string().nullable(),
  followable: z.int().nullable(),
  followUp: z.string().nullable(),
})

/** What is counted of how it stood when each month ended. */
export const countStanding = (db: Db, asked: ReportAsked): Partial<Record<IndicatorId, Counted>> =>
  countStandingCases(asked, endsOf(asked), each(db, compilable(standingQuery(asked)), standingRow))
