import { addDays, type IsoDate, parseDate } from './dates.ts'

const relative = new Map([
  ['idag', 0],
  ['i dag', 0],
  ['today', 0],
  ['igår', -1],
  ['i går', -1],
  ['yesterday', -1],
  ['förrgår', -2],
  ['i förrgår', -2],
  ['imorgon', 1],
  ['i morgon', 1],
  ['imorron', 1],
  ['tomorrow', 1],
])

const months = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['mars', 'march'],
  ['april'],
  ['maj', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augusti', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
] as const

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

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  return months.findIndex((names) => names.some((name) => name.startsWith(text))) + 1
}

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
 * The date that somebody means by what they type today: ÅÅÅÅ-MM-DD, 20260203, 260203, 3/2, 3 feb 2026, idag, igår, +7.
 * Without a year it is this year's, with two digits this century's. Undefined where it names no date that exists;
 * what was typed is then kept as it is.
 */
export function readDateText(typed: string, today: IsoDate): IsoDate | undefined {
  const text = tidied(typed)
  const offset = relative.get(text)
  if (offset !== undefined) return addDays(today, offset)
  if (/^[+-]\d{1,4}$/.test(text)) return addDays(today, Number(text))
  return dateIn(text, (digits = today.slice(0, 4)) => (digits.length === 2 ? `20${digits}` : digits))
}

/**
 * The date that a text meant whenever it was written, to be offered in its place: the same, but only with a year
 * of four digits. Undefined where it could be more than one or none.
 */
export function suggestDate(text: string): IsoDate | undefined {
  return dateIn(tidied(text), (digits) => (digits?.length === 4 ? digits : undefined))
}
