import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Read } from '../../shared/file/json-text.ts'
import { readJson } from '../../shared/file/json-text.ts'
import { type PhraseFile, phraseFileSchema } from '../../shared/guide/phrases.ts'
import { readTextFile } from '../files/text-file.ts'

/** The largest file of phrases that is read, in UTF-16 units. */
const MAX_PHRASES_CHARS = 200_000

/** Whether a file is one of phrases, by its name: `mote.fraser.json`. */
export const isPhraseFile = (name: string) => name.endsWith('.fraser.json')

/** The phrases of a file; undefined where it holds none. */
export function phrasesIn(text: Read<string>): PhraseFile | undefined {
  if (!text.ok) return undefined
  const read = readJson(text.value, MAX_PHRASES_CHARS)
  return read.ok ? phraseFileSchema.safeParse(read.value).data : undefined
}

/** The phrases that ship, from the folder beside the templates. */
export function shippedPhrases(templatesDir: string): PhraseFile[] {
  const folder = join(templatesDir, 'phrases')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(isPhraseFile)
    .toSorted()
    .flatMap((file) => phrasesIn(readTextFile(join(folder, file), 3 * MAX_PHRASES_CHARS)) ?? [])
}
