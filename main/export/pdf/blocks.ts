import type { RichBlock, RichList } from '../../../shared/fields/rich-blocks.ts'
import type { JournalBlock } from '../../../shared/journal/entry.ts'
import { labelled } from '../../../shared/text/printable.ts'
import { linesOf, runSpans, type TextSpan } from './lines.ts'
import { A4, BODY, child, type Element, lineHeight, MARGIN, type Pen } from './pen.ts'
import { drawTable } from './table.ts'

const X = MARGIN.left
const WIDTH = A4.width - MARGIN.left - MARGIN.right
const TABLE = 9
const INDENT = 15
const GAP = 7
const SMALL_GAP = 3
const TWO_LINES = 2 * lineHeight(BODY)

/** Draws spans as one element of the given type. */
export function drawSpans(
  pen: Pen,
  parent: Element,
  type: string,
  spans: readonly TextSpan[],
  { x = X, size = BODY, color }: { x?: number; size?: number; color?: string } = {},
): void {
  const element = child(pen.doc, parent, type)
  const lines = linesOf(spans, X + WIDTH - x, size)
  pen.flow(element, lines, color === undefined ? { x, size } : { x, size, color })
  element.end()
}

interface Item {
  spans: readonly TextSpan[]
  inner?: RichList | undefined
}

function drawList(pen: Pen, parent: Element, items: readonly Item[], ordered: boolean, x: number): void {
  const list = child(pen.doc, parent, 'L')
  items.forEach(({ spans, inner }, index) => {
    const item = child(pen.doc, list, 'LI')
    const mark = ordered ? `${index + 1}.` : '•'
    pen.need(lineHeight(BODY))
    const label = child(pen.doc, item, 'Lbl')
    const [markLine] = linesOf([{ text: mark, style: 'regular' }], WIDTH, BODY)
    const top = pen.y()
    label.add(() => {
      if (markLine) pen.line(markLine, top, { x: x + 3, size: BODY })
    })
    const indent = Math.max(INDENT, (markLine?.width ?? 0) + 7)
    const body = child(pen.doc, item, 'LBody')
    pen.flow(body, linesOf(spans, X + WIDTH - x - indent, BODY), { x: x + indent, size: BODY })
    if (inner) drawList(pen, body, richItems(inner), inner.ordered, x + indent)
    item.end()
  })
  list.end()
}

const richItems = (list: RichList): Item[] =>
  list.items.map((item) => ({ spans: runSpans(item.runs), inner: item.items }))

function drawRich(pen: Pen, parent: Element, block: RichBlock): void {
  if (block.type === 'list') drawList(pen, parent, richItems(block), block.ordered, X)
  else if (block.type === 'paragraph') drawSpans(pen, parent, 'P', runSpans(block.runs))
  else {
    pen.need(TWO_LINES + SMALL_GAP)
    // Below the sections, which are H2. Italics tell the levels apart without changing size.
    const style = block.level === 1 ? 'bold' : 'bold-italic'
    drawSpans(
      pen,
      parent,
      `H${block.level + 2}`,
      block.runs.map(({ text }) => ({ text, style })),
    )
  }
}

function drawLabel(pen: Pen, parent: Element, label: string): void {
  pen.need(TWO_LINES)
  drawSpans(pen, parent, 'P', [{ text: labelled(label), style: 'bold' }])
}

/** Draws one block of an entry. */
export function drawBlock(pen: Pen, parent: Element, block: JournalBlock): void {
  pen.down(GAP)
  switch (block.type) {
    case 'answer':
      drawSpans(pen, parent, 'P', [
        { text: `${labelled(block.label)} `, style: 'bold' },
        { text: block.text, style: 'regular' },
      ])
      break
    case 'text':
      drawLabel(pen, parent, block.label)
      block.paragraphs.forEach((paragraph, index) => {
        if (index > 0) pen.down(SMALL_GAP)
        drawSpans(pen, parent, 'P', [{ text: paragraph, style: 'regular' }])
      })
      break
    case 'rich':
      drawLabel(pen, parent, block.label)
      block.blocks.forEach((one, index) => {
        if (index > 0) pen.down(SMALL_GAP)
        drawRich(pen, parent, one)
      })
      break
    case 'list': {
      drawLabel(pen, parent, block.label)
      const items = block.items.map((text): Item => ({ spans: [{ text, style: 'regular' }] }))
      drawList(pen, parent, items, false, X)
      break
    }
    case 'table':
      pen.need(5 * lineHeight(BODY))
      drawLabel(pen, parent, block.label)
      pen.down(SMALL_GAP)
      drawTable(pen, parent, block, {
        x: X,
        width: WIDTH,
        size: TABLE,
        rowHeads: block.rowHeads ?? false,
        rules: true,
      })
      pen.down(SMALL_GAP)
      break
  }
}

const titleSizes = { 2: 13, 3: 11.5, 4: BODY + 0.5 } as const

/** Draws a section title, kept with what follows it. */
export function drawSectionTitle(
  pen: Pen,
  parent: Element,
  title: string,
  level: keyof typeof titleSizes = 2,
): void {
  const size = titleSizes[level]
  pen.down(level === 2 ? 16 : 10)
  pen.need(lineHeight(size) + 3 * lineHeight(BODY))
  drawSpans(pen, parent, `H${level}`, [{ text: title, style: 'bold' }], { size })
}
