import { weekdayOf } from './calendar.ts'
import { afterWeekday, type DateOrigin, monthNumber, readDateWords } from './date-words.ts'
import { type IsoDate, parseDate } from './dates.ts'

/** Ways of writing a date, in the Swedish order (day before month), and which group is year, month and day. */
const readings: readonly (readonly [pattern: RegExp, year: number, month: number, day: number])[] = [
  [/^(\d{4}|\d{2})(\d{2})(\d{2})$/, 1, 2, 3],
  [/^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/, 1, 2, 3],
  [/^(\d{1,2})\/(\d{1,2})(?:[-/. ] ?(\d{4}|\d{2}))?$/, 3, 2, 1],
  [/^(\d{1,2})\. ?(\d{1,2})[-/. ] ?(\d{4})$/, 3, 2, 1],
  [/^(?:den )?(\d{1,2})(?::?e)? ([a-zåäö]{3,9})\.?(?: (\d{4}))?$/, 3, 2, 1],
]

const tidied = (text: string) =>
  text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')

/** The date in a tidied text; `fullYear` gives the year for what was written of it, if anything. */
function dateIn(text: string, fullYear: (digits: string | undefined) => string | undefined) {
  for (const [pattern, year, month, day] of readings) {
    const found = pattern.exec(text)
    if (!found) continue
    const pad = (value: number) => String(value).padStart(2, '0')
    return parseDate(
      `${fullYear(found[year]) ?? ''}-${pad(monthNumber(found[month] ?? ''))}-${pad(Number(found[day]))}`,
    )
  }
  return undefined
}

/**
 * The date that somebody means by what they type today: ÅÅÅÅ-MM-DD, 20260203, 260203, 3/2, 3 feb 2026, idag, om 4 veckor,
 * nästa fredag, v 12, dag 180, +7. Without a year it is this year's, with two digits this century's. Undefined where it
 * names no date that exists, or a weekday that the date is not; what was typed is then kept as it is.
 */
export function readDateText(typed: string, origin: DateOrigin): IsoDate | undefined {
  const text = tidied(typed)
  const written = (part: string) =>
    dateIn(part, (digits = origin.today.slice(0, 4)) => (digits.length === 2 ? `20${digits}` : digits))
  const date = written(text) ?? readDateWords(text, origin)
  if (date !== undefined) return date
  const named = afterWeekday(text)
  const rest = named && written(named.rest)
  return rest !== undefined && weekdayOf(rest) === named?.day ? rest : undefined
}

/**
 * The date that a text meant whenever it was written, to be offered in its place: the same, but only with a year
 * of four digits. Undefined where it could be more than one or none.
 */
export function suggestDate(text: string): IsoDate | undefined {
  return dateIn(tidied(text), (digits) => (digits?.length === 4 ? digits : undefined))
}
