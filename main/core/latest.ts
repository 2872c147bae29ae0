import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const latestSchema = z.object({ path: z.string() })
const fileIn = (dataDir: string) => join(dataDir, 'latest.json')

/** The path of the archive opened last, or undefined. Only the path is kept outside the archive, never case data. */
export function readLatest(dataDir: string): string | undefined {
  try {
    const parsed = latestSchema.safeParse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')))
    return parsed.success ? parsed.data.path : undefined
  } catch {
    // No file yet, or not ours: nothing is suggested.
    return undefined
  }
}

/** Remembers the archive opened last. Only a suggestion: where it cannot be written, opening goes on without. */
export function writeLatest(dataDir: string, path: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(fileIn(dataDir), JSON.stringify({ path }))
  } catch {
    // The archive is open all the same.
  }
}
