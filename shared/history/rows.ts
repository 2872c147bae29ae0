import { diffArrays } from 'diff'
import type { SaidRow } from '../fields/define.ts'
import { diffWhole, diffWords, sideOf, type WordPiece } from './words.ts'

/** A cell of a row, in words: what it was and is. */
export interface CellDiff {
  readonly heading: string
  readonly ownWords: boolean
  readonly pieces: readonly WordPiece[]
}

/** A row of an answer as it was and is. `from` and `to` are its places on either side, from 0. */
export interface RowDiff {
  readonly id: string
  readonly change: 'same' | 'inserted' | 'removed' | 'changed'
  /** It stands elsewhere among the rows that both sides have. */
  readonly moved: boolean
  readonly from: number | undefined
  readonly to: number | undefined
  readonly cells: readonly CellDiff[]
}

/** The ids that keep their order from one side to the other, as many as can. */
function steadyIds(before: readonly string[], after: readonly string[]): Set<string> {
  if (before.join('\n') > after.join('\n')) return steadyIds(after, before)
  const kept = diffArrays([...before], [...after]).filter(({ added, removed }) => !added && !removed)
  return new Set(kept.flatMap(({ value }) => value))
}

function cellsOf(before: SaidRow | undefined, after: SaidRow | undefined): CellDiff[] {
  const was = new Map(before?.cells.map((cell) => [cell.heading, cell]))
  const is = new Map(after?.cells.map((cell) => [cell.heading, cell]))
  return [...new Set([...was.keys(), ...is.keys()])].map((heading) => {
    const [old, now] = [was.get(heading), is.get(heading)]
    const ownWords = (now ?? old)?.ownWords ?? false
    const pieces = (ownWords ? diffWords : diffWhole)(old?.text ?? '', now?.text ?? '')
    return { heading, ownWords, pieces }
  })
}

const isChanged = ({ pieces }: CellDiff) => pieces.some(({ kind }) => kind !== 'same')

/**
 * What differs between two lists of rows, by their ids: inserted, removed, moved, and changed cell by cell. In the order of
 * `after`, with a removed row after the one that it stood behind.
 */
export function diffRows(before: readonly SaidRow[], after: readonly SaidRow[]): RowDiff[] {
  const steady = steadyIds(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  const was = new Map(before.map((row, index) => [row.id, { row, index }]))
  const is = new Set(after.map(({ id }) => id))
  const rows = after.map((row, to): RowDiff => {
    const old = was.get(row.id)
    const cells = cellsOf(old?.row, row)
    if (old === undefined) return { id: row.id, change: 'inserted', moved: false, from: undefined, to, cells }
    const change = cells.some(isChanged) ? 'changed' : 'same'
    return { id: row.id, change, moved: !steady.has(row.id), from: old.index, to, cells }
  })
  for (const [from, row] of before.entries()) {
    if (is.has(row.id)) continue
    const cells = cellsOf(row, undefined)
    const removed: RowDiff = { id: row.id, change: 'removed', moved: false, from, to: undefined, cells }
    const above = before[from - 1]?.id
    rows.splice(rows.findIndex(({ id }) => id === above) + 1, 0, removed)
  }
  return rows
}

/** The rows of one side, in its order. */
export function rowsOfSide(rows: readonly RowDiff[], side: 'before' | 'after'): SaidRow[] {
  const placeOf = ({ from, to }: RowDiff) => (side === 'before' ? from : to)
  return rows
    .filter((row) => placeOf(row) !== undefined)
    .toSorted((one, other) => (placeOf(one) ?? 0) - (placeOf(other) ?? 0))
    .map(({ id, cells }) => ({
      id,
      cells: cells
        .map(({ heading, ownWords, pieces }) => ({ heading, text: sideOf(pieces, side), ownWords }))
        .filter(({ text }) => text !== ''),
    }))
}
