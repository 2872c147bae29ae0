/** Letters and digits, with the marks that belong to a letter and have no composed form. */
const run = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/**
 * The words of a text, as all search knows them: runs of letters and digits, in lower case, with å ä ö as letters of their own. The
 * index is fed with these and nothing else, so that what stands in it never depends on what another program takes for a letter.
 */
export const plainWords = (text: string): string[] =>
  text.normalize('NFC').toLowerCase().normalize('NFC').match(run) ?? []

/** Whether a word is letters alone: only such words have endings, stand in compounds and can be misspelt. */
export const isLetters = (word: string): boolean => /^[\p{L}\p{M}]+$/u.test(word)

/** A word as whoever writes without the letters å, ä and ö has it. */
export const foldWord = (word: string): string => word.replace(/[åä]/g, 'a').replace(/ö/g, 'o')
