import { columnWidths } from '../format.ts'
import { type Face, type Style, textWidth } from './fonts.ts'
import { extent, type Line, linesOf } from './lines.ts'
import { child, type Element, HAIRLINE, lineHeight, type Pen } from './pen.ts'

const PAD_X = 4
const HEAD_FILL = '#f1f1f4'
/** So much of a table's width is for the bars beside its rows, where it has any, and this is their colour. */
const BARS = 0.3
const BAR_FILL = '#0a625d'

export interface TableStyle {
  x: number
  width: number
  size: number
  /** Cells of the first column head their rows. */
  rowHeads?: boolean
  rules: boolean
}

interface Scoped extends PDFKit.Mixins.StructureElementOptions {
  scope: 'Column' | 'Row'
}

function cellElement(pen: Pen, row: Element, scope: Scoped['scope'] | undefined): Element {
  const options: Scoped | undefined = scope && { scope }
  const element = options ? pen.doc.struct('TH', options) : pen.doc.struct('TD')
  row.add(element)
  return element
}

/** Draws a table that may span pages, repeating its head on each. Without `columns` it has no head. */
export function drawTable(
  pen: Pen,
  parent: Element,
  {
    columns,
    rows,
    bars,
  }: {
    columns: readonly string[]
    rows: readonly (readonly string[])[]
    bars?: readonly (number | undefined)[] | undefined
  },
  { x, width: whole, size, rowHeads = false, rules }: TableStyle,
): void {
  const { doc } = pen
  const width = bars === undefined ? whole : whole * (1 - BARS)
  const height = lineHeight(size)
  const padY = rules ? 3 : 1
  const count = columns.length > 0 ? columns.length : (rows[0]?.length ?? 0)
  const measure = (face: Face, text: string) => textWidth(face, text, size)
  const styleOf = (column: number, head: boolean): Style =>
    head || (rowHeads && column === 0) ? 'bold' : 'regular'
  const needs = Array.from({ length: count }, (_, column) => {
    const cells = [
      ...(columns.length > 0 ? [{ text: columns[column] ?? '', style: styleOf(column, true) }] : []),
      ...rows.map((row) => ({ text: row[column] ?? '', style: styleOf(column, false) })),
    ].map((span) => extent([span], measure))
    const pad = 2 * PAD_X + 0.5
    return {
      least: Math.min(Math.max(...cells.map((cell) => cell.least)), width / 3) + pad,
      most: Math.min(Math.max(...cells.map((cell) => cell.most)), width) + pad,
    }
  })
  const widths =
    columns.length === 0 && needs[0] ? [needs[0].most, width - needs[0].most] : columnWidths(needs, width)
  const lefts = widths.map(
    (_, column) => x + widths.slice(0, column).reduce((total, wide) => total + wide, 0),
  )
  const cellLines = (row: readonly string[], head: boolean): Line[][] =>
    widths.map((wide, column) =>
      linesOf([{ text: row[column] ?? '', style: styleOf(column, head) }], wide - 2 * PAD_X, size),
    )
  const rowHeight = (cells: readonly Line[][]) =>
    Math.max(1, ...cells.map((lines) => lines.length)) * height + 2 * padY

  const artifact = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }
  const rule = (y: number) => {
    if (rules)
      artifact(() =>
        doc
          .lineWidth(0.5)
          .moveTo(x, y)
          .lineTo(x + width, y)
          .stroke(HAIRLINE),
      )
  }
  const fill = (tall: number) => {
    const top = pen.y()
    artifact(() => doc.rect(x, top, width, tall).fill(HEAD_FILL))
  }
  const drawCell = (lines: readonly Line[], column: number, top: number) => {
    lines.forEach((line, index) => {
      pen.line(line, top + index * height, { x: (lefts[column] ?? x) + PAD_X, size })
    })
  }

  const headLines = columns.length > 0 ? cellLines(columns, true) : []
  const headHeight = columns.length > 0 ? rowHeight(headLines) : 0
  const drawHead = (row: Element | undefined) => {
    fill(headHeight)
    const top = pen.y() + padY
    headLines.forEach((lines, column) => {
      const draw = () => drawCell(lines, column, top)
      if (row) cellElement(pen, row, 'Column').add(draw)
      else artifact(draw)
    })
    pen.down(headHeight)
    rule(pen.y())
  }

  // A picture of what the cells say, so no part of what is read.
  const drawBar = (share: number | undefined, top: number) => {
    if (share === undefined) return
    const most = whole - width - PAD_X
    artifact(() => doc.rect(x + width + PAD_X, top, Math.max(0.5, most * share), height - 2).fill(BAR_FILL))
  }

  const table = child(doc, parent, 'Table')
  const rowLines = rows.map((row) => cellLines(row, false))
  if (columns.length > 0) {
    pen.need(headHeight + Math.min(rowHeight(rowLines[0] ?? []), 120))
    drawHead(child(doc, table, 'TR'))
  }
  for (const [index, cells] of rowLines.entries()) {
    const row = child(doc, table, 'TR')
    const elements = cells.map((_, column) =>
      cellElement(pen, row, rowHeads && column === 0 ? 'Row' : undefined),
    )
    const goOn = () => {
      pen.newPage()
      if (columns.length > 0) drawHead(undefined)
    }
    // Keep a row whole if possible; one taller than half a page continues over the break.
    if (rowHeight(cells) > pen.room() && (rowHeight(cells) < 340 || pen.room() < 4 * height)) goOn()
    let rest: Line[][] = cells
    drawBar(bars?.[index], pen.y() + padY + 1)
    while (rest.some((lines) => lines.length > 0)) {
      const fits = Math.max(1, Math.floor((pen.room() - 2 * padY + 0.01) / height))
      const now = rest.map((lines) => lines.slice(0, fits))
      rest = rest.map((lines) => lines.slice(fits))
      const top = pen.y() + padY
      now.forEach((lines, column) => {
        elements[column]?.add(() => drawCell(lines, column, top))
      })
      pen.down(rowHeight(now))
      rule(pen.y())
      if (rest.some((lines) => lines.length > 0)) goOn()
    }
    row.end()
  }
  table.end()
}
