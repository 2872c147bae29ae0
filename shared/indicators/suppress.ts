/** A figure of fewer cases than this is not shown: in a small office it could tell of a person. Own choice. */
export const LEAST_SHOWN = 10

/** Hides the smallest shown cell of a line in which one alone is hidden: it could be had as what is left of the sum. */
function hideSecond(
  line: readonly { readonly count: number; readonly hide: () => void; readonly hidden: boolean }[],
): boolean {
  if (line.filter(({ hidden }) => hidden).length !== 1) return false
  const [smallest] = line.filter(({ hidden }) => !hidden).toSorted((a, b) => a.count - b.count)
  smallest?.hide()
  return smallest !== undefined
}

/**
 * Which cells of a table are not shown. The last row holds the sums of the others, and so does the last column where `across`.
 * None under `LEAST_SHOWN` is shown, and none that could be had by subtracting what is shown from a sum (own choice): along each
 * line that adds up there are then two hidden, or none.
 */
export function hiddenCells(
  counts: readonly (readonly number[])[],
  { across }: { readonly across: boolean },
): boolean[][] {
  const hidden = counts.map((row) => row.map((count) => count < LEAST_SHOWN))
  const cell = (row: number, column: number) => ({
    count: counts[row]?.[column] ?? 0,
    hidden: hidden[row]?.[column] ?? true,
    hide: () => {
      const line = hidden[row]
      if (line) line[column] = true
    },
  })
  const columns = (counts[0] ?? []).map((_, column) => () => counts.map((__, row) => cell(row, column)))
  const rows = across ? counts.map((line, row) => () => line.map((_, column) => cell(row, column))) : []
  const lines = [...columns, ...rows]
  let again = true
  while (again) again = lines.map((line) => hideSecond(line())).some(Boolean)
  return hidden
}
