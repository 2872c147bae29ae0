/** Rows of insatser, aktiviteter or a repeated group: each operation gives a new list and leaves the old. */
interface WithId {
  id: string
}

/** The rows with one more last. */
export function addRow<T>(rows: readonly T[], row: T): T[] {
  return [...rows, row]
}

/** The rows without one, and where it stood; undefined where there is no such row. */
export function removeRow<T extends WithId>(
  rows: readonly T[],
  id: T['id'],
): { rows: T[]; removed: T; index: number } | undefined {
  const index = rows.findIndex((row) => row.id === id)
  const removed = rows[index]
  return removed ? { rows: rows.filter((row) => row.id !== id), removed, index } : undefined
}

/** Puts a removed row back where it stood, or last where the list has become shorter. Once, however often asked. */
export function restoreRow<T extends WithId>(rows: readonly T[], row: T, index: number): T[] {
  if (rows.some((other) => other.id === row.id)) return [...rows]
  return [...rows.slice(0, index), row, ...rows.slice(index)]
}

/** The rows with a copy right after the copied one. */
export function duplicateRow<T extends WithId>(rows: readonly T[], id: T['id'], copy: T['id']): T[] {
  return rows.flatMap((row) => (row.id === id ? [row, { ...row, id: copy }] : [row]))
}

/** The rows with one moved up (-1) or down (1); the same where it stands at the end already. */
export function moveRow<T extends WithId>(rows: readonly T[], id: T['id'], by: 1 | -1): T[] {
  const from = rows.findIndex((row) => row.id === id)
  const moved = rows[from]
  const other = rows[from + by]
  if (!moved || !other) return [...rows]
  return rows.map((row, index) => (index === from ? other : index === from + by ? moved : row))
}

/** The rows with one changed. */
export function changeRow<T extends WithId>(rows: readonly T[], id: T['id'], change: (row: T) => T): T[] {
  return rows.map((row) => (row.id === id ? change(row) : row))
}
