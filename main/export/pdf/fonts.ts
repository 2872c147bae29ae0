import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type GlyphRun } from 'fontkit'

export const styles = ['regular', 'bold', 'italic', 'bold-italic'] as const
export type Style = (typeof styles)[number]

/** A loaded font file: its bytes for the document, its glyphs to know what it can draw. */
export interface Face {
  name: string
  bytes: Buffer
  font: Font
}

const require = createRequire(import.meta.url)

// Source Sans for what is written in Swedish; DejaVu for Greek, Cyrillic, Hebrew, Arabic and signs; Noto for emoji.
const SOURCE = '@expo-google-fonts/source-sans-3'
const DEJAVU = 'dejavu-fonts-ttf/ttf'
const EMOJI = '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'
const files: Readonly<Record<Style, readonly string[]>> = {
  regular: [`${SOURCE}/400Regular/SourceSans3_400Regular.ttf`, `${DEJAVU}/DejaVuSans.ttf`, EMOJI],
  bold: [`${SOURCE}/600SemiBold/SourceSans3_600SemiBold.ttf`, `${DEJAVU}/DejaVuSans-Bold.ttf`, EMOJI],
  italic: [
    `${SOURCE}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
    `${DEJAVU}/DejaVuSans-Oblique.ttf`,
    EMOJI,
  ],
  'bold-italic': [
    `${SOURCE}/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf`,
    `${DEJAVU}/DejaVuSans-BoldOblique.ttf`,
    EMOJI,
  ],
}

const loaded = new Map<string, Face>()

function load(file: string): Face {
  const known = loaded.get(file)
  if (known) return known
  const bytes = readFileSync(require.resolve(file))
  const font = create(bytes)
  if ('fonts' in font) throw new Error(`${file} is a collection of fonts, not one`)
  const face: Face = { name: file, bytes, font }
  loaded.set(file, face)
  return face
}

const found = new Map<string, Face | undefined>()

/** The first face of a style that can draw all of the characters, or undefined if none can. */
export function faceFor(style: Style, characters: string): Face | undefined {
  const key = `${style} ${characters}`
  if (found.has(key)) return found.get(key)
  const points = Array.from(characters, (character) => character.codePointAt(0) ?? 0)
  const file = files[style].find((one) => {
    const { font } = load(one)
    return points.every((point) => font.hasGlyphForCodePoint(point))
  })
  const face = file === undefined ? undefined : load(file)
  found.set(key, face)
  return face
}

/** The main face of a style. */
export function mainFace(style: Style): Face {
  return load(files[style][0] ?? EMOJI)
}

/** Shaped words, by face and text. Kept between documents, since words recur; bounded. */
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
    // pdfkit's own `layoutRun` adds this and moves the pen by the difference.
    Object.assign(position, { advanceWidth: (run.glyphs[index]?.advanceWidth ?? 0) * scale })
  })
  if (runs.size >= MOST_RUNS) runs.clear()
  runs.set(key, run)
  return run
}

/** The width of a text in a face at a size. */
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
