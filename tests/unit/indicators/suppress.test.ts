// What is not shown, so that no figure tells of a person.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hiddenCells, hiddenTogether } from '../../../shared/indicators/suppress.ts'

const inLine = (counts: readonly number[]) =>
  hiddenCells([...counts.map((count) => [count]), [counts.reduce((a, b) => a + b, 0)]], {
    across: false,
  }).map(([hidden]) => hidden)

test('nothing under ten is shown', () => {
  expect(inLine([10, 9, 9])).toEqual([false, true, true, false])
  expect(inLine([4])).toEqual([true, true])
})

test('where one alone is hidden, the next smallest is as well: it could be had from the sum', () => {
  expect(inLine([40, 9, 12, 30])).toEqual([false, true, true, false, false])
  expect(inLine([40, 3, 12])).toEqual([false, true, true, false])
})

test('what is hidden is together of ten at least: the two smallest would else be had as what is left', () => {
  expect(inLine([40, 9, 0, 30])).toEqual([false, true, true, true, false])
  expect(inLine([40, 4, 5, 30])).toEqual([false, true, true, true, false])
})

test('nobody is hidden by nobody else: what is left then tells of no one', () => {
  expect(inLine([40, 0, 12])).toEqual([false, true, false, false])
  expect(inLine([40, 0, 0, 7, 12])).toEqual([false, true, true, true, true, false])
})

test('a sum that is hidden cannot be had by adding up what is shown', () => {
  expect(inLine([4, 3])).toEqual([true, true, true])
})

test('two that are hidden are enough, and so is none', () => {
  expect(inLine([40, 9, 8, 30])).toEqual([false, true, true, false, false])
  expect(inLine([10, 11])).toEqual([false, false, false])
})

test('what one line hides is made up for in the line that crosses it', () => {
  const counts = [
    [5, 20, 25],
    [30, 40, 70],
    [35, 60, 95],
  ]
  expect(hiddenCells(counts, { across: true })).toEqual([
    [true, true, false],
    [true, true, false],
    [false, false, false],
  ])
})

const table = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const withSums = (rows: readonly (readonly number[])[]) => {
  const wide = rows.map((row) => [...row, sum(row)])
  return [...wide, (wide[0] ?? []).map((_, column) => sum(wide.map((row) => row[column] ?? 0)))]
}

/** Where along a line what is hidden is known to come to together, since all else and the sum are shown. */
const leftOf = (counts: readonly number[], hidden: readonly boolean[]) => {
  const parts = counts.slice(0, -1).filter((count, at) => count > 0 && hidden[at])
  return hidden.at(-1) === true || parts.length === 0 ? undefined : { parts, together: sum(parts) }
}

const columnsOf = <T>(rows: readonly (readonly T[])[]) =>
  (rows[0] ?? []).map((_, at) => rows.flatMap((row) => row.slice(at, at + 1)))

/** Nothing under ten is shown, and nothing under it is left of a sum along any row or column. */
function expectEnoughHidden(counts: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]) {
  const isHidden = [...hidden, ...columnsOf(hidden)]
  for (const [index, line] of [...counts, ...columnsOf(counts)].entries()) {
    const of = isHidden[index] ?? []
    for (const [at, count] of line.entries()) if (count < 10) expect(of[at]).toBe(true)
    const left = leftOf(line, of)
    if (left === undefined) continue
    expect(left.parts.length).toBeGreaterThan(1)
    expect(left.together).toBeGreaterThanOrEqual(10)
  }
}

test('in no table is anything under ten shown, nor to be had along a line from what is', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const counts = withSums(rows)
      expectEnoughHidden(counts, hiddenCells(counts, { across: true }))
    }),
  )
})

describe('Tables that divide the same cases in two ways', () => {
  // Three offices, by month and by channel. Office B has 5 cases, so the smallest of the others is hidden with it.
  const byMonth = withSums([
    [6, 6],
    [5, 0],
    [11, 0],
  ])
  const byChannel = withSums([
    [12, 0],
    [5, 0],
    [0, 11],
  ])

  test('hide the sums that the other hides, so that none is had by way of the other', () => {
    const [months, channels] = hiddenTogether([byMonth, byChannel])
    expect(months?.map((row) => row.at(-1))).toEqual(channels?.map((row) => row.at(-1)))
  })

  test('whatever they hold, hide the same sums, and enough along each line', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(150), { minLength: 5, maxLength: 5 }), (rows, splits) => {
        // The other way to divide each row: its sum in two.
        const other = rows.map((row, at) => {
          const first = Math.min(sum(row), splits[at] ?? 0)
          return [first, sum(row) - first]
        })
        const tables = [withSums(rows), withSums(other)]
        const hidden = hiddenTogether(tables)
        const ends = hidden.map((lines) => lines.map((row) => row.at(-1)))
        expect(ends[0]).toEqual(ends[1])
        for (const [at, counts] of tables.entries()) expectEnoughHidden(counts, hidden[at] ?? [])
      }),
    )
  })
})
