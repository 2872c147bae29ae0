import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { type Queued, queuedSchema } from '../../../shared/note/review.ts'
import { filterQueue, nextInQueue, queueOf } from '../../../shared/review/queue.ts'
import type { User } from '../../../shared/user/user.ts'

const anna: User = { name: 'Anna Ek', role: 'utredare' }
const sara: User = { name: 'Sara Holm', role: 'specialist' }
const johan: User = { name: 'Johan Alm', role: 'specialist' }
const today = isoDateSchema.parse('2026-03-12')

/** A note in review, by the last digit of its id. */
function queued(digit: number, given: Partial<Record<keyof Queued, unknown>> = {}): Queued {
  return queuedSchema.parse({
    noteId: `6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a0${digit}`,
    caseId: '6a1f0a52-5a41-4c33-9a39-0b6d6f3b6b01',
    caseNumber: '26-1187',
    insured: 'Lisa Berg',
    template: { id: 'behovsklarlaggande', version: 2 },
    kind: 'behovsklarlaggande',
    owner: 'forsakringskassan',
    author: anna,
    by: anna,
    at: `2026-03-0${digit}T09:00:00Z`,
    verb: 'lamna-in',
    ...given,
  })
}

const digits = (items: readonly Queued[]) => items.map(({ noteId }) => Number(noteId.at(-1)))
const seenBy = (user: User, all: readonly Queued[]) =>
  queueOf(all, { user, reviews: user.role === 'specialist', today }).map((item) => [
    item.group,
    ...digits([item]),
  ])

const all = [
  queued(5),
  queued(2, { to: sara }),
  queued(3, { to: johan }),
  queued(4, { verb: 'aterlamna', by: sara, reason: 'Underlaget saknas.' }),
  queued(1, { verb: 'godkann', by: sara }),
  queued(6, { author: johan, by: johan }),
]

describe('what a note in review is to whom', () => {
  test('the reviewer has what was sent to them and to anybody, the longest waiting first', () => {
    expect(seenBy(sara, all)).toEqual([
      ['to-review', 2],
      ['to-review', 5],
      ['to-review', 6],
    ])
  })

  test('who also writes has their own among what they have sent, never among what they review', () => {
    expect(seenBy(johan, all)).toEqual([
      ['to-review', 3],
      ['to-review', 5],
      ['sent', 6],
    ])
  })

  test('the author has what came back, what is approved, and what they have sent', () => {
    expect(seenBy(anna, all)).toEqual([
      ['returned', 4],
      ['approved', 1],
      ['sent', 2],
      ['sent', 3],
      ['sent', 5],
    ])
  })

  test('another who does not review has nothing', () => {
    expect(seenBy({ name: 'Per Lind', role: 'lasare' }, all)).toEqual([])
  })
})

describe('age and reason', () => {
  test('the age is in days since its newest event, and the reason is carried along', () => {
    const items = queueOf(all, { user: anna, reviews: false, today })
    expect(items.find(({ group }) => group === 'returned')).toMatchObject({
      age: 8,
      reason: 'Underlaget saknas.',
    })
  })

  test('what was sent by a clock that is ahead has waited no days', () => {
    const ahead = queued(1, { at: '2026-03-20T09:00:00Z' })
    expect(queueOf([ahead], { user: sara, reviews: true, today })).toMatchObject([{ age: 0 }])
  })
})

describe('filters and the next one', () => {
  const items = queueOf([...all, queued(7, { kind: 'planering', to: sara })], {
    user: sara,
    reviews: true,
    today,
  })

  test.each([
    [{}, [2, 5, 6, 7]],
    [{ kind: 'planering' }, [7]],
    [{ author: 'Johan Alm' }, [6]],
    [{ age: 7 }, [2, 5]],
    [{ age: 7, author: 'Johan Alm' }, []],
  ] as const)('%j shows %j', (filter, shown) => {
    expect(digits(filterQueue(items, filter))).toEqual(shown)
  })

  test('the next is the one after the one that is shown, round the list, the first from elsewhere', () => {
    const following = (digit: number) => nextInQueue(items, queued(digit).noteId)
    expect([2, 5, 6, 7].map((digit) => digits([following(digit)].flatMap((one) => one ?? [])))).toEqual([
      [5],
      [6],
      [7],
      [2],
    ])
    expect(nextInQueue(items, undefined)).toBe(items[0])
    expect(following(9)).toBe(items[0])
    expect(nextInQueue([], undefined)).toBeUndefined()
  })
})
