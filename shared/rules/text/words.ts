/** A word of a text with where it stands. Hyphens and colons belong to the word: "F-kassan", "FK:s". */
export interface Word {
  /** Lower case, NFC. */
  text: string
  /** As written. */
  written: string
  start: number
  end: number
}

const word = /[\p{L}\p{N}]+(?:[-\u2010\u2011:'’][\p{L}\p{N}]+)*/gu

/** The words of a readable text, in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map((found) => ({
    text: found[0]
      .toLowerCase()
      .replace(/[\u2010\u2011]/g, '-')
      .replace('’', "'"),
    written: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}
