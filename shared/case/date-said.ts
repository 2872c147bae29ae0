import { type Language, translate } from '../text/index.ts'
import { weekOf } from './calendar.ts'
import { dayOfCase } from './chain.ts'
import type { DateOrigin } from './date-words.ts'
import { daysBetween, type IsoDate } from './dates.ts'

const options = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
const written = {
  sv: new Intl.DateTimeFormat('sv-SE', options),
  en: new Intl.DateTimeFormat('en-GB', options),
}

function distance(language: Language, days: number): string {
  if (days === 0) return translate(language, 'fields.date.today')
  const weeks = days % 7 === 0 && Math.abs(days) >= 14
  const count = Math.abs(weeks ? days / 7 : days)
  if (days > 0) return translate(language, weeks ? 'fields.date.inWeeks' : 'fields.date.inDays', { count })
  return translate(language, weeks ? 'fields.date.weeksAgo' : 'fields.date.daysAgo', { count })
}

/** A date with its weekday and week: "fredag 13 mars 2026, vecka 11". */
export function sayDay(language: Language, date: IsoDate): string {
  const week = translate(language, 'fields.date.week', { week: weekOf(date).week })
  return `${written[language].format(new Date(date))}, ${week}`
}

/**
 * A date as somebody checks that it is the right one: "fredag 13 mars 2026, vecka 11, dag 95, om 38 dagar". The day of the
 * sick leave only where there is a case, and not before it began.
 */
export function sayDate(language: Language, date: IsoDate, { today, firstSickDay }: DateOrigin): string {
  const day = firstSickDay === undefined ? 0 : dayOfCase(firstSickDay, date)
  return [
    sayDay(language, date),
    ...(day < 1 ? [] : [translate(language, 'fields.date.day', { day })]),
    distance(language, daysBetween(today, date)),
  ].join(', ')
}
