import {
  dateOfWeek,
  lastOfMonth,
  shiftDays,
  shiftMonths,
  weekdayAfter,
  weekdayNextWeek,
  weekOf,
} from './calendar.ts'
import { dateOfDay } from './chain.ts'
import { addDays, type IsoDate } from './dates.ts'

/** What a date in words is counted from. */
export interface DateOrigin {
  today: IsoDate
  /** The first day of the sick leave, where there is a case: "dag 180" is counted from it. */
  firstSickDay?: IsoDate | undefined
}

const days = new Map([
  ['t', 0],
  ['nu', 0],
  ['now', 0],
  ['idag', 0],
  ['i dag', 0],
  ['today', 0],
  ['igår', -1],
  ['i går', -1],
  ['yesterday', -1],
  ['förrgår', -2],
  ['i förrgår', -2],
  ['day before yesterday', -2],
  ['imorgon', 1],
  ['i morgon', 1],
  ['imorron', 1],
  ['tomorrow', 1],
  ['övermorgon', 2],
  ['i övermorgon', 2],
  ['day after tomorrow', 2],
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

const weekdays = [
  ['måndag', 'monday'],
  ['tisdag', 'tuesday'],
  ['onsdag', 'wednesday'],
  ['torsdag', 'thursday'],
  ['fredag', 'friday'],
  ['lördag', 'saturday'],
  ['söndag', 'sunday'],
] as const

const numbers = [
  ['en', 'ett', 'a', 'an', 'one'],
  ['två', 'two'],
  ['tre', 'three'],
  ['fyra', 'four'],
  ['fem', 'five'],
  ['sex', 'six'],
  ['sju', 'seven'],
  ['åtta', 'eight'],
  ['nio', 'nine'],
  ['tio', 'ten'],
  ['elva', 'eleven'],
  ['tolv', 'twelve'],
] as const

/** Units of time by their words, each as so many days or months. */
const units = [
  { words: ['d', 'dag', 'dagar', 'dgr', 'day', 'days'], days: 1, months: 0 },
  { words: ['v', 'vecka', 'veckor', 'w', 'week', 'weeks'], days: 7, months: 0 },
  { words: ['m', 'mån', 'månad', 'månader', 'month', 'months'], days: 0, months: 1 },
  { words: ['halvår', 'half year', 'half a year'], days: 0, months: 6 },
  { words: ['år', 'y', 'year', 'years'], days: 0, months: 12 },
] as const

/** 1 to 12; 0 where the text begins no month's name. */
export function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  if (text.length < 3) return 0
  return months.findIndex((names) => names.some((name) => name.startsWith(text))) + 1
}

/** 1 is Monday; 0 where it is no weekday. "Fredagen" and "fredags" are Friday as well. */
function weekdayNumber(text: string): number {
  const word = text.replace(/(?<=dag)(?:en|s)$/, '')
  if (word.length < 3) return 0
  return weekdays.findIndex((names) => names.some((name) => name.startsWith(word))) + 1
}

function countOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const index = numbers.findIndex((words) => words.some((word) => word === text))
  return index < 0 ? undefined : index + 1
}

/** So many units later than a day, or earlier. */
function shifted(from: IsoDate, sign: 1 | -1, count: string, unit: string): IsoDate | undefined {
  const number = countOf(count)
  const found = units.find(({ words }) => words.some((word) => word === unit))
  if (number === undefined || found === undefined) return undefined
  return found.months === 0
    ? shiftDays(from, sign * number * found.days)
    : shiftMonths(from, sign * number * found.months)
}

/** A reading of a weekday's word: the day that `of` finds for its number. */
const weekday = (word: string, of: (number: number) => IsoDate | undefined) => {
  const number = weekdayNumber(word)
  return number === 0 ? undefined : of(number)
}

type Reading = readonly [
  pattern: RegExp,
  read: (found: readonly string[], origin: DateOrigin) => IsoDate | undefined,
]

const W = '([a-zåäö]+)'
const counted = '(\\d{1,4}|[a-zåäö]+) ?(half year|half a year|[a-zåäö]+)'
const week = '(?:i )?(?:v|vecka|w|week)\\.? ?(\\d{1,2})(?:[ ,]+(\\d{4}))?'

function dayOfWeek(number: string, year: string, word: string, { today }: DateOrigin) {
  const inYear = year === '' ? weekOf(today).year : Number(year)
  if (word === '') return dateOfWeek(inYear, Number(number), 1)
  return weekday(word, (day) => dateOfWeek(inYear, Number(number), day))
}

/** The ways of saying a day, first that fits; a group that says nothing is an empty text. */
const readings: readonly Reading[] = [
  [
    /^([+-]) ?(\d{1,4})$/,
    ([sign, count = ''], { today }) => shifted(today, sign === '-' ? -1 : 1, count, 'd'),
  ],
  [
    /^([+-]) ?(\d{1,4}) ?([a-zåäö]+)$/,
    ([sign, count = '', unit = ''], { today }) => shifted(today, sign === '-' ? -1 : 1, count, unit),
  ],
  [
    new RegExp(`^(?:om |in )?${counted}(?: från (?:nu|i ?dag)| from (?:now|today))?$`),
    ([count = '', unit = ''], { today }) => shifted(today, 1, count, unit),
  ],
  [
    new RegExp(`^(?:för )?${counted} (?:sedan|sen|ago)$`),
    ([count = '', unit = ''], { today }) => shifted(today, -1, count, unit),
  ],
  [/^(?:om |in )?(?:half a year|a half year)$/, (_found, { today }) => shiftMonths(today, 6)],
  [
    /^(?:dag|day) (\d{1,4})$/,
    ([day], { firstSickDay }) =>
      firstSickDay === undefined || Number(day) < 1
        ? undefined
        : shiftDays(dateOfDay(firstSickDay, 1), Number(day) - 1),
  ],
  [
    new RegExp(`^${week}(?:[ ,]+${W})?$`),
    ([number = '', year = '', word = ''], origin) => dayOfWeek(number, year, word, origin),
  ],
  [
    new RegExp(`^${W}[ ,]+${week}$`),
    ([word = '', number = '', year = ''], origin) => dayOfWeek(number, year, word, origin),
  ],
  [/^(?:nästa vecka|next week)$/, (_found, { today }) => weekdayNextWeek(today, 1)],
  [
    /^(?:nästa månad|next month)$/,
    (_found, { today }) => {
      const next = shiftMonths(today, 1)
      return next === undefined ? undefined : addDays(next, 1 - Number(next.slice(8)))
    },
  ],
  // Friday of next week, as most who say "nästa fredag" on a Monday mean; who means the coming one writes "på fredag".
  [
    new RegExp(`^(?:nästa|next) ${W}$`),
    ([word = ''], { today }) => weekday(word, (day) => weekdayNextWeek(today, day)),
  ],
  [
    new RegExp(`^(?:på |on )?${W} (?:i )?(?:nästa vecka|next week)$`),
    ([word = ''], { today }) => weekday(word, (day) => weekdayNextWeek(today, day)),
  ],
  [
    new RegExp(`^(?:i|förra|last) ${W}$`),
    ([word = ''], { today }) => weekday(word, (day) => addDays(weekdayAfter(addDays(today, -1), day), -7)),
  ],
  [
    new RegExp(`^(?:nu på |på |on |nu |kommande |this |coming )?${W}$`),
    ([word = ''], { today }) => weekday(word, (day) => weekdayAfter(today, day)),
  ],
  [
    /^(?:den )?(?:sista|last)(?: dagen i| day of| of)? ([a-zåäö]+)(?: (\d{4}))?$/,
    ([month = '', year = ''], { today }) =>
      lastOfMonth(Number(year === '' ? today.slice(0, 4) : year), monthNumber(month)),
  ],
]

/** The date that words name, counted from today or the first sick day. The text is tidied: lower case, single blanks. */
export function readDateWords(text: string, origin: DateOrigin): IsoDate | undefined {
  const offset = days.get(text)
  if (offset !== undefined) return shiftDays(origin.today, offset)
  for (const [pattern, read] of readings) {
    const found = pattern.exec(text)
    if (!found) continue
    const date = read(
      found.slice(1).map((group: string | undefined) => group ?? ''),
      origin,
    )
    if (date !== undefined) return date
  }
  return undefined
}

/** A text that begins with a weekday, in two: its number and the rest. */
export function afterWeekday(text: string): { day: number; rest: string } | undefined {
  const [, word = '', rest = ''] = /^([a-zåäö]+)[ ,]+(?:den )?(.+)$/.exec(text) ?? []
  const day = weekdayNumber(word)
  return day === 0 ? undefined : { day, rest }
}
