import { daysBetween, type IsoDate } from './dates.ts'

/**
 * Time points of an employed person's case, as completed days (domain.md §2.2, D3).
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
