import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readKept, writeKept } from '../files/kept-json.ts'

const portsSchema = z.record(z.string(), z.int().min(1).max(65_535))

/** Remembers the port that a store was served on, so that a window left open finds its restarted host at the same address. */
export interface KeptPort {
  readonly read: () => number | undefined
  /** Best effort: if it cannot be written, the host carries on without. */
  readonly write: (port: number) => void
}

/** The remembered port of one store: the archive at a path, or the data folder's own archives. Kept in the data folder. */
export function keptPort(dataDir: string, archivePath = dataDir): KeptPort {
  const file = join(dataDir, 'ports.json')
  // A path may reveal whose archive it is; a digest is enough to recognise it.
  const store = createHash('sha256').update(archivePath).digest('hex').slice(0, 16)
  const readAll = () => readKept(file, portsSchema) ?? {}
  return {
    read: () => readAll()[store],
    write: (port) => {
      try {
        writeKept(file, { ...readAll(), [store]: port })
      } catch {
        // The next run may get another port.
      }
    },
  }
}
