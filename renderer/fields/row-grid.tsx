import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../base/use-t.ts'

/** A cell of the grid: row and column by their numbers. */
export interface CellPlace {
  row: number
  column: number
}

/** How many rows Page Up and Page Down go. */
const PAGE = 10

/** Where a key goes from a cell, within so many rows and columns; undefined for a key that goes nowhere. */
export function cellAfterKey(
  { key, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent,
  { row, column }: CellPlace,
  rows: number,
  columns: number,
): CellPlace | undefined {
  if (altKey || metaKey || shiftKey) return undefined
  const to = (toRow: number, toColumn: number) => ({
    row: Math.min(Math.max(toRow, 0), rows - 1),
    column: Math.min(Math.max(toColumn, 0), columns - 1),
  })
  if (ctrlKey) {
    if (key === 'Home') return to(0, 0)
    return key === 'End' ? to(rows - 1, columns - 1) : undefined
  }
  switch (key) {
    case 'ArrowUp':
      return to(row - 1, column)
    case 'ArrowDown':
      return to(row + 1, column)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowRight':
      return to(row, column + 1)
    case 'Home':
      return to(row, 0)
    case 'End':
      return to(row, columns - 1)
    case 'PageUp':
      return to(row - PAGE, column)
    case 'PageDown':
      return to(row + PAGE, column)
    default:
      return undefined
  }
}

interface Props {
  labelId: string
  headings: readonly { column: string; text: string }[]
  /** A cell has taken the focus, by its row's id and its column's number. */
  onCell: (row: string, column: number) => void
  onKeyDown: (event: KeyboardEvent) => void
  /** A cell is to be written in. */
  onOpen: () => void
  children: ReactNode
}

/** The table that the lines stand in: a grid with one stop for Tab, in which arrows go from cell to cell. */
export function RowGrid({ labelId, headings, onCell, onKeyDown, onOpen, children }: Props) {
  const t = useT()
  return (
    <div className="rows-scroll">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table in which keys go about, and Biome asks for this very element
        role="grid"
        className="rows-grid"
        data-columns={headings.length}
        aria-labelledby={labelId}
        aria-description={t('fields.rows.keys')}
        onFocus={({ target }) => {
          const cell = target.closest('[data-cell]')
          const row = cell?.closest('[data-line]')?.getAttribute('data-line')
          if (row) onCell(row, Number(cell?.getAttribute('data-cell')))
        }}
        onKeyDown={onKeyDown}
        onDoubleClick={onOpen}
      >
        <thead>
          <tr>
            {headings.map(({ column, text }) => (
              <th key={column} scope="col" className="rows-heading" data-heading={column}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
