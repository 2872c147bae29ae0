import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { RichBlock, RichList, Run } from '../../../shared/fields/rich-blocks.ts'
import type { JournalBlock, LabelledText } from '../../../shared/journal/entry.ts'
import { labelled } from '../../../shared/text/printable.ts'
import { columnWidths } from '../format.ts'
import { BULLETS, deepest, NUMBERS } from './look.ts'

export type DocxPart = Paragraph | Table
/** Gives each numbered list a number of its own, so that it begins at 1. */
export type NextList = () => number

/** Twentieths of a point: the width between the margins of the page. */
export const TEXT_WIDTH = 9638
const GRID = { style: BorderStyle.SINGLE, size: 4, color: 'B9B9C2' }
const NONE = { style: BorderStyle.NIL }
const CELL_MARGINS = { top: 50, bottom: 50, left: 70, right: 70 }
/** Half points; and about how wide a letter of that size is, in twentieths of a point. */
const TABLE_SIZE = 17
const LETTER = 92

/** A run's text; "\n" becomes a line break. */
export function textRuns(run: Run, size?: number): TextRun[] {
  // Left out rather than `false`, which would override the heading's style.
  const look = {
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(size === undefined ? {} : { size }),
  }
  return run.text
    .split('\n')
    .map((text, index) => new TextRun({ text, ...look, ...(index > 0 ? { break: 1 } : {}) }))
}

const plain = (text: string) => textRuns({ text })
const strong = (text: string) => textRuns({ text, bold: true })
const label = (text: string) => new Paragraph({ children: strong(labelled(text)), keepNext: true })

function list(given: RichList, level: number, instance: number): Paragraph[] {
  const reference = given.ordered ? NUMBERS : BULLETS
  return given.items.flatMap((item) => [
    new Paragraph({
      children: item.runs.flatMap((run) => textRuns(run)),
      numbering: { reference, level: Math.min(level, deepest), instance },
    }),
    ...(item.items ? list(item.items, level + 1, instance) : []),
  ])
}

const headings = { 1: HeadingLevel.HEADING_3, 2: HeadingLevel.HEADING_4, 3: HeadingLevel.HEADING_5 } as const

function rich(block: RichBlock, next: NextList): Paragraph[] {
  if (block.type === 'list') return list(block, 0, next())
  const children = block.runs.flatMap((run) => textRuns(run))
  return [
    new Paragraph(block.type === 'heading' ? { children, heading: headings[block.level] } : { children }),
  ]
}

interface CellLook {
  head: boolean
  lined: boolean
  size?: number | undefined
}

function cell(text: string, width: number, { head, lined, size }: CellLook): TableCell {
  return new TableCell({
    children: [
      new Paragraph({
        children: textRuns(head ? { text, bold: true } : { text }, size),
        spacing: { after: 0 },
      }),
    ],
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGINS,
    ...(head && lined ? { shading: { fill: 'F1F1F4' } } : {}),
  })
}

/** Widths that fill the page: each column at least its longest word, the rest shared by how much the columns hold. */
function widthsOf(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const needs = columns.map((column, index) => {
    const texts = [column, ...rows.map((row) => row[index] ?? '')]
    const longest = (lengths: readonly number[]) => Math.min(Math.max(...lengths), 60) * LETTER + 140
    return {
      least: Math.min(
        longest(texts.flatMap((text) => text.split(/\s+/).map((word) => word.length))),
        TEXT_WIDTH / 3,
      ),
      most: longest(texts.map((text) => text.length)),
    }
  })
  return columnWidths(needs, TEXT_WIDTH).map(Math.floor)
}

function table({ columns, rows }: Extract<JournalBlock, { type: 'table' }>): Table {
  const widths = widthsOf(columns, rows)
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map((text, index) =>
        cell(text, widths[index] ?? 0, { head, lined: true, size: TABLE_SIZE }),
      ),
    })
  return new Table({
    rows: [row(columns, true), ...rows.map((cells) => row(cells, false))],
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: GRID,
      bottom: GRID,
      left: GRID,
      right: GRID,
      insideHorizontal: GRID,
      insideVertical: GRID,
    },
  })
}

/** Labels beside their values, without rules; `size` is in half points. */
export function rowsTable(rows: readonly LabelledText[], size?: number): Table {
  const widths = [2600, TEXT_WIDTH - 2600]
  return new Table({
    rows: rows.map(
      ({ label: name, text }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(name, widths[0] ?? 0, { head: true, lined: false, size }),
            cell(text, widths[1] ?? 0, { head: false, lined: false, size }),
          ],
        }),
    ),
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: NONE,
      bottom: NONE,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
  })
}

/** One block of an entry as Word paragraphs, lists and tables. */
export function blockParts(block: JournalBlock, next: NextList): DocxPart[] {
  switch (block.type) {
    case 'answer':
      return [new Paragraph({ children: [...strong(`${labelled(block.label)} `), ...plain(block.text)] })]
    case 'text':
      return [label(block.label), ...block.paragraphs.map((text) => new Paragraph({ children: plain(text) }))]
    case 'rich':
      return [label(block.label), ...block.blocks.flatMap((one) => rich(one, next))]
    case 'list': {
      const items = block.items.map((text) => ({ runs: [{ text }] }))
      return [label(block.label), ...list({ type: 'list', ordered: false, items }, 0, next())]
    }
    case 'table':
      // Word merges adjacent tables; the empty paragraph also adds the space below.
      return [label(block.label), table(block), new Paragraph({ spacing: { after: 0, line: 160 } })]
  }
}
