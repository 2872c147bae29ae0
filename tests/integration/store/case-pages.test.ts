// The list of cases as SQL filters and orders it, over rows that no note has made.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type CaseReader, casePageQuery } from '../../../main/store/case-pages.ts'
import { all, type Db } from '../../../main/store/db.ts'
import { addDays, isoDateSchema } from '../../../shared/case/dates.ts'
import { foundBy } from '../../../shared/projection/case-facts.ts'
import { type CaseListAsked, caseListSchema, caseOrders } from '../../../shared/projection/case-list.ts'
import { emptyTables, factsRow, insert, type Row } from './watch/tables.ts'

const anna: CaseReader = { userId: 'anna', key: 'anna ek' }
const list = (asked: z.input<typeof caseListSchema> = {}): CaseListAsked => caseListSchema.parse(asked)
const keyed = z.object({ case_id: z.string() }).catchall(z.union([z.string(), z.number()]))

/** An archive with these cases; the number of each in the test is its place, from 1. */
function withCases(...cases: Row[]): Db {
  const db = emptyTables()
  for (const [index, said] of cases.entries()) insert(db, 'case_facts', factsRow(index + 1, said))
  return db
}

/** The places of the cases on a page, in its order, and where the next page begins. */
function page(
  db: Db,
  asked: CaseListAsked,
  reader = anna,
): { places: number[]; cursor: CaseListAsked['cursor'] } {
  const rows = all(db, casePageQuery(asked, reader), keyed)
  const { case_id: _id, ...keys } = rows.at(asked.limit - 1) ?? { case_id: '' }
  return {
    places: rows.slice(0, asked.limit).map((row) => Number(row.case_id.slice(-12))),
    cursor: rows.length > asked.limit ? Object.values(keys) : undefined,
  }
}
const shown = (db: Db, asked: z.input<typeof caseListSchema> = {}) => page(db, list(asked)).places

describe('The list of cases', () => {
  test('is in the order of numbers as people count', () => {
    expect(shown(withCases({ number: '26-10' }, { number: '26-9' }, { number: '25-100' }))).toEqual([3, 2, 1])
  })

  test('sorts names as Swedish does: z, å, ä, ö', () => {
    const db = withCases(...['Öberg', 'Zander', 'Äng', 'Åkesson'].map((name) => ({ name })))
    expect(shown(db, { sort: 'name' })).toEqual([2, 4, 3, 1])
  })

  test('by day has the longest sick leave first', () => {
    const days = ['2026-02-01', '2025-06-01', '2026-01-01']
    expect(shown(withCases(...days.map((first_sick_day) => ({ first_sick_day }))), { sort: 'day' })).toEqual([
      2, 3, 1,
    ])
  })

  test('by change has what was changed last first', () => {
    const at = ['2026-01-05T10:00:00Z', '2026-01-07T10:00:00Z', '2026-01-06T10:00:00Z']
    expect(shown(withCases(...at.map((updated_at) => ({ updated_at }))), { sort: 'changed' })).toEqual([
      2, 3, 1,
    ])
  })

  test('by need has what is due longest first, then most drafts, and a closed case by neither', () => {
    const db = withCases(
      {},
      { drafts: 2 },
      { next_due: '2026-01-08' },
      { next_due: '2026-01-07' },
      { next_due: '2026-01-01', closed_on: '2026-02-01' },
    )
    expect(shown(db, { sort: 'attention' })).toEqual([4, 3, 2, 1, 5])
  })
})

describe('The cases that are shown', () => {
  function ofTwo() {
    const bo = { assigned_to: 'Bo Al' }
    const db = withCases({}, bo, bo)
    insert(db, 'case_writers', { case_n: 2, seq: 0, writer_key: 'anna ek' })
    insert(db, 'case_writers', { case_n: 3, seq: 0, writer_key: 'bo al' })
    return db
  }

  test('are mine where they are assigned to me, or have a note of mine', () => {
    expect(page(ofTwo(), list({ show: 'mine' })).places).toEqual([1, 2])
    expect(page(ofTwo(), list({ show: 'mine' }), { userId: 'siv', key: 'siv holm' }).places).toEqual([])
  })

  test('are those that I have put aside, and nobody else has', () => {
    const db = ofTwo()
    const mark = { until: '2026-04-01', case_id: String(factsRow(3).case_id) }
    insert(db, 'case_marks', { ...mark, user_id: 'anna' })
    insert(db, 'case_marks', { ...mark, user_id: 'bo', case_id: String(factsRow(1).case_id) })
    expect(shown(db, { show: 'watched' })).toEqual([3])
  })

  test('are all otherwise', () => {
    expect(shown(ofTwo())).toEqual([1, 2, 3])
  })
})

describe('The filter', () => {
  const cases = [
    { number: '26-1187', name: 'Lova Berg', employer: 'Granviks Snickeri AB' },
    { number: '26-1190', name: 'Åke Öman', employer: 'Plåt & Rör' },
  ].map((said) => ({
    ...said,
    found_by: foundBy([said.number, said.name, '18940215-2383', '189402152383', said.employer]),
  }))

  test.each([
    ['nothing', '', [1, 2]],
    ['blanks', '   ', [1, 2]],
    ['a number', '1187', [1]],
    ['a name in other letters', 'LOVA', [1]],
    ['words in any order', 'berg 26-', [1]],
    ['words of which one is nowhere', 'berg 1190', []],
    ['an employer', 'plåt', [2]],
    ['å written in two characters', 'A\u030Ake', [2]],
    ['a where å stands', 'ake', []],
    ['a personnummer with its hyphen', '18940215-2383', [1, 2]],
    ['a personnummer without it', '189402152383', [1, 2]],
    ['the end of one text and the beginning of the next', '1187lova', []],
    ['what means something to SQL, as it stands', `%' OR 1=1 --`, []],
  ])('takes %s', (_what, text, expected) => {
    expect(shown(withCases(...cases), { text })).toEqual(expected)
  })
})

test('page after page is the whole list, in any order', () => {
  const near = isoDateSchema.parse('2026-03-04')
  const some = fc.record({
    name: fc.constantFrom('Åsa', 'Asa', 'Örn'),
    first_sick_day: fc.integer({ min: 0, max: 2 }).map((days) => addDays(near, days)),
    next_due: fc.option(fc.integer({ min: 0, max: 2 }).map((days) => addDays(near, days))),
    drafts: fc.integer({ min: 0, max: 2 }),
    closed_on: fc.option(fc.constant(near)),
    updated_at: fc.constantFrom('2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z'),
  })
  fc.assert(
    fc.property(
      fc.array(some, { maxLength: 8 }),
      fc.constantFrom(...caseOrders),
      fc.integer({ min: 1, max: 4 }),
      (cases, sort, limit) => {
        const db = withCases(...cases)
        const read: number[] = []
        let cursor: CaseListAsked['cursor']
        do {
          const next = page(db, { ...list({ sort, limit }), cursor })
          read.push(...next.places)
          cursor = next.cursor
        } while (cursor !== undefined)
        expect(read).toEqual(shown(db, { sort, limit: 200 }))
        expect(read.length).toBe(cases.length)
      },
    ),
    { numRuns: 60 },
  )
})

const steps = z.array(z.object({ detail: z.string() }))
const indexOf: Record<CaseListAsked['sort'], string> = {
  number: 'case_facts_by_number',
  name: 'case_facts_by_name',
  day: 'case_facts_by_day_one',
  changed: 'case_facts_by_update',
  attention: 'case_facts_by_need',
}
test.each(caseOrders)('by %s is read in the order of an index, the first page and any other', (sort) => {
  const db = emptyTables()
  const first = casePageQuery(list({ sort }), anna).compile()
  const keys = sort === 'attention' ? ['2026-01-01', 0, 'a', 1] : ['a', 1]
  const next = casePageQuery({ ...list({ sort }), cursor: keys }, anna).compile()
  for (const { sql, parameters } of [first, next]) {
    const plan = steps.parse(db.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters))
    const told = plan.map(({ detail }) => detail).join('\n')
    expect(told).toContain(indexOf[sort])
    expect(told).not.toContain('TEMP B-TREE')
  }
})

test('mine are found by who they are assigned to and who has written in them', () => {
  const { sql, parameters } = casePageQuery(list({ show: 'mine' }), anna).compile()
  const plan = steps.parse(
    emptyTables()
      .raw.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters),
  )
  const told = plan.map(({ detail }) => detail).join('\n')
  expect(told).toMatch(/case_facts_by_assigned/)
  expect(told).toMatch(/case_writers_by_key/)
  expect(told).not.toMatch(/SCAN facts/)
})
