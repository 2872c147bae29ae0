import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type LargeArchive, passphrase } from '../large/archive.ts'
import { end, firstLine } from './child.ts'

export interface WebHost {
  /** The address with its one-time token. */
  readonly url: string
  readonly end: () => Promise<void>
}

/** Starts the web host on an archive, which it opens, in a process of its own. */
export async function startWebHost({ dataDir, templatesDir, path }: LargeArchive): Promise<WebHost> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'web-host.ts'), dataDir, templatesDir, path],
    {
      env: { ...process.env, KLARLAGT_PASSPHRASE: passphrase },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return { url: await firstLine(child), end: () => end(child) }
}
