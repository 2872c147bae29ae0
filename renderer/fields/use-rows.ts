import { dequal } from 'dequal/lite'
import { useMemo, useState } from 'react'
import { type RowId, rowIdSchema } from '../../shared/case/ids.ts'
import type { Value } from '../../shared/fields/json.ts'
import { toJson } from '../../shared/fields/json.ts'
import { useT } from '../base/use-t.ts'
import { useFieldContext } from './field-context.ts'

// Operations on rows of insatser, aktiviteter or a repeated group: each gives a new list and leaves the old.

interface WithId {
  id: string
}

/** The rows with more of them after one, or last where it is not there. */
export function insertRows<T extends WithId>(rows: readonly T[], more: readonly T[], after?: T['id']): T[] {
  const index = rows.findIndex((row) => row.id === after)
  const at = index < 0 ? rows.length : index + 1
  return [...rows.slice(0, at), ...more, ...rows.slice(at)]
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

/** A list of rows in a note and what can be done with it. */
export interface Rows<R> {
  rows: readonly R[]
  /** Adds a row made from a new id after another, or last. */
  add: (make: (id: RowId) => R, after?: RowId) => RowId
  /** Adds several at once in the place of one, which is given up, after one or last; and offers to take them back. */
  addAll: (
    make: readonly ((id: RowId) => R)[],
    place: { after?: RowId | undefined; instead?: RowId | undefined },
    told: string,
  ) => RowId[]
  change: (id: RowId, change: (row: R) => R) => void
  duplicate: (id: RowId) => RowId
  move: (id: RowId, by: 1 | -1) => void
  /** Takes a row away and offers it back under this name. */
  remove: (id: RowId, name: string) => void
}

function newRowId(): RowId {
  return rowIdSchema.parse(crypto.randomUUID())
}

/** The rows, each the same object as before where it says the same, and the same list where all do. */
export function sameRows<R extends WithId>(before: readonly R[], rows: readonly R[]): readonly R[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const next = rows.map((row) => {
    const old = known.get(row.id)
    return old !== undefined && dequal(old, row) ? old : row
  })
  const same = next.length === before.length && next.every((row, index) => row === before[index])
  return same ? before : next
}

/** Rows that keep what they are: who draws one draws it anew only when it has changed. */
function useSameRows<R extends WithId>(rows: readonly R[]): readonly R[] {
  const [memory] = useState(() => ({ rows }))
  return useMemo(() => {
    memory.rows = sameRows(memory.rows, rows)
    return memory.rows
  }, [rows, memory])
}

/**
 * What can be done with the rows of a field. Each operation begins from the newest answers, as `read` finds them, so
 * that taking a removal back keeps what was written after it. The operations stay the same functions as long as `read` does.
 */
export function useRows<R extends { id: RowId }>(
  field: string,
  answer: readonly R[],
  read: (value: Value) => readonly R[] | undefined,
): Rows<R> {
  const { session, removed } = useFieldContext()
  const rows = useSameRows(answer)
  const t = useT()
  const edit = useMemo((): Omit<Rows<R>, 'rows'> => {
    const current = () => read(session.answers()[field]) ?? []
    const put = (next: readonly R[]) => session.edit(field, next.length === 0 ? undefined : toJson(next))

    return {
      add: (make, after) => {
        const id = newRowId()
        put(insertRows(current(), [make(id)], after))
        return id
      },
      addAll: (make, { after, instead }, told) => {
        const added = make.map((each) => each(newRowId()))
        const ids = added.map(({ id }) => id)
        const inserted = insertRows(current(), added, instead ?? after)
        put(inserted.filter(({ id }) => id !== instead))
        removed(told, () => put(current().filter(({ id }) => !ids.includes(id))))
        return ids
      },
      change: (id, change) => put(changeRow(current(), id, change)),
      duplicate: (id) => {
        const copy = newRowId()
        put(duplicateRow(current(), id, copy))
        return copy
      },
      move: (id, by) => put(moveRow(current(), id, by)),
      remove: (id, name) => {
        const result = removeRow(current(), id)
        if (!result) return
        put(result.rows)
        removed(t('fields.rows.removed', { row: name }), () =>
          put(restoreRow(current(), result.removed, result.index)),
        )
      },
    }
  }, [session, removed, t, field, read])
  return { rows, ...edit }
}
