import { addDays, daysBetween, type IsoDate, parseDate } from './dates.ts'

// Weekdays, ISO weeks (which begin on a Monday, as Swedish calendars have them) and months, counted on dates alone.

/** The date `days` days after `date`; undefined outside the years that a date is written with. */
export function shiftDays(date: IsoDate, days: number): IsoDate | undefined {
  const at = new Date(Date.parse(date) + days * 86_400_000)
  return Number.isNaN(at.getTime()) ? undefined : parseDate(at.toISOString().slice(0, 10))
}

/** 1 is Monday, 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1
}

const mondayOf = (date: IsoDate) => addDays(date, 1 - weekdayOf(date))

/** The ISO week of a date, with the year that the week is counted in. */
export function weekOf(date: IsoDate): { year: number; week: number } {
  const thursday = addDays(mondayOf(date), 3)
  const year = thursday.slice(0, 4)
  const first = parseDate(`${year}-01-01`) ?? thursday
  return { year: Number(year), week: Math.floor(daysBetween(first, thursday) / 7) + 1 }
}

/** A day of an ISO week; undefined where the year has no such week. */
export function dateOfWeek(year: number, week: number, weekday: number): IsoDate | undefined {
  // The fourth of January is always in the first week.
  const fourth = parseDate(`${String(year).padStart(4, '0')}-01-04`)
  if (fourth === undefined || week < 1) return undefined
  const date = shiftDays(mondayOf(fourth), 7 * (week - 1) + weekday - 1)
  return date !== undefined && weekOf(date).year === year ? date : undefined
}

/** The first such weekday after a date: a week later where the date is one itself. */
export function weekdayAfter(date: IsoDate, weekday: number): IsoDate {
  return addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1)
}

/** That weekday in the week after the date's. */
export function weekdayNextWeek(date: IsoDate, weekday: number): IsoDate {
  return addDays(mondayOf(date), 6 + weekday)
}

/** The last day of a month; months beyond 12 or before 1 are of the years beside. */
function endOfMonth(year: number, month: number): IsoDate | undefined {
  const at = new Date(0)
  at.setUTCFullYear(year, month, 0)
  return Number.isNaN(at.getTime()) ? undefined : parseDate(at.toISOString().slice(0, 10))
}

/** The last day of a month of a year. */
export function lastOfMonth(year: number, month: number): IsoDate | undefined {
  return month < 1 || month > 12 ? undefined : endOfMonth(year, month)
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function shiftMonths(date: IsoDate, months: number): IsoDate | undefined {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const end = endOfMonth(year, month + months)
  if (end === undefined) return undefined
  return day >= Number(end.slice(8)) ? end : parseDate(`${end.slice(0, 8)}${String(day).padStart(2, '0')}`)
}
