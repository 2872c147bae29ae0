/** The least number of characters of a passphrase; the core holds the same (PASSPHRASE_WEAK). */
export const MIN_PASSPHRASE = 8

/** How many characters a text has, where one outside the basic plane counts once. */
export function characters(text: string): number {
  return Array.from(text).length
}

/**
 * How hard a passphrase is to guess, 0 to 4, roughly: length counts most, since the words of a sentence are
 * easier to remember than signs. A hint, never a refusal above the least length.
 */
export function strength(passphrase: string): 0 | 1 | 2 | 3 | 4 {
  const { length } = passphrase
  const different = new Set(passphrase).size
  if (length < MIN_PASSPHRASE || different < 4) return length === 0 ? 0 : 1
  if (length >= 20 && different >= 8) return 4
  return length >= 14 && different >= 6 ? 3 : 2
}
