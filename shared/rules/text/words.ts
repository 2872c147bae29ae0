/** A word of a text with where it stands. Hyphens and colons belong to the word: "F-kassan", "FK:s". */
export interface Word {
  /** Lower case, NFC. */
  text: string
  /** As written. */
  written: string
  start: number
  end: number
}

/** "F.K." with its full stops is one word. */
const dotted = /^f\.\s?k\.?$/i
const word =
  /(?<![\p{L}\p{N}.])f\.\s?k(?:\.|(?![\p{L}\p{N}]))|[\p{L}\p{N}]+(?:[-\u2010\u2011:'’][\p{L}\p{N}]+)*/giu

/** The words of a readable text, in order. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map((found) => ({
    text: dotted.test(found[0])
      ? 'fk'
      : found[0]
          .toLowerCase()
          .replace(/[\u2010\u2011]/g, '-')
          .replace('’', "'"),
    written: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}
