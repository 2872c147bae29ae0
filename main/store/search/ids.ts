import { type IsoDate, swedishDate } from '../../../shared/case/dates.ts'

/** So many documents can be told apart that were written in the same minute; more of them go on into the next. Own choice. */
export const IDS_A_MINUTE = 4096
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** The first id of documents written in the minute of a time: ids lie in the order of time. */
export const firstIdOf = (ms: number): number => Math.floor(ms / MINUTE_MS) * IDS_A_MINUTE

/** The first id of a day by Swedish clocks, which begins one or two hours before it does in Greenwich. */
export function firstIdOfDay(day: IsoDate): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const early = midnight - 2 * HOUR_MS
  return firstIdOf(swedishDate(new Date(early)) === day ? early : midnight - HOUR_MS)
}
