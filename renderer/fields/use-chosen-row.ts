import { type RefObject, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type RowId, rowIdSchema } from '../../shared/case/ids.ts'
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

/** Puts the caret where one goes on: a date is written anew, a text where it ends. */
function enter(control: HTMLElement | null | undefined): void {
  control?.focus()
  if (!(control instanceof HTMLInputElement) || control.type !== 'text') return
  if (control.matches('.form-date')) control.select()
  else control.setSelectionRange(control.value.length, control.value.length)
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
  const enterPanel = (column: string | undefined) => {
    const panel = root.current?.querySelector('[data-row]')
    const cell = column === undefined ? null : panel?.querySelector(`[data-column="${CSS.escape(column)}"]`)
    enter((cell ?? panel)?.querySelector<HTMLElement>(focusable))
  }
  return {
    root,
    ...at,
    choose,
    enterPanel,
    goToLine: (row, column) => {
      choose(row, column)
      const cell = `[data-line="${CSS.escape(row)}"] [data-cell="${column}"]`
      requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(cell)?.focus())
    },
    goToPanel: (row, column) => {
      choose(row)
      requestAnimationFrame(() => enterPanel(column))
    },
    focusAdd: () =>
      requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('.field-rows-add')?.focus()),
  }
}
