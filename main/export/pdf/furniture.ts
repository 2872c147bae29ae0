import type { JournalEntry } from '../../../shared/journal/entry.ts'
import { translate } from '../../../shared/text/index.ts'
import { labelled } from '../../../shared/text/printable.ts'
import type { Style } from './fonts.ts'
import { A4, GREY, HAIRLINE, INK, MARGIN, type Pen } from './pen.ts'

const SMALL = 7.5
const HEAD = 8.5
const RIGHT = A4.width - MARGIN.right

/** One line of text, its left or its right edge at `x`; what does not fit in the room is drawn all the same. */
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
  const [line] = pen.lines([{ text, style }], Number.POSITIVE_INFINITY, size)
  if (!line) return 0
  pen.line(line, y, { x: align === 'right' ? x - line.width : x, size, color })
  return line.width
}

/** A text cut to a width for the running head only; the whole stands on the first page. */
function shortened(pen: Pen, text: string, width: number): string {
  const fits = (one: string) =>
    (pen.lines([{ text: one, style: 'regular' }], Number.POSITIVE_INFINITY, HEAD)[0]?.width ?? 0) <= width
  if (fits(text)) return text
  const letters = Array.from(text)
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('')}…`
}

function drawMark(pen: Pen, word: string): number {
  const size = 10
  const [line] = pen.lines([{ text: word, style: 'bold' }], Number.POSITIVE_INFINITY, size)
  const width = (line?.width ?? 0) + 16
  pen.doc
    .lineWidth(1)
    .rect(RIGHT - width, 26, width, 18)
    .stroke(INK)
  put(pen, word, 28.5, { x: RIGHT - 8, align: 'right', size, color: INK, style: 'bold' })
  return width
}

/**
 * Head and foot of every page, as artifacts: UTKAST on a draft, what the document is, note id and digest, and
 * the page's number. Drawn last, when the number of pages is known.
 */
export function drawFurniture(pen: Pen, { language, draftMark, header, foot }: JournalEntry): void {
  const { doc } = pen
  const { count } = doc.bufferedPageRange()
  const about = `${translate(language, 'exports.case', { number: header.caseNumber })} · ${header.title}`
  const [, ...identity] = foot.rows
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    const taken = draftMark ? drawMark(pen, draftMark.word) : 0
    if (page > 0) {
      const room = RIGHT - MARGIN.left - taken - 12
      put(pen, shortened(pen, about, room), 30, { x: MARGIN.left, size: HEAD })
    }
    const top = A4.height - MARGIN.bottom + 20
    doc.lineWidth(0.5).moveTo(MARGIN.left, top).lineTo(RIGHT, top).stroke(HAIRLINE)
    identity.forEach(({ label, text }, index) => {
      put(pen, `${labelled(label)} ${text}`, top + 6 + index * 11, { x: MARGIN.left, size: SMALL })
    })
    const number = translate(language, 'exports.page', { page: page + 1, pages: count })
    put(pen, number, top + 6, { x: RIGHT, align: 'right', size: HEAD, color: INK })
    doc.endMarkedContent()
  }
}
