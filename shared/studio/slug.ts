/** The longest id that templates take. */
const MOST_CHARS = 60

/** An id made of words: "Datum för planen" becomes `datum-for-planen`. Empty where there is nothing to make it of. */
export function idFromWords(words: string): string {
  return words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, MOST_CHARS)
    .replace(/-+$/, '')
}

/** The wanted id where it is free, else the first numbered one that is: `datum`, `datum-2`. */
export function freeId(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  const stem = wanted.replace(/-\d+$/, '')
  for (let number = 2; ; number++) {
    const id = `${stem}-${number}`
    if (!taken.has(id)) return id
  }
}
