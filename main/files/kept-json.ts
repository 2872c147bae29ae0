import { writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { readJson } from '../../shared/file/json-text.ts'
import { PRIVATE_FILE, privateFolder } from './private.ts'
import { readTextFile } from './text-file.ts'

/** What a small file of our own may hold: a window's place, a port, a key. */
const MAX_KEPT = 1_000_000

/**
 * The contents of a small JSON file of our own. Undefined where there is none, or where it cannot be read as what it
 * should be; it is never harmed.
 */
export function readKept<T>(path: string, schema: z.ZodType<T>): T | undefined {
  try {
    const text = readTextFile(path, MAX_KEPT)
    const read = text.ok ? readJson(text.value, MAX_KEPT) : text
    return read.ok ? schema.safeParse(read.value).data : undefined
  } catch {
    return undefined
  }
}

/** Writes a small JSON file that nobody but the user may read, and its folder where there is none. Throws if it cannot. */
export function writeKept(path: string, value: unknown): void {
  privateFolder(dirname(path))
  writeFileSync(path, JSON.stringify(value), { mode: PRIVATE_FILE })
}
