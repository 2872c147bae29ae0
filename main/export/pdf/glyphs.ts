import { type Face, faceFor, mainFace, type Style } from './fonts.ts'

/**
 * A stretch of text drawn in one face. `actual` is what it stands for where that is not what is drawn; a reader
 * that copies or speaks the page gets that.
 */
export interface Stretch {
  face: Face
  drawn: string
  actual: string | undefined
}

/** Letters, digits and punctuation that every main face has: no need to look at clusters. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201e\u2022\u2026]*$/
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })

const codePoint = (character: string) =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

function cluster(segment: string, style: Style): Stretch {
  const visible = segment.replace(INVISIBLE, '')
  const face = faceFor(style, visible)
  if (face) return { face, drawn: visible, actual: visible === segment ? undefined : segment }
  // No face draws it: its code point is shown in its place, so that it does not vanish.
  return { face: mainFace(style), drawn: Array.from(visible, codePoint).join(''), actual: segment }
}

/** Adds what is not seen to what a stretch stands for. */
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
