import type { JournalEntry } from '../../../shared/journal/entry.ts'
import { translate } from '../../../shared/text/index.ts'
import { labelled } from '../../../shared/text/printable.ts'
import type { Style } from './fonts.ts'
import { type Line, linesOf } from './lines.ts'
import { A4, child, type Element, GREY, HAIRLINE, INK, MARGIN, type Pen } from './pen.ts'

const SMALL = 7.5
const HEAD = 8.5
const RIGHT = A4.width - MARGIN.right

/** Draws one line of text with its left or right edge at `x`, even if it does not fit. */
function put(
  pen: Pen,
  text: string,
  y: number,
  {
    x,
    align = 'left',
    size,
    color = GREY,
    style = 'regular',
  }: { x: number; align?: 'left' | 'right'; size: number; color?: string; style?: Style },
): number {
  const [line] = linesOf([{ text, style }], Number.POSITIVE_INFINITY, size)
  if (!line) return 0
  pen.line(line, y, { x: align === 'right' ? x - line.width : x, size, color })
  return line.width
}

/** Shortens a text to a width, for the running head only; the first page has it in full. */
function shortened(text: string, width: number): string {
  const fits = (one: string) =>
    (linesOf([{ text: one, style: 'regular' }], Number.POSITIVE_INFINITY, HEAD)[0]?.width ?? 0) <= width
  if (fits(text)) return text
  const letters = Array.from(text)
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('')}…`
}

function drawMark(pen: Pen, word: string): number {
  const size = 10
  const [line] = linesOf([{ text: word, style: 'bold' }], Number.POSITIVE_INFINITY, size)
  const width = (line?.width ?? 0) + 16
  pen.doc
    .lineWidth(1)
    .rect(RIGHT - width, 26, width, 18)
    .stroke(INK)
  put(pen, word, 28.5, { x: RIGHT - 8, align: 'right', size, color: INK, style: 'bold' })
  return width
}

/** The record's foot, laid out for the foot of a page. */
export interface PageFoot {
  lines: readonly Line[]
  /** How much of each page it takes, below the text and above the edge. */
  height: number
}

const FOOT_GAP = 14
const FOOT_PADDING = 6
const FOOT_LINE = 11
const FOOT_EDGE = 22
const NUMBER_WIDTH = 70
/** A foot of more lines goes after the text instead, once. Own choice: a fifth of a page. */
const MOST_LINES = 14

/**
 * The record's foot, measured before anything is drawn: the text keeps clear of it, so that a text that fits on a page
 * makes one page. Undefined if the foot is too long for that.
 */
export function pageFootOf({ foot }: JournalEntry): PageFoot | undefined {
  const lines = foot.rows.flatMap(({ label, text }) =>
    linesOf(
      [{ text: `${labelled(label)} ${text}`, style: 'regular' }],
      RIGHT - MARGIN.left - NUMBER_WIDTH,
      SMALL,
    ),
  )
  return lines.length > MOST_LINES ? undefined : { lines, height: footHeight(lines.length) }
}

/** Room for so many lines, and at least for the number of the page. */
export const footHeight = (lines: number) =>
  FOOT_GAP + FOOT_PADDING + Math.max(1, lines) * FOOT_LINE + FOOT_EDGE

const footTop = (pen: Pen) => pen.bottom + FOOT_GAP

function drawFootLines(pen: Pen, lines: readonly Line[]): void {
  lines.forEach((line, index) => {
    const top = footTop(pen) + FOOT_PADDING + index * FOOT_LINE
    pen.line(line, top, { x: MARGIN.left, size: SMALL, color: GREY })
  })
}

/** Draws the record's foot on the last page as part of the text, so that a screen reader reads it once. */
export function drawRecordFoot(pen: Pen, root: Element, { lines }: PageFoot): void {
  const element = child(pen.doc, root, 'P')
  element.add(() => drawFootLines(pen, lines))
  element.end()
}

/**
 * The head and foot of every page, as artifacts: UTKAST on a draft, what the document is, the page number, and the
 * record's foot except on the last page, where it is part of the text. Drawn last, once the number of pages is known.
 */
export function drawFurniture(
  pen: Pen,
  { language, notice, header }: JournalEntry,
  foot: PageFoot | undefined,
): void {
  const { doc } = pen
  const { count } = doc.bufferedPageRange()
  const ofCase =
    header.caseNumber === '' ? '' : `${translate(language, 'exports.case', { number: header.caseNumber })} · `
  const about = ofCase + header.title
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    const taken = notice ? drawMark(pen, notice.word) : 0
    if (page > 0) {
      const room = RIGHT - MARGIN.left - taken - 12
      put(pen, shortened(about, room), 30, { x: MARGIN.left, size: HEAD })
    }
    const top = footTop(pen)
    doc.lineWidth(0.5).moveTo(MARGIN.left, top).lineTo(RIGHT, top).stroke(HAIRLINE)
    if (foot && page < count - 1) drawFootLines(pen, foot.lines)
    const number = translate(language, 'exports.page', { page: page + 1, pages: count })
    put(pen, number, top + FOOT_PADDING, { x: RIGHT, align: 'right', size: HEAD, color: INK })
    doc.endMarkedContent()
  }
}
