import type { Case } from './case.ts'
import { addDays, daysBetween, type IsoDate } from './dates.ts'

/**
 * Time points of an employed person's case, as completed days (001:2788-2794, 16238-16310).
 * 30: the employer's plan (30 kap. 6 § SFB). 90, 180: 27 kap. 46-48 §§ SFB. 365, 550: 27 kap. 48 § 2 st.
 */
export const timePoints = [30, 60, 90, 180, 365, 550] as const
export type TimePoint = (typeof timePoints)[number]

/** Which day of the sick leave `today` is; the first sick day is day 1. Zero or less before it began. */
export function dayOfCase(firstSickDay: IsoDate, today: IsoDate): number {
  return daysBetween(firstSickDay, today) + 1
}

/** The next time point that the case has not passed, or undefined after the last. */
export function nextTimePoint(day: number): TimePoint | undefined {
  return timePoints.find((point) => day <= point)
}

/** Where a case stands today. */
export type ChainState =
  | { readonly kind: 'before'; readonly begins: IsoDate }
  | { readonly kind: 'running'; readonly day: number; readonly next: CasePoint | undefined }

/** A time point of the case and the date when that day of the sick leave is. */
export interface CasePoint {
  readonly point: TimePoint
  readonly date: IsoDate
  readonly passed: boolean
}

/** The date of a day of the sick leave; the first sick day is day 1. */
export function dateOfDay(firstSickDay: IsoDate, day: number): IsoDate {
  return addDays(firstSickDay, day - 1)
}

/**
 * The time points of the case. Only an employed person's: without employment the whole labour market is what counts
 * from the first day, and no time point changes it (001:2788-2794, 16238-16310).
 */
export function pointsOf(
  of: Pick<Case, 'firstSickDay' | 'employment'>,
  today: IsoDate,
): readonly CasePoint[] {
  if (of.employment.kind !== 'anstalld') return []
  const day = dayOfCase(of.firstSickDay, today)
  return timePoints.map((point) => ({ point, date: dateOfDay(of.firstSickDay, point), passed: day > point }))
}

/** Which day it is, and the next time point with its date, where the case has one left. */
export function chainState(of: Pick<Case, 'firstSickDay' | 'employment'>, today: IsoDate): ChainState {
  const day = dayOfCase(of.firstSickDay, today)
  if (day < 1) return { kind: 'before', begins: of.firstSickDay }
  const next = nextTimePoint(day)
  return { kind: 'running', day, next: pointsOf(of, today).find(({ point }) => point === next) }
}
