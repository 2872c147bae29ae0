import { describe, expect, test } from 'vitest'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { foundInCase, type Small, says } from './small-case.ts'

const today = isoDateSchema.parse('2026-06-03')
const ago = (days: number) => addDays(today, -days)
/** A case that has reached a day, today. */
const onDay = (day: number) => ({ firstSickDay: ago(day - 1) })
const note = (on: string, answers: Answers = {}): Small => ({ kind: 'planering', on, answers })
const asks = (notes: Small[], day = 94, more = {}) =>
  foundInCase('R19', notes, { today, of: onDay(day), ...more })

describe('R19: a follow-up whose day has passed', () => {
  const insats = (followUp: string, status = 'pagar'): Answers => ({
    insatser: [{ id: 'a', what: 'Arbetsprövning', status, followUp }],
  })

  test.each<[string, string, string, number]>([
    ['yesterday', ago(1), ago(20), 1],
    ['today', today, ago(20), 0],
    ['before the last note', ago(20), ago(10), 0],
    ['on the day of the last note', ago(10), ago(10), 0],
    ['the day after it', ago(9), ago(10), 1],
  ])('%s', (_when, due, noted, count) => {
    expect(asks([note(noted, insats(due))])).toHaveLength(count)
  })

  test('what is over is followed up no more', () => {
    expect(asks([note(ago(20), insats(ago(1), 'genomford'))])).toEqual([])
  })

  test('one marker a case, which counts the days and leads to what has waited longest', () => {
    const rows = [
      { id: 'a', what: 'Arbetsprövning', followUp: ago(1) },
      { id: 'b', what: 'Handledning', followUp: ago(5) },
    ]
    const found = asks([note(ago(20), { insatser: rows })])
    expect(found).toMatchObject([
      {
        severity: 'warning',
        message: { key: 'rules.r19.passed', params: { count: 2 } },
        related: [{ where: { row: 'b' } }, { where: { row: 'a' } }],
        fixes: [{ kind: 'go-to', where: { row: 'b' } }],
      },
    ])
  })

  test('a plan that was asked for and has not come is told of elsewhere', () => {
    const asked: Small = {
      kind: 'arbetsgivarens-plan',
      on: ago(60),
      answers: { 'plan-status': { value: 'begard' } },
    }
    expect(asks([asked])).toEqual([])
  })
})

describe('R19: a long case in which nothing is noted', () => {
  test.each<[number, number, string[]]>([
    [731, 91, ['silent']],
    [731, 90, []],
    [730, 91, []],
    [800, 400, ['silent']],
  ])('on day %i, %i days after the last note', (day, days, expected) => {
    expect(says(asks([note(ago(days))], day))).toEqual(expected)
  })

  test('an event told of in a note counts from its own day, and one to come does not', () => {
    const told = (on: string) => [note(ago(200), { 'handelse-datum': on })]
    expect(says(asks(told(ago(30)), 800))).toEqual([])
    expect(says(asks(told(addDays(today, 30)), 800))).toEqual(['silent'])
  })

  test('a case without a note has been silent from its first day', () => {
    expect(says(asks([], 731))).toEqual(['silent'])
  })

  test('the agency may choose another time, and the rule tells which', () => {
    expect(asks([note(ago(61))], 800, { silentAfterDays: 60 })).toMatchObject([
      { message: { params: { count: 60 } } },
    ])
    expect(asks([note(ago(60))], 800, { silentAfterDays: 60 })).toEqual([])
    expect(asks([note(ago(91))], 800)).toMatchObject([{ message: { params: { count: 90 } } }])
  })
})
