import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateOfWeek, shiftDays, shiftMonths, weekdayOf, weekOf } from '../../../shared/case/calendar.ts'
import { dayOfCase } from '../../../shared/case/chain.ts'
import { sayDate } from '../../../shared/case/date-said.ts'
import { readDateText } from '../../../shared/case/date-text.ts'
import { addDays, daysBetween, isoDateSchema, parseDate } from '../../../shared/case/dates.ts'

/** A Tuesday, day 94 of the sick leave. */
const today = isoDateSchema.parse('2026-02-03')
const firstSickDay = addDays(today, -93)
const origin = { today, firstSickDay }

describe('a date in words, written on Tuesday 3 February 2026', () => {
  test.each([
    // Counted from today.
    ['om 4 veckor', '2026-03-03'],
    ['Om fyra veckor', '2026-03-03'],
    ['om en vecka', '2026-02-10'],
    ['4 veckor', '2026-03-03'],
    ['4v', '2026-03-03'],
    ['+4v', '2026-03-03'],
    ['om 10 dagar', '2026-02-13'],
    ['10 dagar från idag', '2026-02-13'],
    ['+14', '2026-02-17'],
    ['+14 dagar', '2026-02-17'],
    ['om en månad', '2026-03-03'],
    ['2 mån', '2026-04-03'],
    ['om ett halvår', '2026-08-03'],
    ['om ett år', '2027-02-03'],
    ['för 2 veckor sedan', '2026-01-20'],
    ['3 dagar sen', '2026-01-31'],
    ['-2 v', '2026-01-20'],
    ['t', '2026-02-03'],
    ['i morgon', '2026-02-04'],
    ['i övermorgon', '2026-02-05'],
    // Weekdays.
    ['på fredag', '2026-02-06'],
    ['fredag', '2026-02-06'],
    ['fre', '2026-02-06'],
    ['nu på torsdag', '2026-02-05'],
    ['tisdag', '2026-02-10'],
    ['nästa fredag', '2026-02-13'],
    ['nästa tisdag', '2026-02-10'],
    ['fredag nästa vecka', '2026-02-13'],
    ['nästa vecka', '2026-02-09'],
    ['i fredags', '2026-01-30'],
    ['förra fredagen', '2026-01-30'],
    ['i tisdags', '2026-01-27'],
    // Weeks, months, days of the sick leave.
    ['v 12', '2026-03-16'],
    ['v.12', '2026-03-16'],
    ['vecka 12', '2026-03-16'],
    ['fredag v 12', '2026-03-20'],
    ['v 12, fre', '2026-03-20'],
    ['v 2 2027', '2027-01-11'],
    ['v 53', '2026-12-28'],
    ['sista mars', '2026-03-31'],
    ['sista dagen i februari', '2026-02-28'],
    ['nästa månad', '2026-03-01'],
    ['dag 180', '2026-04-30'],
    ['Dag 94', '2026-02-03'],
    ['dag 1', '2025-11-02'],
    // With the date beside the weekday.
    ['den 3 mars', '2026-03-03'],
    ['tis 3/3', '2026-03-03'],
    ['tisdag den 3 mars', '2026-03-03'],
    // English.
    ['in 4 weeks', '2026-03-03'],
    ['in a week', '2026-02-10'],
    ['2 weeks ago', '2026-01-20'],
    ['next friday', '2026-02-13'],
    ['on friday', '2026-02-06'],
    ['last friday', '2026-01-30'],
    ['friday next week', '2026-02-13'],
    ['week 12', '2026-03-16'],
    ['w 12', '2026-03-16'],
    ['day 180', '2026-04-30'],
    ['last of march', '2026-03-31'],
    ['half a year', '2026-08-03'],
    ['day after tomorrow', '2026-02-05'],
  ])('%s is %s', (typed, date) => expect(readDateText(typed, origin)).toBe(date))

  test.each([
    'snart',
    'efter sommaren',
    'om några veckor',
    'om fyra',
    'v 54',
    'v 0',
    'dag 0',
    'onsdag 3 mars',
    'sista veckan',
    'nästa',
    'om 4 bananer',
    'mars',
    'må',
    'om constructor dagar',
  ])('%j names no day, and is left as it was typed', (typed) =>
    expect(readDateText(typed, origin)).toBeUndefined(),
  )

  test('the last day of a longer month becomes the last of a shorter', () =>
    expect(readDateText('om en månad', { today: isoDateSchema.parse('2026-01-31') })).toBe('2026-02-28'))

  test('a day of the sick leave is asked of the case, and without one it is no date', () =>
    expect(readDateText('dag 180', { today })).toBeUndefined())
})

const anyDay = fc.integer({ min: -20_000, max: 20_000 }).map((days) => addDays(today, days))
const weekdays = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']

describe('on any day', () => {
  test('so many days, weeks or months are counted, forward and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 999 }), (day, count) => {
        const read = (text: string) => readDateText(text, { today: day })
        expect(read(`om ${count} dagar`)).toBe(addDays(day, count))
        expect(read(`in ${count} weeks`)).toBe(addDays(day, 7 * count))
        expect(read(`för ${count} veckor sedan`)).toBe(addDays(day, -7 * count))
        expect(read(`+${count} mån`)).toBe(shiftMonths(day, count))
      }),
    )
  })

  test('a weekday is one, and in the week that was said', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, number) => {
        const name = weekdays[number - 1] ?? ''
        const read = (text: string) => readDateText(text, { today: day }) ?? day
        for (const text of [`på ${name}`, `nästa ${name}`, `i ${name}s`])
          expect(weekdayOf(read(text))).toBe(number)
        const ahead = daysBetween(day, read(name))
        expect(ahead >= 1 && ahead <= 7).toBe(true)
        expect(weekOf(read(`nästa ${name}`))).toEqual(weekOf(addDays(day, 7)))
        expect(daysBetween(read(`i ${name}s`), day)).toBe(ahead === 7 ? 7 : 7 - ahead)
      }),
    )
  })

  test('a week and a weekday name the day they are of', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, week } = weekOf(day)
        expect(dateOfWeek(year, week, weekdayOf(day))).toBe(day)
        const text = `${weekdays[weekdayOf(day) - 1]} v ${week} ${year}`
        expect(readDateText(text, origin)).toBe(day)
      }),
    )
  })

  test('a day of the sick leave is the one that the case counts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 9999 }), (first, number) => {
        const date = readDateText(`dag ${number}`, { today, firstSickDay: first })
        expect(date === undefined ? undefined : dayOfCase(first, date)).toBe(number)
      }),
    )
  })

  test('months there and back come to the same day, where the months have it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, months) => {
        const there = shiftMonths(day, months) ?? day
        if (Number(day.slice(8)) <= 28) expect(shiftMonths(there, -months)).toBe(day)
        expect(there.slice(8) <= day.slice(8)).toBe(true)
      }),
    )
  })
})

test('whatever is typed, the answer is a date that exists or none', () => {
  const word = fc.constantFrom(
    ...'om in för nästa v vecka dag fredag sista mars år sedan + - 9999 12 0 / , den en'.split(' '),
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const date = readDateText(typed, origin)
      if (date === undefined) return
      expect(parseDate(date)).toBe(date)
      expect(readDateText(date, origin)).toBe(date)
      expect(readDateText(` ${typed.toUpperCase()} `, origin)).toBe(date)
    }),
    { numRuns: 2000 },
  )
})

describe('what a date is said to be', () => {
  const say = (date: string, language: 'sv' | 'en' = 'sv') =>
    sayDate(language, isoDateSchema.parse(date), origin)
  test.each([
    ['2026-03-03', 'tisdag 3 mars 2026, vecka 10, dag 122, om 4 veckor'],
    ['2026-02-03', 'tisdag 3 februari 2026, vecka 6, dag 94, idag'],
    ['2026-02-04', 'onsdag 4 februari 2026, vecka 6, dag 95, om 1 dag'],
    ['2025-11-01', 'lördag 1 november 2025, vecka 44, för 94 dagar sedan'],
    ['2027-01-01', 'fredag 1 januari 2027, vecka 53, dag 426, om 332 dagar'],
  ])('%s is said as %s', (date, said) => expect(say(date)).toBe(said))
  test('in English', () =>
    expect(say('2026-03-03', 'en')).toBe('Tuesday, 3 March 2026, week 10, day 122, in 4 weeks'))
  test('nothing is counted beyond the years that dates are written with', () =>
    expect(shiftDays(isoDateSchema.parse('9999-12-31'), 1)).toBeUndefined())
})
