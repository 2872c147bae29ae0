import { type RefObject, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type RowId, rowIdSchema } from '../../shared/case/ids.ts'
import { focusIfThere, onceDrawn } from '../base/once-drawn.ts'
import { useReveal } from '../base/reveal.ts'

const focusable = 'input, select, textarea'

export interface ChosenRow {
  root: RefObject<HTMLFieldSetElement | null>
  row: RowId | undefined
  /** The column of the line that the focus was in last, by its number. */
  column: number
  choose: (row: RowId, column?: number) => void
  /** Chooses a row and takes the focus to a cell of its line, as soon as it is drawn. */
  goToLine: (row: RowId, column: number) => void
  /** Chooses a row and takes the focus to a column of it below the table, the first where none is named. */
  goToPanel: (row: RowId, column: string | undefined) => void
  /** Takes the focus to a column of the chosen row at once. */
  enterPanel: (column: string | undefined) => void
  focusAdd: () => void
}

/** Puts the caret where one goes on: a date is written anew, a text where it ends. False where there is nothing to write in. */
function enter(control: HTMLElement | null | undefined): boolean {
  if (!focusIfThere(control)) return false
  if (!(control instanceof HTMLInputElement) || control.type !== 'text') return true
  if (control.matches('.form-date')) control.select()
  else control.setSelectionRange(control.value.length, control.value.length)
  return true
}

/** Which row of a table is chosen, and the ways of the focus between its line and what is open below. */
export function useChosenRow(): ChosenRow {
  const root = useRef<HTMLFieldSetElement>(null)
  const [at, setAt] = useState<{ row: RowId | undefined; column: number }>({ row: undefined, column: 0 })
  const open = useCallback((asked: Element) => {
    const row = rowIdSchema.safeParse(asked.getAttribute('data-line'))
    if (row.success) flushSync(() => setAt((before) => ({ ...before, row: row.data })))
  }, [])
  useReveal(root, open)

  const choose = (row: RowId, column?: number) =>
    setAt((before) =>
      before.row === row && (column === undefined || column === before.column)
        ? before
        : { row, column: column ?? before.column },
    )
  const enterPanel = (column: string | undefined, panel = root.current?.querySelector('[data-row]')) => {
    const cell = column === undefined ? null : panel?.querySelector(`[data-column="${CSS.escape(column)}"]`)
    return enter((cell ?? panel)?.querySelector<HTMLElement>(focusable))
  }
  return {
    root,
    ...at,
    choose,
    enterPanel: (column) => void enterPanel(column),
    goToLine: (row, column) => {
      choose(row, column)
      const cell = `[data-line="${CSS.escape(row)}"] [data-cell="${column}"]`
      onceDrawn(() => focusIfThere(root.current?.querySelector<HTMLElement>(cell)))
    },
    goToPanel: (row, column) => {
      choose(row)
      onceDrawn(() => enterPanel(column, root.current?.querySelector(`[data-row="${CSS.escape(row)}"]`)))
    },
    focusAdd: () =>
      onceDrawn(() => focusIfThere(root.current?.querySelector<HTMLElement>('.field-rows-add'))),
  }
}
