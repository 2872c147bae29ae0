import type { Counted, ReportAsked } from './figure.ts'
import type { Month } from './months.ts'
import { addTo, daysFrom, emptySpread, inGroup, medianOf, mediansOf, type Spread } from './spread.ts'
import type { Office, Tally } from './table.ts'

/** A first measure that began in one of the months that are asked about. */
export interface BegunMeasure {
  readonly office: Office
  readonly firstSickDay: string
  readonly month: Month
  readonly beganOn: string
}

interface MonthTally {
  count: number
  days: number
}

/** Counts the days to the first measures: by month and office, and the medians of each. */
export function countBegunMeasures(asked: ReportAsked, measures: Iterable<BegunMeasure>): Counted {
  const inMonths = new Map<Month, Spread>()
  const inOffices = new Map<Office, Spread>()
  const whole = emptySpread()
  const tallies = new Map<Office, Map<Month, MonthTally>>()
  for (const { office, firstSickDay, month, beganOn } of measures) {
    const days = daysFrom(firstSickDay, beganOn)
    const months = inGroup(tallies, office, (): Map<Month, MonthTally> => new Map())
    const tally = inGroup(months, month, () => ({ count: 0, days: 0 }))
    tally.count += 1
    tally.days += days
    addTo(inGroup(inOffices, office, emptySpread), days)
    if (asked.office !== undefined && asked.office !== office) continue
    addTo(inGroup(inMonths, month, emptySpread), days)
    addTo(whole, days)
  }
  return {
    tallies: [...tallies].flatMap(([office, months]) =>
      [...months].map(([at, { count, days }]): Tally => ({ office, at, count, hits: 0, days, gap: 0 })),
    ),
    medians: {
      whole: medianOf(whole),
      months: mediansOf(inMonths),
      offices: mediansOf(inOffices),
    },
  }
}
