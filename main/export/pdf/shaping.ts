import type { GlyphRun } from 'fontkit'
import type { Face } from './fonts.ts'

/** Shaped words, by face and text. Kept between documents, for words return; bounded. */
const runs = new Map<string, GlyphRun>()
const MOST_RUNS = 20_000

/** A text's glyphs with their positions in thousandths of the size: kerning, ligatures and marks in place. */
function shaped(face: Face, text: string): GlyphRun {
  const key = `${face.name} ${text}`
  const known = runs.get(key)
  if (known) return known
  const run = face.font.layout(text)
  const scale = 1000 / face.font.unitsPerEm
  run.positions.forEach((position, index) => {
    position.xAdvance *= scale
    position.yAdvance *= scale
    position.xOffset *= scale
    position.yOffset *= scale
    // What pdfkit's own `layoutRun` adds; it moves the pen by the difference.
    Object.assign(position, { advanceWidth: (run.glyphs[index]?.advanceWidth ?? 0) * scale })
  })
  if (runs.size >= MOST_RUNS) runs.clear()
  runs.set(key, run)
  return run
}

/** How wide a text is in a face at a size. */
export function textWidth(face: Face, text: string, size: number): number {
  return (shaped(face, text).advanceWidth * size) / 1000
}

/**
 * Lets the font that a document has just opened shape with the face that is parsed already. pdfkit opens fonts
 * anew for each document, and reading their tables again costs more than all the rest. Where pdfkit is made
 * otherwise than it is now, it shapes for itself, with the same result.
 */
export function shareShaping(doc: PDFKit.PDFDocument, face: Face): void {
  const font: unknown = Reflect.get(doc, '_font')
  if (typeof font !== 'object' || font === null || !('layoutRun' in font)) return
  Reflect.set(font, 'layoutRun', (text: string) => shaped(face, text))
}
