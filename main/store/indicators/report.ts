import { sql } from 'kysely'
import { z } from 'zod'
import { type Figure, figureOf, type Report, type ReportAsked } from '../../../shared/indicators/figure.ts'
import { indicatorsOf } from '../../../shared/indicators/indicators.ts'
import { monthsFrom } from '../../../shared/indicators/months.ts'
import { all, type Db } from '../db.ts'
import { countDuring } from './during.ts'
import { keeping } from './kept.ts'
import { compilable, type FigureSql } from './parts.ts'
import { countStanding } from './standing.ts'

/** What is counted in one go: what happened during each month, or how it stood when it ended. */
export const figuresWhen = ['during', 'monthEnd'] as const
const counts = { during: countDuring, monthEnd: countStanding }

/** The figures of one kind that say something of the population that is asked about. */
export const readFigures = keeping(
  (db: Db, { asked, when }: { asked: ReportAsked; when: (typeof figuresWhen)[number] }): Figure[] => {
    const counted = counts[when](db, asked)
    const months = monthsFrom(asked.from, asked.to)
    return indicatorsOf(asked.population).flatMap((indicator) => {
      const of = counted[indicator]
      return of === undefined ? [] : [figureOf(indicator, asked, months, of)]
    })
  },
)

/** A report of the figures of each kind, in the order that they are shown in. */
export function reportOf(asked: ReportAsked, kinds: readonly (readonly Figure[])[]): Report {
  const figures = indicatorsOf(asked.population).flatMap((indicator) =>
    kinds.flat().filter((figure) => figure.indicator === indicator),
  )
  return { asked, figures }
}

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
