import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const portsSchema = z.record(z.string(), z.int().min(1).max(65_535))
type Ports = z.infer<typeof portsSchema>

/** The ports that stores were last served on, so that a window left open finds its host again at the same address. */
export interface KeptPort {
  readonly read: () => number | undefined
  /** Only a convenience: where it cannot be written, the host goes on without. */
  readonly write: (port: number) => void
}

/** The port of one store, kept in the data folder: of the archive at a path, or of the folder's own archives. */
export function keptPort(dataDir: string, archivePath = dataDir): KeptPort {
  const file = join(dataDir, 'ports.json')
  // A path may say whose archive it is; here it need only be recognised.
  const store = createHash('sha256').update(archivePath).digest('hex').slice(0, 16)
  const readAll = (): Ports => {
    try {
      return portsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {}
    } catch {
      return {}
    }
  }
  return {
    read: () => readAll()[store],
    write: (port) => {
      try {
        mkdirSync(dataDir, { recursive: true })
        writeFileSync(file, JSON.stringify({ ...readAll(), [store]: port }))
      } catch {
        // The next run takes another port.
      }
    },
  }
}
