import { useMemo } from 'react'
import { type RowId, rowIdSchema } from '../../../shared/case/ids.ts'
import { useT } from '../../base/use-t.ts'
import type { AnswerValue } from '../../note-model/session/note-session.ts'
import { useFieldContext, useRawAnswer } from '../field-context.ts'
import { toJson } from '../to-json.ts'
import { addRow, changeRow, duplicateRow, moveRow, removeRow, restoreRow } from './row-operations.ts'

/** A list of rows in a note and what can be done with it. */
export interface Rows<R> {
  rows: readonly R[]
  /** Adds a row made from a new id, last. */
  add: (make: (id: RowId) => R) => RowId
  change: (id: RowId, change: (row: R) => R) => void
  duplicate: (id: RowId) => RowId
  move: (id: RowId, by: 1 | -1) => void
  /** Takes a row away and offers it back under this name. */
  remove: (id: RowId, name: string) => void
}

function newRowId(): RowId {
  return rowIdSchema.parse(crypto.randomUUID())
}

/**
 * The rows of a field as `read` finds them. Each operation begins from the newest answers, so that taking a
 * removal back keeps what was written after it.
 */
export function useRows<R extends { id: RowId }>(
  field: string,
  read: (raw: AnswerValue | undefined) => readonly R[],
): Rows<R> {
  const { session, removed } = useFieldContext()
  const t = useT()
  const raw = useRawAnswer(field)
  const rows = useMemo(() => read(raw), [raw, read])
  const current = () => read(session.answers()[field])
  const put = (next: readonly R[]) => session.edit(field, next.length === 0 ? undefined : toJson(next))

  return {
    rows,
    add: (make) => {
      const id = newRowId()
      put(addRow(current(), make(id)))
      return id
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
}
