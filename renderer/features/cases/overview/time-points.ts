import type { Case } from '../../../../shared/case/case.ts'
import { dayOfCase, nextTimePoint, type TimePoint, timePoints } from '../../../../shared/case/chain.ts'
import { addDays, type IsoDate } from '../../../../shared/case/dates.ts'

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
 * from the first day, and no time point changes it (domain.md §2.2).
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
