/** A figure of fewer cases than this is not shown: in a small office it could tell of a person. Own choice. */
export const LEAST_SHOWN = 10

type Counts = readonly (readonly number[])[]

interface Cell {
  readonly count: number
  readonly hidden: boolean
  readonly hide: () => void
}
/** Cells that add up to another. */
interface Line {
  readonly parts: readonly Cell[]
  readonly sum: Cell
}

/**
 * Hides one more of a line where too little is: what is hidden in it can be had as what is left of the sum, all together. Where
 * that is nobody, it tells of nobody.
 */
function hideMore({ parts, sum }: Line): boolean {
  const hidden = parts.filter((part) => part.hidden)
  const some = hidden.filter(({ count }) => count > 0)
  const together = some.reduce((all, { count }) => all + count, 0)
  const isEnough = sum.hidden
    ? hidden.length > 0 || parts.length === 0
    : some.length === 0 || (some.length > 1 && together >= LEAST_SHOWN)
  if (isEnough) return false
  const [smallest = sum] = parts.filter((part) => !part.hidden).toSorted((a, b) => a.count - b.count)
  smallest.hide()
  return true
}

/**
 * Which cells of a table are not shown. The last row holds the sums of the others, and so does the last column where `across`.
 * None under `LEAST_SHOWN` is shown, and nothing under it can be had by subtracting what is shown from a sum (own choice): along
 * each line that adds up there are then two hidden at least, of ten cases together, or none of anybody.
 */
export function hiddenCells(counts: Counts, { across }: { readonly across: boolean }): boolean[][] {
  const hidden = fewIn(counts)
  hideIn(counts, across, hidden)
  return hidden
}

/**
 * The same of tables whose rows have the same sums at their ends, since they divide the same cases in several ways: a sum that one
 * of them hides is hidden in all.
 */
export function hiddenTogether(tables: readonly Counts[]): boolean[][][] {
  const all = tables.map((counts) => ({ counts, hidden: fewIn(counts) }))
  const isHidden = (row: number) => all.some(({ hidden }) => hidden[row]?.at(-1) === true)
  let again = true
  while (again) {
    again = false
    for (const { counts, hidden } of all) hideIn(counts, true, hidden)
    for (const { hidden } of all)
      for (const [row, line] of hidden.entries())
        if (isHidden(row) && line.at(-1) === false) {
          line[line.length - 1] = true
          again = true
        }
  }
  return all.map(({ hidden }) => hidden)
}

const fewIn = (counts: Counts) => counts.map((row) => row.map((count) => count < LEAST_SHOWN))

/** Hides what more has to be hidden of a table. */
function hideIn(counts: Counts, across: boolean, hidden: boolean[][]): void {
  const cell = (row: number, column: number): Cell => ({
    count: counts[row]?.[column] ?? 0,
    hidden: hidden[row]?.[column] ?? true,
    hide: () => {
      const line = hidden[row]
      if (line) line[column] = true
    },
  })
  const lineOf = (cells: readonly Cell[]): Line[] => {
    const sum = cells.at(-1)
    return sum === undefined ? [] : [{ parts: cells.slice(0, -1), sum }]
  }
  const lines = () => [
    ...(counts[0] ?? []).flatMap((_, column) => lineOf(counts.map((__, row) => cell(row, column)))),
    ...(across ? counts.flatMap((line, row) => lineOf(line.map((_, column) => cell(row, column)))) : []),
  ]
  while (lines().some(hideMore));
}
