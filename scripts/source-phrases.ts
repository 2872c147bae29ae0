// Writes down, as digests that nothing can be read from, every run of eight words of the documents that the domain rests
// on, so that a test can tell whether a template has taken a sentence from one. The texts are not in this repository.
// usage: node scripts/source-phrases.ts FOLDER     (a text file for each document)
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'

/** This many words in a row, and somebody's sentence has been taken. Own choice. */
const PHRASE_WORDS = 8
/** Five bytes of a digest: among a hundred thousand phrases, some in a hundred million others look known. */
const DIGEST_BYTES = 5

export const phrasesFile = join(root, 'tests/fixtures/sources/phrases.bin')

/** The runs of eight words in a text; a word that was divided at the end of a line is one. */
export function phrasesOf(text: string): string[] {
  const whole = text.normalize('NFC').replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1')
  const words = whole.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.slice(PHRASE_WORDS - 1).map((_, at) => words.slice(at, at + PHRASE_WORDS).join(' '))
}

export function digestOf(phrase: string): string {
  return createHash('sha256').update(phrase).digest().toString('hex', 0, DIGEST_BYTES)
}

/** The digests in the file that this script writes. */
export function knownPhrases(bytes: Buffer): ReadonlySet<string> {
  const count = bytes.length / DIGEST_BYTES
  return new Set(
    Array.from({ length: count }, (_, at) =>
      bytes.toString('hex', at * DIGEST_BYTES, (at + 1) * DIGEST_BYTES),
    ),
  )
}

if (import.meta.main) {
  const [, , folder] = process.argv
  if (folder === undefined) throw new Error('usage: node scripts/source-phrases.ts FOLDER')
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const digests = [...new Set(texts.flatMap(phrasesOf).map(digestOf))].toSorted()
  writeFileSync(phrasesFile, Buffer.from(digests.join(''), 'hex'))
  console.log(`${digests.length} phrases of ${texts.length} documents`)
}
