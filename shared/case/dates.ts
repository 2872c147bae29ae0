import { z } from 'zod'
import { type Language, translate } from '../text/index.ts'

/** A calendar date that exists, ÅÅÅÅ-MM-DD. */
export const isoDateSchema = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof isoDateSchema>

/** A point in time, ISO 8601 in UTC. */
export const timestampSchema = z.iso.datetime().brand<'Timestamp'>()
export type Timestamp = z.infer<typeof timestampSchema>

/**
 * A date as it was typed. What is written is kept even while it is no date yet; the check says what is wrong
 * with it, and nothing is lost.
 */
export const typedDateSchema = z.string().max(40).optional()

const DAY_MS = 86_400_000

/** The date that a text names, or undefined where it is no date that exists (2026-02-30). */
export function parseDate(text: string): IsoDate | undefined {
  const parsed = isoDateSchema.safeParse(text)
  return parsed.success ? parsed.data : undefined
}

/** Whole days from one date to another; negative where `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** The date `days` days after `date` (before, where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDateSchema.parse(new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10))
}

/** `now` as a timestamp. */
export function timestamp(now: Date): Timestamp {
  return timestampSchema.parse(now.toISOString())
}

// A record says the same time wherever it is read, so the agency's time zone and not the machine's. Own choice.
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})

function parts(at: Date): { date: string; time: string } {
  const [date = '', time = ''] = clock.format(at).split(' ')
  return { date, time: time.replace(':', '.') }
}

/** A point in time as people write it, in Swedish time: "2026-05-01 kl. 14.32". */
export function timeText(language: Language, at: Timestamp): string {
  return translate(language, 'journal.time', parts(new Date(at)))
}

const zoned = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
})
const offset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })

/** A point in time by Swedish clocks, with their distance from UTC: "2026-05-01T14:32:07.250+02:00". */
export function zonedTime(at: Timestamp): string {
  const date = new Date(at)
  const name = offset.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const fraction = String(date.getUTCMilliseconds()).padStart(3, '0')
  return `${zoned.format(date).replace(' ', 'T')}.${fraction}${name.replace('GMT', '')}`
}

/** The time of day at a point in time, as people write it in Sweden: "14.32". */
export function clockTime(at: Timestamp): string {
  return parts(new Date(at)).time
}

const HOUR_MS = 3_600_000
const MOST_HOURS = 10_000
/** The date of an hour, which never ends within one: clocks are set by whole hours. */
const dateOfHour = new Map<number, IsoDate>()

/** The Swedish calendar date at `now`, whatever time zone the machine is in. */
export function swedishDate(now: Date): IsoDate {
  const hour = Math.floor(now.getTime() / HOUR_MS)
  const known = dateOfHour.get(hour)
  if (known !== undefined) return known
  const date = isoDateSchema.parse(parts(now).date)
  // Before 1900 Swedish clocks were not a whole number of hours from Greenwich.
  if (now.getTime() >= 0) {
    if (dateOfHour.size >= MOST_HOURS) dateOfHour.clear()
    dateOfHour.set(hour, date)
  }
  return date
}

/** The same time of day on another day, give or take the hour that clocks are set by. */
export function onDay(now: Date, day: IsoDate): Date {
  const shifted = now.getTime() + daysBetween(swedishDate(now), day) * 24 * HOUR_MS
  // Where clocks are set between the two, an hour near midnight would be of the day beside.
  const hours = [0, 1, -1].map((hour) => new Date(shifted + hour * HOUR_MS))
  return hours.find((at) => swedishDate(at) === day) ?? new Date(shifted)
}

/** The Swedish calendar date at a point in time. */
export function dateAt(at: Timestamp): IsoDate {
  return swedishDate(new Date(at))
}
