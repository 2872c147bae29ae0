/** A file name for a case bundle: the case number alone, never a person, with nothing that a file system refuses. */
export function bundleName(number: string): string {
  const safe = number
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return safe === '' ? 'arende.json' : `arende-${safe.slice(0, 60)}.json`
}
