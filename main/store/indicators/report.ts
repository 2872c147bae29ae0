import { sql } from 'kysely'
import { z } from 'zod'
import { figureOf, type Report, type ReportAsked } from '../../../shared/indicators/figure.ts'
import { indicatorsOf } from '../../../shared/indicators/indicators.ts'
import { monthsFrom } from '../../../shared/indicators/months.ts'
import { all, type Db } from '../db.ts'
import { countDuring } from './during.ts'
import { keeping } from './kept.ts'
import { compilable, type FigureSql } from './parts.ts'
import { countStanding } from './standing.ts'

/** Every indicator that says something of the population that is asked about. */
export const readReport = keeping((db: Db, asked: ReportAsked): Report => {
  const counted = { ...countStanding(db, asked), ...countDuring(db, asked) }
  const months = monthsFrom(asked.from, asked.to)
  const figures = indicatorsOf(asked.population).flatMap((indicator) => {
    const of = counted[indicator]
    return of === undefined ? [] : [figureOf(indicator, asked, months, of)]
  })
  return { asked, figures }
})

/** Each office that cases name, found one after the other in the index: as many steps as there are offices. */
export const officesQuery: FigureSql = sql`
  WITH RECURSIVE named (office) AS (
    SELECT min(facts.office) FROM case_facts AS facts INDEXED BY figures_by_office WHERE facts.office IS NOT NULL
    UNION ALL
    SELECT (SELECT min(facts.office) FROM case_facts AS facts INDEXED BY figures_by_office WHERE facts.office > named.office)
    FROM named WHERE named.office IS NOT NULL)
  SELECT office FROM named WHERE office IS NOT NULL`

/** The offices that cases name. */
export const readOffices = (db: Db): string[] =>
  all(db, compilable(officesQuery), z.object({ office: z.string() })).map(({ office }) => office)
