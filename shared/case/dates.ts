import { z } from 'zod'

/** A calendar date that exists, ÅÅÅÅ-MM-DD. */
export const isoDateSchema = z.iso.date().brand<'IsoDate'>()
export type IsoDate = z.infer<typeof isoDateSchema>

/** A point in time, ISO 8601 in UTC. */
export const timestampSchema = z.iso.datetime().brand<'Timestamp'>()
export type Timestamp = z.infer<typeof timestampSchema>

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

/** The calendar date in the machine's own time zone at `now`. */
export function localDate(now: Date): IsoDate {
  const pad = (value: number) => String(value).padStart(2, '0')
  return isoDateSchema.parse(
    `${String(now.getFullYear()).padStart(4, '0')}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`,
  )
}

/** `now` as a timestamp. */
export function timestamp(now: Date): Timestamp {
  return timestampSchema.parse(now.toISOString())
}
