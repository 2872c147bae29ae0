import { labelled, printable } from '../text/printable.ts'
import type { Json } from './json.ts'
import { plainText, type RichBlock } from './rich-blocks.ts'

/** A table of what rows say; every row has a cell for every column, '' where nothing is said. */
export interface SaidTable {
  /** Where it is called something else than its field. */
  title?: string
  columns: string[]
  rows: string[][]
}

/** What an answer says, before it gets a label or a cell. */
export type Said =
  | { as: 'line'; text: string }
  | { as: 'paragraphs'; paragraphs: string[] }
  | { as: 'items'; items: string[] }
  | { as: 'rich'; blocks: RichBlock[] }
  | { as: 'tables'; tables: SaidTable[] }
  /** An answer that is not of its field's form, as it is stored: printed, so that nothing is lost in silence. */
  | { as: 'stored'; json: string }

export const line = (text: string): Said => ({ as: 'line', text })
export const stored = (value: Json): Said => ({ as: 'stored', json: printable(JSON.stringify(value)) })

/** Whether a said thing has any words. */
export function hasWords(said: Said): boolean {
  switch (said.as) {
    case 'line':
      return said.text !== ''
    case 'paragraphs':
      return said.paragraphs.length > 0
    case 'items':
      return said.items.length > 0
    case 'rich':
      return said.blocks.length > 0
    case 'tables':
      return said.tables.length > 0
    case 'stored':
      return true
  }
}

/** A column of what rows say. */
export interface SaidColumn<Row> {
  heading: string
  cell: (row: Row) => string
}

/** A table of what rows say; rows and columns in which nothing is said leave no trace. */
export function tableOf<Row>(
  columns: readonly SaidColumn<Row>[],
  rows: readonly Row[],
  title?: string,
): SaidTable[] {
  const cells = rows
    .map((row) => columns.map((column) => column.cell(row)))
    .filter((row) => row.some((cell) => cell !== ''))
  const used = columns.map((_, index) => cells.some((row) => row[index] !== ''))
  if (cells.length === 0) return []
  return [
    {
      ...(title === undefined ? {} : { title }),
      columns: columns.filter((_, index) => used[index]).map((column) => column.heading),
      rows: cells.map((row) => row.filter((_, index) => used[index])),
    },
  ]
}

/** What an answer says in a few lines of plain words: in a cell of a table, or to compare two answers by. */
export function shortText(said: Said | undefined): string {
  switch (said?.as) {
    case undefined:
      return ''
    case 'line':
      return said.text
    case 'paragraphs':
      return said.paragraphs.join('\n')
    case 'items':
      return said.items.join('; ')
    case 'rich':
      return plainText({ blocks: said.blocks })
        .replace(/\n\s*\n/g, '\n')
        .trim()
    case 'tables':
      return said.tables.flatMap(rowTexts).join('\n')
    case 'stored':
      return said.json
  }
}

/** Each row of a table on a line: its first cell, then every other under its column's name. */
function rowTexts({ columns, rows }: SaidTable): string[] {
  return rows.map((row) =>
    row
      .map((cell, index) => ({ cell, column: columns[index] ?? '', first: index === 0 }))
      .filter(({ cell }) => cell !== '')
      .map(({ cell, column, first }) => (first ? cell : `${labelled(column)} ${cell}`))
      .join(', '),
  )
}
