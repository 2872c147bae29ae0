/** Something that can be found by its texts, the first being the most telling. */
export interface Findable {
  readonly texts: readonly string[]
}

/**
 * The items that contain every word of the query, best first: a text that begins with the word ranks above one where
 * a later word does, which ranks above one that only contains it; earlier texts rank above later ones. Ties keep their
 * order. Letters compare as in Swedish: å, ä and ö are not a and o. An empty query keeps everything.
 */
export function rank<T extends Findable>(query: string, items: readonly T[]): T[] {
  const words = normal(query).split(/\s+/).filter(Boolean)
  return items
    .flatMap((item) => {
      const score = scoreOf(words, item.texts.map(normal))
      return score === undefined ? [] : [{ item, score }]
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

function scoreOf(words: readonly string[], texts: readonly string[]): number | undefined {
  const scores = words.map((word) =>
    Math.max(...texts.map((text, index) => scoreWord(word, text) / (index + 1)), 0),
  )
  return scores.includes(0) ? undefined : scores.reduce((sum, score) => sum + score, 0)
}

function scoreWord(word: string, text: string): number {
  const at = text.indexOf(word)
  if (at === -1) return 0
  // Of two equal matches the shorter text wins: it says less that was not asked for.
  const share = word.length / text.length
  if (at === 0) return 6 + share
  return text.split(/[^\p{L}\p{N}]+/u).some((token) => token.startsWith(word)) ? 4 + share : 2 + share
}

function normal(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
