// What is not shown, so that no figure tells of a person.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenCells } from '../../../shared/indicators/suppress.ts'

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
  expect(inLine([40, 0, 12])).toEqual([false, true, true, false])
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

test('in no table, and along no line of it, is one alone hidden, nor anything under ten shown', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const counts = withSums(rows)
      const hidden = hiddenCells(counts, { across: true })
      const columns = (counts[0] ?? []).map((_, column) => hidden.map((row) => row[column]))
      for (const line of [...hidden, ...columns]) expect(line.filter(Boolean)).not.toHaveLength(1)
      for (const [r, row] of counts.entries())
        for (const [c, count] of row.entries()) if (count < 10) expect(hidden[r]?.[c]).toBe(true)
    }),
  )
})
