// How the database finds the rows of the lists that ship: by an index, and never by going through a whole table.
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from '../../../../main/store/db.ts'
import { countQuery, pageQuery, type WatchReader } from '../../../../main/store/watch/read.ts'
import { isoDateSchema } from '../../../../shared/case/dates.ts'
import { shippedLists } from '../../../../shared/watch/shipped.ts'
import { emptyTables } from './tables.ts'

const today = isoDateSchema.parse('2026-03-04')
const mine: WatchReader = { userId: 'jag', assignedKey: 'anna ek' }
const all: WatchReader = { userId: 'jag', assignedKey: undefined }
const steps = z.array(z.object({ detail: z.string() }))

function planOf({ raw }: Db, built: ReturnType<typeof countQuery>): string[] {
  const { sql, parameters } = built.compile()
  const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  return steps.parse(plan).map(({ detail }) => detail)
}

/** Steps that go through a whole table and not through an index of it. */
const walks = (plan: readonly string[]) =>
  plan.filter((step) => /^SCAN (?!\(subquery)/.test(step) && !/USING (COVERING )?INDEX/.test(step))

describe.each(shippedLists.map((list) => [list.id, list.query] as const))('%s', (_id, query) => {
  const asked = { query, today }
  test.each([
    ['mine', mine],
    ['all', all],
  ] as const)('of %s is found by an index', (_whose, reader) => {
    const db = emptyTables()
    expect(walks(planOf(db, pageQuery(asked, reader, undefined, 100)))).toEqual([])
    expect(walks(planOf(db, countQuery(asked, reader, 1000)))).toEqual([])
  })
})

test('one’s own are found by who they are assigned to', () => {
  const db = emptyTables()
  for (const { id, query } of shippedLists.filter(({ query: { of } }) => of === 'case'))
    expect(planOf(db, countQuery({ query, today }, mine, 1000)).join(), id).toMatch(/assigned_key=\?/)
})

test('those of all go past nothing that is closed: what they are read by has open cases alone', () => {
  const db = emptyTables()
  // A case is seldom closed with a draft left in it, and the index of drafts has none but those.
  const others = ['later', 'oldDrafts']
  for (const { id, query } of shippedLists.filter((list) => !others.includes(list.id))) {
    const plan = planOf(db, pageQuery({ query, today }, all, undefined, 100))
    const read = plan.filter((step) => /^(SEARCH|SCAN) (facts|dues|insatser) USING (?!INTEGER)/.test(step))
    expect(read.join(), id).toMatch(/watched_(open_|by_)/)
    expect(read.join(), id).not.toMatch(/case_(facts|dues|insatser)_by/)
    expect(planOf(db, countQuery({ query, today }, all, 1000)).join(), id).toMatch(
      /COVERING INDEX watched_|watched_by_first_day \(first_sick_day/,
    )
  }
})
