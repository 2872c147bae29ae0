import type { Run } from '../../../shared/fields/rich-blocks.ts'
import { type Face, faceFor, mainFace, type Style, textWidth } from './fonts.ts'

/**
 * A stretch of text drawn in one face. `actual` is what it stands for where that is not what is drawn; a reader
 * that copies or speaks the page gets that.
 */
export interface Stretch {
  face: Face
  drawn: string
  actual: string | undefined
}

/** Letters, digits and punctuation that every main face has: no need to look at grapheme clusters. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026]*$/
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })

const codePoint = (character: string) =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

function cluster(segment: string, style: Style): Stretch {
  const visible = segment.replace(INVISIBLE, '')
  const face = faceFor(style, visible)
  if (face) return { face, drawn: visible, actual: visible === segment ? undefined : segment }
  // No face can draw it: show its code point instead, so that it does not vanish.
  return { face: mainFace(style), drawn: Array.from(visible, codePoint).join(''), actual: segment }
}

/** Adds invisible characters to what a stretch stands for. */
const standingFor = (stretch: Stretch, before: string, after: string): Stretch => ({
  ...stretch,
  actual: before + (stretch.actual ?? stretch.drawn) + after,
})

/**
 * A text as stretches of one face each. What cannot be drawn is shown as its code point; what is not seen (a mark
 * of direction) goes with its neighbour, or with a space where it has none.
 */
export function stretches(text: string, style: Style): Stretch[] {
  if (PLAIN.test(text)) return text === '' ? [] : [{ face: mainFace(style), drawn: text, actual: undefined }]
  const found: Stretch[] = []
  let unseen = ''
  for (const { segment } of graphemes.segment(text)) {
    const next = cluster(segment, style)
    const last = found.at(-1)
    if (next.drawn === '') {
      if (last) found[found.length - 1] = standingFor(last, '', segment)
      else unseen += segment
    } else if (unseen !== '') {
      found.push(standingFor(next, unseen, ''))
      unseen = ''
    } else if (last && last.face === next.face && last.actual === undefined && next.actual === undefined) {
      last.drawn += next.drawn
    } else {
      found.push(next)
    }
  }
  return unseen === '' ? found : [{ face: mainFace(style), drawn: ' ', actual: unseen }]
}

/** Text of one style; "\n" breaks the line. */
export interface TextSpan {
  text: string
  style: Style
}
export interface Piece extends Stretch {
  width: number
}
export interface Line {
  pieces: Piece[]
  width: number
}
/** How wide a text is in a face at the size that lines are made for. */
export type Measure = (face: Face, text: string) => number

/** Formatted runs as spans. */
export function runSpans(runs: readonly Run[]): TextSpan[] {
  return runs.map(({ text, bold, italic }) => ({
    text,
    style: bold ? (italic ? 'bold-italic' : 'bold') : italic ? 'italic' : 'regular',
  }))
}

type Token = { type: 'word'; pieces: Piece[]; width: number; spaced: boolean } | { type: 'break' }

const widthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.width, 0)

/** Words, and parts of words after a hyphen or a slash between letters; a word may hold several styles. */
function tokensOf(spans: readonly TextSpan[], measure: Measure): Token[] {
  const tokens: Token[] = []
  let word: Piece[] = []
  let spaced = false
  const close = () => {
    if (word.length > 0) tokens.push({ type: 'word', pieces: word, width: widthOf(word), spaced })
    if (word.length > 0) spaced = false
    word = []
  }
  for (const { text, style } of spans) {
    for (const part of text.split(/(\n| +|(?<=\p{L}[-/])(?=\p{L}))/u)) {
      if (part === '\n') {
        close()
        tokens.push({ type: 'break' })
      } else if (part.startsWith(' ')) {
        close()
        spaced = true
      } else if (part === '') {
        if (/[-/]$/.test(word.at(-1)?.drawn ?? '')) close()
      } else {
        const pieces = stretches(part, style).map((stretch) => ({
          ...stretch,
          width: measure(stretch.face, stretch.drawn),
        }))
        word.push(...pieces)
      }
    }
  }
  close()
  return tokens
}

/** Splits a word wider than a line into letters; a letter stays with its marks. */
function letters(pieces: readonly Piece[], measure: Measure): Piece[] {
  return pieces.flatMap((piece) =>
    piece.actual !== undefined
      ? [piece]
      : Array.from(graphemes.segment(piece.drawn), ({ segment }) => ({
          ...piece,
          drawn: segment,
          width: measure(piece.face, segment),
        })),
  )
}

function append(line: Line, pieces: readonly Piece[], space: (face: Face) => number, spaced: boolean): void {
  const last = line.pieces.at(-1)
  if (last && spaced) {
    const gap = space(last.face)
    // A piece that stands for other text keeps it; the space becomes a piece of its own.
    if (last.actual === undefined) {
      last.drawn += ' '
      last.width += gap
    } else line.pieces.push({ face: last.face, drawn: ' ', actual: undefined, width: gap })
    line.width += gap
  }
  for (const piece of pieces) {
    const before = line.pieces.at(-1)
    if (before && before.face === piece.face && before.actual === undefined && piece.actual === undefined) {
      before.drawn += piece.drawn
      before.width += piece.width
    } else line.pieces.push({ ...piece })
    line.width += piece.width
  }
}

/** Ends a line with a space that takes no room: whoever hears or copies the lines has their words apart. */
function partFromNext({ pieces }: Line): void {
  const last = pieces.at(-1)
  if (last === undefined) return
  if (last.actual === undefined) last.drawn += ' '
  else pieces.push({ face: last.face, drawn: ' ', actual: undefined, width: 0 })
}

/** Spans broken into lines of at most `width`; a word that is wider is broken between letters. */
export function breakLines(spans: readonly TextSpan[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [{ pieces: [], width: 0 }]
  const space = (face: Face) => measure(face, ' ')
  const start = (): Line => {
    const line: Line = { pieces: [], width: 0 }
    lines.push(line)
    return line
  }
  let line = lines[0] ?? start()
  const place = (pieces: readonly Piece[], wide: number, spaced: boolean) => {
    const last = line.pieces.at(-1)
    const gap = last && spaced ? space(last.face) : 0
    if (last && line.width + gap + wide > width) {
      if (spaced) partFromNext(line)
      line = start()
    }
    append(line, pieces, space, spaced)
  }
  for (const token of tokensOf(spans, measure)) {
    if (token.type === 'break') {
      partFromNext(line)
      line = start()
    } else if (token.width <= width) place(token.pieces, token.width, token.spaced)
    else {
      letters(token.pieces, measure).forEach((letter, index) => {
        place([letter], letter.width, index === 0 && token.spaced)
      })
    }
  }
  return lines
}

/** Spans as lines in a document, at a size. */
export function linesOf(spans: readonly TextSpan[], width: number, size: number): Line[] {
  return breakLines(spans, width, (face, text) => textWidth(face, text, size))
}

/** The width of the widest word and of the whole text on one line: what a column needs and what it wants. */
export function extent(spans: readonly TextSpan[], measure: Measure): { least: number; most: number } {
  const tokens = tokensOf(spans, measure)
  const words = tokens.map((token) => (token.type === 'word' ? token.width : 0))
  const lines = breakLines(spans, Number.POSITIVE_INFINITY, measure)
  return { least: Math.max(0, ...words), most: Math.max(0, ...lines.map((line) => line.width)) }
}
