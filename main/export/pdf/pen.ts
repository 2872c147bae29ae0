import PDFDocument from 'pdfkit'
import { type Face, shareShaping } from './fonts.ts'
import type { Line } from './lines.ts'

export type Element = PDFKit.PDFStructureElement

export const A4 = { width: 595.28, height: 841.89 }
export const MARGIN = { top: 62, right: 57, left: 57 }
export const INK = '#1b1b1f'
export const GREY = '#55555f'
export const HAIRLINE = '#c9c9d1'
export const BODY = 10.5
const LEADING = 1.36
/** The baseline's place within the line height. */
const BASELINE = 0.98

export interface Look {
  x: number
  size: number
  color?: string
}

/** Draws lines down the pages of one document, each under its element of the document's structure. */
export interface Pen {
  doc: PDFKit.PDFDocument
  /** Where the text ends on every page; below it stands the foot. */
  bottom: number
  /** Top of what is drawn next. */
  y(): number
  down(distance: number): void
  /** Goes to a new page unless `height` is left on this one. Tells whether it did. */
  need(height: number): boolean
  room(): number
  newPage(): void
  /** Draws one line with its top at `y`, without moving. */
  line(line: Line, y: number, look: Look): void
  /** Draws lines below each other, over as many pages as they take, as content of `element`. */
  flow(element: Element, lines: readonly Line[], look: Look): void
}

export const lineHeight = (size: number) => size * LEADING

/** A new element under another, open for content and elements of its own. */
export function child(doc: PDFKit.PDFDocument, parent: Element, type: string): Element {
  const element = doc.struct(type)
  parent.add(element)
  return element
}

/** A pen at the top of the first page of an empty document, whose pages keep `footHeight` below the text. */
export function createPen(options: PDFKit.PDFDocumentOptions, footHeight: number): Pen {
  const doc = new PDFDocument({
    ...options,
    size: 'A4',
    margin: 0,
    bufferPages: true,
    font: '',
    autoFirstPage: true,
  })
  const bottom = A4.height - footHeight
  let y = MARGIN.top
  const registered = new Set<string>()

  const use = (face: Face, size: number) => {
    if (registered.has(face.name)) {
      doc.font(face.name).fontSize(size)
      return
    }
    doc.registerFont(face.name, face.bytes).font(face.name).fontSize(size)
    registered.add(face.name)
    shareShaping(doc, face)
  }
  const newPage = () => {
    doc.addPage()
    y = MARGIN.top
  }
  const line: Pen['line'] = ({ pieces }, top, { x, size, color = INK }) => {
    let left = x
    for (const { face, drawn, actual, width: wide } of pieces) {
      if (actual !== undefined) doc.markContent('Span', { actual })
      if (drawn !== '') {
        use(face, size)
        doc
          .fillColor(color)
          .text(drawn, left, top + size * BASELINE, { lineBreak: false, baseline: 'alphabetic' })
      }
      if (actual !== undefined) doc.endMarkedContent()
      left += wide
    }
  }
  return {
    doc,
    bottom,
    y: () => y,
    down: (distance) => {
      y += distance
    },
    room: () => bottom - y,
    need: (height) => {
      if (y + height <= bottom || y === MARGIN.top) return false
      newPage()
      return true
    },
    newPage,
    line,
    flow: (element, lines, look) => {
      const height = lineHeight(look.size)
      let at = 0
      while (at < lines.length) {
        const fits = Math.floor((bottom - y + 0.01) / height)
        if (fits < 1) newPage()
        const chunk = lines.slice(at, at + Math.max(1, fits < 1 ? Math.floor((bottom - y) / height) : fits))
        const top = y
        element.add(() => {
          chunk.forEach((one, index) => {
            line(one, top + index * height, look)
          })
        })
        y += chunk.length * height
        at += chunk.length
      }
    },
  }
}
