// What happened during each month: the agency's indicators.
import { sql } from 'kysely'
import { z } from 'zod'
import { countBegunMeasures } from '../../../shared/indicators/count-measures.ts'
import type { Counted, ReportAsked } from '../../../shared/indicators/figure.ts'
import type { IndicatorId } from '../../../shared/indicators/indicators.ts'
import { monthSchema } from '../../../shared/indicators/months.ts'
import { rulesOf } from '../../../shared/indicators/populations.ts'
import { officeSchema, type Tally } from '../../../shared/indicators/table.ts'
import type { EventKind } from '../../../shared/projection/case-events.ts'
import { all, type Db, each } from '../db.ts'
import {
  compilable,
  employmentOf,
  type FigureSql,
  lengthOn,
  longBegin,
  monthsSpan,
  tallyRow,
} from './parts.ts'

const inSpan = (asked: ReportAsked, day: FigureSql): FigureSql => {
  const { first, last } = monthsSpan(asked)
  return sql`${day} BETWEEN ${first} AND ${last}`
}

/**
 * The cases of a population on the day that something happened. What can be told by the first or the last day that is asked about is
 * told by it, which costs less than to count from the day of each.
 */
const ofPopulation = (asked: ReportAsked, day: FigureSql): FigureSql => {
  const { first, last } = monthsSpan(asked)
  const { population } = asked
  const begun = sql`facts.first_sick_day`
  const [coarse, certain] = rulesOf(population).long
    ? [sql`${begun} <= ${longBegin(last)}`, sql`${begun} <= ${longBegin(first)}`]
    : [sql`${begun} > ${longBegin(first)}`, sql`${begun} > ${longBegin(last)}`]
  return sql`${employmentOf(population)} AND ${coarse} AND (${certain} OR ${lengthOn(population, day)})`
}

/** The events of a kind, each a row of facts: what its case is counted by stands beside it. */
const events = (asked: ReportAsked, kind: EventKind): FigureSql => sql`
  case_figure_events AS facts INDEXED BY figures_of_happenings
  WHERE facts.kind = ${kind} AND ${inSpan(asked, sql`facts.date`)} AND ${ofPopulation(asked, sql`facts.date`)}`

/** Events of a kind, month by month and office by office, with the way they came and on whose initiative. */
export const eventsQuery = (asked: ReportAsked, kind: EventKind): FigureSql => sql`
  SELECT substr(facts.date, 1, 7) AS at, facts.office AS office, facts.channel AS channel, facts.initiative AS initiative,
    count(*) AS count, 0 AS hits, 0 AS days, 0 AS gap
  FROM ${events(asked, kind)} GROUP BY 1, 2, 3, 4`

/** Cases in which something of a kind happened for the first time, by when it did. */
export const firstEventsQuery = (asked: ReportAsked, kind: EventKind): FigureSql => sql`
  SELECT substr(facts.date, 1, 7) AS at, facts.office AS office, count(*) AS count, 0 AS hits, 0 AS days, 0 AS gap
  FROM ${events(asked, kind)} AND facts.is_first = 1 GROUP BY 1, 2`

/** The first plans that came, and how many of them have activities to follow up. */
export const goodPlansQuery = (asked: ReportAsked): FigureSql => sql`
  SELECT substr(facts.plan_came_on, 1, 7) AS at, facts.office AS office, count(facts.plan_followable) AS count,
    count(CASE WHEN facts.plan_followable = 1 THEN 1 END) AS hits, 0 AS days, count(*) - count(facts.plan_followable) AS gap
  FROM case_facts AS facts INDEXED BY figures_of_plans
  WHERE ${inSpan(asked, sql`facts.plan_came_on`)} AND ${ofPopulation(asked, sql`facts.plan_came_on`)} GROUP BY 1, 2`

/** The first measures that began, each with what the days to it are counted from. */
export const measuresQuery = (asked: ReportAsked): FigureSql => sql`
  SELECT facts.office AS office, facts.first_sick_day AS firstSickDay, substr(facts.first_measure_on, 1, 7) AS month,
    facts.first_measure_on AS beganOn
  FROM case_facts AS facts INDEXED BY figures_of_measures
  WHERE ${inSpan(asked, sql`facts.first_measure_on`)} AND ${ofPopulation(asked, sql`facts.first_measure_on`)}`

const measureRow = z.object({
  office: officeSchema,
  firstSickDay: z.string(),
  month: monthSchema,
  beganOn: z.string(),
})

const eventRow = tallyRow.extend({ channel: z.string().nullable(), initiative: z.string().nullable() })

function countPlansIn(db: Db, asked: ReportAsked): Counted {
  const rows = all(db, compilable(eventsQuery(asked, 'plan-inkommen')), eventRow)
  const by = (part: 'channel' | 'initiative'): Tally<string | null>[] =>
    rows.map((row) => ({ ...row, at: row[part] }))
  return { tallies: rows, parts: { channel: by('channel'), initiative: by('initiative') } }
}

/** What is counted of what happened during each month. */
export function countDuring(db: Db, asked: ReportAsked): Partial<Record<IndicatorId, Counted>> {
  const daysToMeasure = countBegunMeasures(asked, each(db, compilable(measuresQuery(asked)), measureRow))
  if (!rulesOf(asked.population).employed) return { daysToMeasure }
  return {
    daysToMeasure,
    plansIn: countPlansIn(db, asked),
    goodPlans: { tallies: all(db, compilable(goodPlansQuery(asked)), tallyRow) },
    workplaceSupport: { tallies: all(db, compilable(firstEventsQuery(asked, 'arbetsplatsstod')), tallyRow) },
    tips: { tallies: all(db, compilable(eventsQuery(asked, 'tips')), tallyRow) },
  }
}
