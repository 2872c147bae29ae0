import type { Db } from '../../../../main/store/db.ts'
import { figuresWhen, readFigures, reportOf } from '../../../../main/store/indicators/report.ts'
import { type FigureCell, type ReportAsked, reportAskedSchema } from '../../../../shared/indicators/figure.ts'
import type { IndicatorId } from '../../../../shared/indicators/indicators.ts'
import { figureEvents } from '../../../../shared/projection/case-events.ts'
import { emptyTables, factsRow, insert, type Row } from '../watch/tables.ts'

export const asked = (said: Record<string, unknown> = {}): ReportAsked =>
  reportAskedSchema.parse({
    population: 'employedLong',
    from: '2026-01',
    to: '2026-03',
    today: '2026-03-31',
    ...said,
  })

const nothing = {
  kind: null,
  date: null,
  channel: null,
  initiative: null,
  employment: null,
  first_sick_day: null,
  office: null,
}

/** Tables in which so many cases stand that each say the same, with what happened in each. */
export function cases(
  groups: readonly { readonly times: number; readonly facts: Row; readonly events?: readonly Row[] }[],
): Db {
  const db = emptyTables()
  let n = 0
  for (const { times, facts, events = [] } of groups)
    for (let index = 0; index < times; index += 1) {
      n += 1
      const row = factsRow(n, facts)
      insert(db, 'case_facts', row)
      const happened = events.map((event) => ({ ...nothing, note_id: 'n', ...event }))
      for (const [seq, event] of figureEvents(happened, { ...nothing, ...row }).entries())
        insert(db, 'case_figure_events', { case_n: n, seq, ...event })
    }
  return db
}

/** The report of tables, counted in this thread. */
export const readReport = (db: Db, asked: ReportAsked) =>
  reportOf(
    asked,
    figuresWhen.map((when) => readFigures(db, { asked, when })),
  )

/** A figure of a report; fails where it is not there. */
export function figureIn(db: Db, indicator: IndicatorId, said?: Record<string, unknown>) {
  const found = readReport(db, asked(said)).figures.find((figure) => figure.indicator === indicator)
  if (found === undefined) throw new Error(`No figure of ${indicator}.`)
  return found
}

export const hidden: FigureCell = { shown: false }
export const shown = (count: number, value: number, mean?: number): FigureCell => ({
  shown: true,
  count,
  value,
  ...(mean === undefined ? {} : { mean }),
})
