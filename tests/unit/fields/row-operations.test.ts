import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeRow,
  duplicateRow,
  insertRows,
  moveRow,
  removeRow,
  restoreRow,
  sameRows,
} from '../../../renderer/fields/use-rows.ts'

const row = (id: string, what = id) => ({ id, what })
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('')
const abc = [row('a'), row('b'), row('c')]

describe('rows of insatser', () => {
  test.each([
    [undefined, 'abcde'],
    ['a', 'adebc'],
    ['c', 'abcde'],
    ['x', 'abcde'],
  ] as const)('new rows after %s: %s', (after, expected) => {
    expect(ids(insertRows(abc, [row('d'), row('e')], after))).toBe(expected)
  })

  test.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ] as const)('%s moved by %i: %s', (id, by, expected) => {
    expect(ids(moveRow(abc, id, by))).toBe(expected)
  })

  test('a copy stands right after the copied one and says the same', () => {
    const rows = duplicateRow(abc, 'b', 'x')
    expect(ids(rows)).toBe('abxc')
    expect(rows[2]?.what).toBe('b')
  })

  test('a change reaches its row alone', () => {
    expect(changeRow(abc, 'b', (each) => ({ ...each, what: 'ny' })).map(({ what }) => what)).toEqual([
      'a',
      'ny',
      'c',
    ])
  })

  test('a removed row comes back where it stood, with what was written in the others meanwhile', () => {
    const result = removeRow(abc, 'b')
    if (!result) throw new Error('b was not found')
    const written = changeRow(result.rows, 'c', (each) => ({ ...each, what: 'skrivet sedan' }))
    const restored = restoreRow(written, result.removed, result.index)
    expect(ids(restored)).toBe('abc')
    expect(restored[2]?.what).toBe('skrivet sedan')
    expect(ids(restoreRow(restored, result.removed, result.index))).toBe('abc')
  })

  test('removing and restoring any row gives the list back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), fc.nat(), (names, pick) => {
        const rows = names.map((name) => row(name))
        const result = removeRow(rows, names[pick % names.length] ?? '')
        expect(result && restoreRow(result.rows, result.removed, result.index)).toEqual(rows)
      }),
    )
  })
})

describe('rows that are read again', () => {
  const copy = (rows: readonly { id: string; what: string }[]) => rows.map((each) => ({ ...each }))
  test('are the same list where they say the same', () => expect(sameRows(abc, copy(abc))).toBe(abc))
  test('are the same objects but for the one that has changed, wherever they stand', () => {
    const next = sameRows(
      abc,
      moveRow(
        changeRow(copy(abc), 'b', (each) => ({ ...each, what: 'ny' })),
        'a',
        1,
      ),
    )
    expect(ids(next)).toBe('bac')
    expect(next.map((each) => abc.includes(each))).toEqual([false, true, true])
    expect(next[0]?.what).toBe('ny')
  })
})
