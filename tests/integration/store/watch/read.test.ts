// SQL's answer is that of a plain filter over the same rows, for any list over any rows.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countWatched, readWatchPage, type WatchReader } from '../../../../main/store/watch/read.ts'
import { addDays, daysBetween, isoDateSchema } from '../../../../shared/case/dates.ts'
import { sortKey } from '../../../../shared/case/sort-key.ts'
import { type ColumnId, columnOf, thresholds, watchColumnsOf } from '../../../../shared/watch/columns.ts'
import {
  type Filter,
  filterOpsOf,
  orderOf,
  querySchema,
  type WatchQuery,
} from '../../../../shared/watch/list.ts'
import type { WatchCursor } from '../../../../shared/watch/row.ts'
import { emptyTables, factsRow, insert, type Row } from './tables.ts'

const today = isoDateSchema.parse('2026-03-04')
const me = 'jag'
const everybody: WatchReader = { userId: me, assignedKey: undefined }

// Days close together, and first days close to where a case reaches a threshold, so that the bounds are met.
const near = fc.integer({ min: -5, max: 5 }).map((days) => addDays(today, days))
const day = fc
  .tuple(fc.constantFrom(0, ...thresholds), fc.integer({ min: -5, max: 5 }))
  .map(([reached, days]) => addDays(today, 1 - reached + days))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 })
const word = fc.constantFrom('Åsa Öberg', 'asa', 'Berg 9', 'Berg 10', 'ärla', 'Zeta', 'Anna Ek')

const someFacts = fc.record({
  name: word,
  assigned_to: word,
  office: maybe(word),
  employer: maybe(word),
  employment: fc.constantFrom('anstalld', 'arbetslos'),
  first_sick_day: day,
  extent: fc.constantFrom(25, 50, 100),
  closed_on: maybe(near),
  plan_state: maybe(fc.constantFrom('inkommen', 'begard', 'saknas')),
  plan_asked_on: maybe(near),
  plan_came_on: maybe(near),
  need_state: maybe(fc.constantFrom('behov-finns', 'under-utredning')),
  last_event: maybe(day),
  next_due: maybe(near),
  notes: fc.integer({ min: 0, max: 3 }),
  oldest_draft: maybe(near),
})
const someDue = fc.record({ kind: fc.constantFrom('followUp', 'insats'), due: near })

type Tables = ReturnType<typeof emptyTables>

interface World {
  readonly facts: readonly Row[]
  readonly dues: readonly Row[]
  /** By the number of a case, until when it is marked, and by whom. */
  readonly marks: readonly { n: number; until: string; user: string }[]
}
const world = (minLength: number): fc.Arbitrary<World> =>
  fc
    .array(
      fc.record({
        facts: someFacts,
        dues: fc.array(someDue, { maxLength: 3 }),
        until: maybe(near),
        by: fc.constantFrom(me, 'annan'),
      }),
      {
        minLength,
        maxLength: 15,
      },
    )
    .map((cases) => ({
      facts: cases.map(({ facts }, index) => factsRow(index + 1, facts)),
      dues: cases.flatMap(({ dues }, index) =>
        dues.map((due, seq) => ({
          case_n: index + 1,
          seq,
          ...due,
          note_id: '00000000-0000-4000-8000-00000000aaaa',
          field: 'nasta-uppfoljning',
          row_id: null,
          closed_on: cases[index]?.facts.closed_on ?? null,
        })),
      ),
      marks: cases.flatMap(({ until, by }, index) =>
        until === null ? [] : [{ n: index + 1, until, user: by }],
      ),
    }))

function filterOn(column: ColumnId): fc.Arbitrary<Filter> {
  const definition = columnOf(column)
  const days = fc
    .tuple(fc.constantFrom(0, ...thresholds), fc.integer({ min: 0, max: 5 }))
    .map(([reached, more]) => reached + more)
  return fc.constantFrom(...filterOpsOf[definition.type]).chain((op): fc.Arbitrary<Filter> => {
    switch (op) {
      case 'empty':
      case 'filled':
      case 'past':
        return fc.constant({ column, op })
      case 'is':
      case 'contains':
        return fc.constantFrom('berg', 'Berg 9', 'å', 'Anna Ek', '9').map((text) => ({ column, op, text }))
      case 'atLeast':
      case 'atMost':
        return days.map((number) => ({ column, op, number }))
      case 'within':
        return days.map((within) => ({ column, op, days: within }))
      case 'from':
      case 'until':
        return near.map((date) => ({ column, op, date }))
      case 'anyOf': {
        const values = definition.type === 'choice' ? definition.values : []
        return fc
          .record({ values: fc.subarray([...values]), orEmpty: fc.boolean() })
          .map((said) => ({ column, op, ...said }))
      }
    }
  })
}

const listOf = (of: 'case' | 'due'): fc.Arbitrary<WatchQuery> => {
  const telling: ColumnId[] = [
    'threshold',
    'day',
    'silent',
    'draftAge',
    'nextDue',
    'planState',
    'name',
    'employer',
  ]
  const column = fc.oneof(
    fc.constantFrom(...watchColumnsOf(of)),
    fc.constantFrom(...telling, ...(of === 'due' ? (['due', 'late', 'dueKind'] as const) : [])),
  )
  return fc.record({
    of: fc.constant(of),
    filters: fc.array(column.chain(filterOn), { maxLength: 2 }),
    columns: fc.constant<ColumnId[]>(['number']),
    sort: fc.uniqueArray(fc.record({ column, descending: fc.boolean() }), {
      maxLength: 2,
      selector: (each) => each.column,
    }),
    group: fc.option(column, { nil: undefined, freq: 3 }),
  })
}

// The plain reading of the same.

type Whole = Readonly<Record<string, string | number | null>>
const place = (row: Whole, at: string) => row[at.split('.')[1] ?? ''] ?? null

function nextThreshold(row: Whole): string | null {
  const first = isoDateSchema.parse(row.first_sick_day)
  if (row.employment !== 'anstalld') return null
  const next = thresholds.find((each) => addDays(first, each - 1) >= today)
  return next === undefined ? null : addDays(first, next - 1)
}

function said(row: Whole, id: ColumnId): string | number | null {
  const column = columnOf(id)
  if (column.type === 'threshold') return nextThreshold(row)
  const value = place(row, column.at)
  if (column.type !== 'age') return value
  const since = value ?? (column.or === undefined ? null : place(row, column.or))
  return since === null ? null : daysBetween(isoDateSchema.parse(since), today) + column.plus
}

function holds(row: Whole, filter: Filter): boolean {
  const value = said(row, filter.column)
  const column = columnOf(filter.column)
  if (filter.op === 'empty') return value === null
  if (filter.op === 'anyOf')
    return value === null ? filter.orEmpty === true : filter.values.includes(String(value))
  if (value === null) return false
  switch (filter.op) {
    case 'filled':
      return true
    case 'past':
      return String(value) < today
    case 'from':
      return String(value) >= filter.date
    case 'until':
      return String(value) <= filter.date
    case 'within':
      return String(value) >= today && String(value) <= addDays(today, filter.days)
    case 'atLeast':
      return Number(value) >= filter.number
    case 'atMost':
      return Number(value) <= filter.number
    case 'is':
    case 'contains': {
      const hasKey = column.type === 'text' && column.key !== undefined
      const folded = (text: string) =>
        hasKey && (filter.op === 'is' || !/\d/.test(filter.text)) ? sortKey(text) : text
      const [whole, part] = [folded(String(value)), folded(filter.text)]
      return filter.op === 'is' ? whole === part : whole.includes(part)
    }
  }
}

/** Which comes first; what is empty before all else. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

function sorted(row: Whole, id: ColumnId): string | number | null {
  const column = columnOf(id)
  const value = said(row, id)
  return column.type === 'text' && column.key !== undefined ? place(row, column.key) : value
}

function plainly(list: WatchQuery, { facts, dues, marks }: World, reader: WatchReader): string[] {
  const hidden = new Set(marks.filter(({ until, user }) => user === me && until > today).map(({ n }) => n))
  const rows: Whole[] =
    list.of === 'case'
      ? facts.map((row) => ({ ...row, key: String(row.n) }))
      : dues.flatMap((due) => {
          const of = facts.find(({ n }) => n === due.case_n)
          return of === undefined ? [] : [{ ...of, ...due, key: `${due.case_n}.${due.seq}` }]
        })
  return rows
    .filter((row) => !hidden.has(Number(row.n)))
    .filter((row) => reader.assignedKey === undefined || row.assigned_key === reader.assignedKey)
    .filter((row) => list.filters.every((filter) => holds(row, filter)))
    .toSorted((a, b) => {
      for (const { column, descending } of orderOf(list)) {
        const [one, other] = [sorted(a, column), sorted(b, column)]
        // An age that is not said is that of a day that is not said: it comes where the youngest would not.
        const turned = columnOf(column).type === 'age' && (one === null || other === null)
        const order = (turned ? -1 : 1) * compare(one, other)
        if (order !== 0) return descending ? -order : order
      }
      return Number(a.n) - Number(b.n) || Number(a.seq ?? 0) - Number(b.seq ?? 0)
    })
    .map((row) => String(row.key))
}

/** All rows of a list, page by page. */
function paged(db: Tables, query: WatchQuery, reader: WatchReader, limit: number): string[] {
  const keys: string[] = []
  let cursor: WatchCursor | undefined
  do {
    const { rows, next } = readWatchPage(db, { asked: { query, today }, reader, cursor, limit })
    keys.push(...rows.map(({ key }) => key))
    cursor = next
  } while (cursor !== undefined)
  return keys
}

/** Fills the tables with a world, and says what a list over it should give and does. */
function expectPlain(db: Tables, there: World, list: WatchQuery, reader: WatchReader, limit: number): void {
  for (const table of ['case_facts', 'case_dues', 'case_marks']) db.raw.exec(`DELETE FROM ${table}`)
  for (const row of there.facts) insert(db, 'case_facts', row)
  for (const row of there.dues) insert(db, 'case_dues', row)
  for (const { n, until, user } of there.marks)
    insert(db, 'case_marks', { case_id: factsRow(n).case_id ?? '', user_id: user, until })
  const query = querySchema.parse(list)
  const expected = plainly(query, there, reader)
  expect(paged(db, query, reader, limit)).toEqual(expected)
  expect(countWatched(db, { asked: { query, today }, reader, most: 1000 })).toBe(expected.length)
}

describe.each(['case', 'due'] as const)('a list of %s', (of) => {
  test('is what a plain filter and sort give, page by page, and counts as many', () => {
    const db = emptyTables()
    fc.assert(
      fc.property(
        world(0),
        listOf(of),
        fc.integer({ min: 1, max: 5 }),
        fc.boolean(),
        (there, list, limit, mine) =>
          expectPlain(
            db,
            there,
            list,
            mine ? { userId: me, assignedKey: sortKey('Anna Ek') } : everybody,
            limit,
          ),
      ),
      { numRuns: 300 },
    )
  })

  test('of thresholds is in the order of their days, page by page', () => {
    const db = emptyTables()
    const filter = fc.oneof(filterOn('threshold'), fc.constant<Filter>({ column: 'threshold', op: 'filled' }))
    const second = fc.constantFrom<ColumnId>('name', 'threshold')
    fc.assert(
      fc.property(world(10), filter, second, fc.boolean(), (there, asked, column, descending) =>
        expectPlain(
          db,
          there,
          {
            of,
            filters: [asked, { column: 'closedOn', op: 'empty' }],
            columns: ['threshold'],
            sort: [
              { column: 'threshold', descending },
              { column, descending: false },
            ],
          },
          everybody,
          2,
        ),
      ),
      { numRuns: 100 },
    )
  })

  test.each([...watchColumnsOf(of)])('holds of %s whatever a plain filter holds of it', (column) => {
    const db = emptyTables()
    fc.assert(
      fc.property(world(15), filterOn(column), fc.boolean(), (there, filter, descending) =>
        expectPlain(
          db,
          there,
          { of, filters: [filter], columns: [column], sort: [{ column, descending }] },
          everybody,
          50,
        ),
      ),
      { numRuns: 60 },
    )
  })
})
