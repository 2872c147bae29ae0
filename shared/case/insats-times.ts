import { addDays, daysBetween, type IsoDate, parseDate } from './dates.ts'
import type { Insats } from './rows.ts'

/** So many days may pass between two insatser before the wait has to be explained. Own choice: the sources give no number. */
export const LONGEST_WAIT_DAYS = 30

/** When an insats goes on. One without an end goes on until somebody says otherwise. */
export interface InsatsTime {
  readonly from: IsoDate
  readonly to: IsoDate | undefined
}

/** When an insats goes on or is to; undefined for what is broken off, could not be had, or has no day to begin. */
export function spanOf({ from, to, status }: Pick<Insats, 'from' | 'to' | 'status'>): InsatsTime | undefined {
  if (status === 'avbruten' || status === 'behovs-men-saknas') return undefined
  const [begins, ends] = [parseDate(from?.trim() ?? ''), parseDate(to?.trim() ?? '')]
  if (begins === undefined || (ends !== undefined && ends < begins)) return undefined
  return { from: begins, to: ends }
}

/** Whether two insatser go on at the same time, be it for a day. */
export function overlap(one: InsatsTime, other: InsatsTime): boolean {
  return (one.to === undefined || other.from <= one.to) && (other.to === undefined || one.from <= other.to)
}

/** A time when nothing goes on, between an insats that has ended and the next that begins. */
export interface Gap<T> {
  readonly before: T
  readonly after: T
  /** The first day without any insats, and the number of days. */
  readonly from: IsoDate
  readonly days: number
}

/** The times between insatser when none goes on, in order. */
export function gapsBetween<T extends InsatsTime>(spans: readonly T[]): Gap<T>[] {
  const found: Gap<T>[] = []
  let last: T | undefined
  for (const span of spans.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (last?.to !== undefined && span.from > addDays(last.to, 1)) {
      const days = daysBetween(last.to, span.from) - 1
      found.push({ before: last, after: span, from: addDays(last.to, 1), days })
    }
    if (last === undefined || isLonger(span, last)) last = span
  }
  return found
}

const isLonger = ({ to }: InsatsTime, { to: known }: InsatsTime) =>
  known !== undefined && (to === undefined || to > known)
