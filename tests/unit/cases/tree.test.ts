import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTyped, treeAction } from '../../../renderer/features/cases/tree/navigate.ts'
import { flattenTree, type TreeRow } from '../../../renderer/features/cases/tree/rows.ts'
import { caseNumbered } from './support.ts'

const morning = '2026-03-01T08:00:00.000Z'
const noon = '2026-03-01T12:00:00.000Z'
const cases = [
  caseNumbered(1, { number: '26-1', name: 'Lova Berg', notes: [noon, morning] }),
  caseNumbered(2, { number: '26-2', name: 'Lisa Ek' }),
  caseNumbered(3, { number: '26-3', name: 'Måns Ål', notes: [noon] }),
]
const [first, second, third] = cases.map((each) => each.case.id)
const open = (...ids: (string | undefined)[]) => new Set(ids.filter((id) => id !== undefined))
const rows = flattenTree(cases, open(first), new Map(), 3)
const idAt = (index: number) => rows[index]?.id

describe('The rows of the tree', () => {
  test('are the cases, and the notes of an open case below it, oldest first', () => {
    const notes = cases[0]?.notes ?? []
    expect(rows.map(({ id }) => id)).toEqual([first, notes[1]?.id, notes[0]?.id, second, third])
  })

  test('say their place among their siblings', () => {
    expect(rows.map(({ position, size }) => [position, size])).toEqual([
      [1, 3],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 3],
    ])
  })

  test('say how many the list has, those that are not read yet as well', () => {
    expect(flattenTree(cases.slice(0, 1), open(), new Map(), 600).map(({ size }) => size)).toEqual([600])
  })

  test('say whether a case is open, and nothing of one without notes', () => {
    const said = flattenTree(cases, open(first, second), new Map(), 3).flatMap((row) =>
      row.kind === 'case' ? [row.expanded] : [],
    )
    expect(said).toEqual([true, undefined, false])
  })
})

describe('A key in the tree', () => {
  const at = (index: number, key: string) => {
    const action = treeAction(rows, idAt(index), key)
    if (action === undefined) return 'nothing'
    return action.type === 'move'
      ? `move to ${rows.findIndex(({ id }) => id === action.to)}`
      : `${action.type} ${rows.indexOf(action.row)}`
  }

  test.each([
    ['down goes to the next row', 0, 'ArrowDown', 'move to 1'],
    ['down stops at the last', 4, 'ArrowDown', 'nothing'],
    ['up goes to the row before', 3, 'ArrowUp', 'move to 2'],
    ['up stops at the first', 0, 'ArrowUp', 'nothing'],
    ['Home goes to the first', 3, 'Home', 'move to 0'],
    ['End goes to the last', 0, 'End', 'move to 4'],
    ['page down ends at the last', 1, 'PageDown', 'move to 4'],
    ['page up ends at the first', 3, 'PageUp', 'move to 0'],
    ['right opens a folded case', 4, 'ArrowRight', 'expand 4'],
    ['right goes into an open case', 0, 'ArrowRight', 'move to 1'],
    ['right does nothing at a case without notes', 3, 'ArrowRight', 'nothing'],
    ['right does nothing at a note', 1, 'ArrowRight', 'nothing'],
    ['left folds an open case', 0, 'ArrowLeft', 'collapse 0'],
    ['left goes from a note to its case', 2, 'ArrowLeft', 'move to 0'],
    ['left does nothing at a folded case', 4, 'ArrowLeft', 'nothing'],
    ['Enter shows a note', 2, 'Enter', 'open 2'],
    ['Enter shows a case', 0, 'Enter', 'open 0'],
    ['space folds an open case', 0, ' ', 'collapse 0'],
    ['space opens a folded case', 4, ' ', 'expand 4'],
    ['space shows a note', 1, ' ', 'open 1'],
    ['another key is not the tree’s', 0, 'F6', 'nothing'],
  ])('%s', (_what, index, key, expected) => {
    expect(at(index, key)).toBe(expected)
  })

  test('begins at the first row where none is active or the active one is filtered away', () => {
    expect(treeAction(rows, undefined, 'ArrowDown')).toEqual({ type: 'move', to: idAt(1) })
    expect(treeAction(rows, 'gone', 'ArrowDown')).toEqual({ type: 'move', to: idAt(1) })
  })

  test('does nothing in an empty tree', () => {
    expect(treeAction([], undefined, 'End')).toBeUndefined()
  })

  test('never leads to a row that is not there', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...keys)),
        fc.subarray([first, second, third]),
        (pressed, opened) => {
          const shown = flattenTree(cases, open(...opened), new Map(), 3)
          let active: string | undefined = shown[0]?.id
          for (const key of pressed) {
            const action = treeAction(shown, active, key)
            if (action?.type === 'move') active = action.to
          }
          expect(shown.map(({ id }): string => id)).toContain(active)
        },
      ),
    )
  })
})

describe('What is typed in the tree', () => {
  const textsOf = (row: TreeRow) =>
    row.kind === 'case' ? [row.summary.case.number, row.summary.case.insured.name] : ['Planering']
  const typed = (from: number, text: string) =>
    rows.findIndex(({ id }) => id === findTyped(rows, idAt(from), text, textsOf))

  test.each([
    ['a letter goes to the next row that begins with it', 0, 'l', 3],
    ['a letter typed again goes on', 3, 'll', 0],
    ['a letter goes round to the first', 3, 'l', 0],
    ['a word stays at the row that fits', 0, 'lo', 0],
    ['a number finds its case', 0, '26-3', 4],
    ['a kind finds its note', 0, 'plan', 1],
    ['capitals and å are no hindrance', 0, 'MÅ', 4],
    ['what nobody is called leads nowhere', 0, 'x', -1],
  ])('%s', (_what, from, text, expected) => {
    expect(typed(from, text)).toBe(expected)
  })
})
