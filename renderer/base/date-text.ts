import { addDays, type IsoDate, parseDate } from '../../shared/case/dates.ts'

const days = new Map([
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

const months = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']
const englishMonths = new Map([
  ['may', 5],
  ['oct', 10],
])

function monthOf(name: string): number | undefined {
  const short = name.slice(0, 3)
  const index = months.indexOf(short)
  return index >= 0 ? index + 1 : englishMonths.get(short)
}

function date(year: number, month: number, day: number): IsoDate | undefined {
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return parseDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)
}

/** A year of two digits is this century's. */
const fullYear = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

function fromNumbers(text: string): IsoDate | undefined {
  const compact = /^(\d{4}|\d{2})(\d{2})(\d{2})$/.exec(text)
  if (compact) return date(fullYear(compact[1] ?? ''), Number(compact[2]), Number(compact[3]))
  const parted = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text)
  if (parted) return date(Number(parted[1]), Number(parted[2]), Number(parted[3]))
  return undefined
}

/** The Swedish order, day and month: `3/2`, `3/2 2026`, `3 feb`, `3 februari 2026`. Without a year, this year's. */
function fromDayAndMonth(text: string, today: IsoDate): IsoDate | undefined {
  const year = (found: string | undefined) =>
    found === undefined ? Number(today.slice(0, 4)) : fullYear(found)
  const slash = /^(\d{1,2})\/(\d{1,2})(?:[ /-](\d{4}|\d{2}))?$/.exec(text)
  if (slash) return date(year(slash[3]), Number(slash[2]), Number(slash[1]))
  const words = /^(?:den )?(\d{1,2})(?::?e)? ([a-zåäö]{3,9})\.?(?: (\d{4}))?$/.exec(text)
  const month = words?.[2] === undefined ? undefined : monthOf(words[2])
  return words && month !== undefined ? date(year(words[3]), month, Number(words[1])) : undefined
}

/**
 * The date that somebody meant by what was typed: ÅÅÅÅ-MM-DD, 20260203, 260203, 2026-2-3, 3/2, 3 feb 2026, idag,
 * igår, +7. Undefined where it names no date that exists; what was typed is then kept as it is.
 */
export function readDateText(typed: string, today: IsoDate): IsoDate | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const offset = days.get(text)
  if (offset !== undefined) return addDays(today, offset)
  const relative = /^([+-]\d{1,4})$/.exec(text)
  if (relative) return addDays(today, Number(relative[1]))
  return fromNumbers(text) ?? fromDayAndMonth(text, today)
}
