/** Characters that take one column each and never combine: most of what gets written. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u203e]*$/
/** Direction marks, joiners, stray combining marks: no column. */
const NO_COLUMN = /^[\p{Cf}\p{M}]+$/u
/** Emoji and East Asian wide characters: two columns in a fixed-width font (UAX #11, in broad strokes). */
const TWO_COLUMNS =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })

function graphemeColumns(grapheme: string): number {
  if (NO_COLUMN.test(grapheme)) return 0
  return TWO_COLUMNS.test(grapheme) ? 2 : 1
}

/** The number of columns a text takes in a fixed-width font; a letter with its combining marks takes one. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemes.segment(text)) columns += graphemeColumns(segment)
  return columns
}

/** Splits a word into pieces of at most `width` columns, never between a letter and its marks. */
function pieces(word: string, width: number): string[] {
  const found: string[] = []
  let piece = ''
  let columns = 0
  for (const { segment } of graphemes.segment(word)) {
    const more = graphemeColumns(segment)
    if (columns + more > width && piece !== '') {
      found.push(piece)
      piece = ''
      columns = 0
    }
    piece += segment
    columns += more
  }
  return [...found, piece]
}

/** What precedes the first line and the lines after it; equally wide. */
export interface Margin {
  first: string
  rest: string
}

/** An indent of `columns` spaces, with a mark ("1. ") at the end of the first line's where one is given. */
export function margin(columns: number, mark = ''): Margin {
  const rest = ' '.repeat(columns)
  return { first: mark.padStart(columns).slice(-Math.max(columns, mark.length)), rest }
}

/** A text as lines of at most `width` columns, its own line breaks kept; a longer word goes over several lines. */
export function wrap(
  text: string,
  width: number,
  { first, rest }: Margin = { first: '', rest: '' },
): string[] {
  const lines: string[] = []
  const indent = () => (lines.length === 0 ? first : rest)
  const room = () => width - columnsOf(indent())
  const narrowest = width - Math.max(columnsOf(first), columnsOf(rest))
  for (const given of text.split('\n')) {
    let line = ''
    let columns = 0
    const words = given.split(' ').filter((word) => word !== '')
    for (const word of words.flatMap((one) =>
      columnsOf(one) > narrowest ? pieces(one, narrowest) : [one],
    )) {
      const more = columnsOf(word)
      if (line !== '' && columns + 1 + more > room()) {
        lines.push(indent() + line)
        line = ''
        columns = 0
      }
      columns += more + (line === '' ? 0 : 1)
      line = line === '' ? word : `${line} ${word}`
    }
    lines.push((indent() + line).trimEnd())
  }
  return lines
}
