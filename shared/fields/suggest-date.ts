import { type IsoDate, parseDate } from '../case/dates.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] as const

type Reading = readonly [pattern: RegExp, year: number, month: number, day: number]

/** Ways of writing a date that mean one day and no other, and which group is year, month and day. */
const readings: readonly Reading[] = [
  [/^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/, 1, 2, 3],
  [/^(\d{4})(\d{2})(\d{2})$/, 1, 2, 3],
  [/^(\d{1,2})[/.] ?(\d{1,2})(?:[/.-]| )\s?(\d{4})$/, 3, 2, 1],
  [/^(?:den )?(\d{1,2})(?:e|:e)? ([a-zåäö]+)\.? (\d{4})$/, 3, 2, 1],
]

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  return months.findIndex((month) => text.startsWith(month)) + 1
}

/**
 * The date that a person meant by a text that is not ÅÅÅÅ-MM-DD ("3/2 2026", "20260203", "3 februari 2026"),
 * or undefined where it could be more than one or none. Swedish order: day before month. Years have four digits.
 */
export function suggestDate(text: string): IsoDate | undefined {
  const tidy = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
  for (const [pattern, year, month, day] of readings) {
    const found = pattern.exec(tidy)
    if (!found) continue
    const pad = (value: number) => String(value).padStart(2, '0')
    const date = parseDate(
      `${found[year] ?? ''}-${pad(monthNumber(found[month] ?? ''))}-${pad(Number(found[day]))}`,
    )
    if (date !== undefined) return date
  }
  return undefined
}
