const REPLACEMENT = '\ufffd'
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** Other control characters and noncharacters: no reader shows them, and XML 1.0 forbids most of them. */
const UNPRINTABLE = /[\p{Cc}\p{Noncharacter_Code_Point}]/gu

/**
 * A text as every format can carry it: composed (NFC), each line break as "\n", a tab as a space, and what
 * cannot be printed (NUL, lone surrogates) as U+FFFD, so that it is seen to have been there. Marks of
 * direction, emoji and everything else stay.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, (character) => (character === '\n' ? '\n' : REPLACEMENT))
    .normalize('NFC')
}

/** The same on one line, without white space around it: for labels, cells and headings. */
export function printableLine(text: string): string {
  return printable(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

/** The same as paragraphs: an empty line parts them, a single line break stays as "\n" inside one. */
export function paragraphsOf(text: string): string[] {
  return printable(text)
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

/** A label before its answer: with a colon, unless it ends as a question or a sentence does. */
export function labelled(label: string): string {
  return /[?!.:…]$/.test(label) ? label : `${label}:`
}
