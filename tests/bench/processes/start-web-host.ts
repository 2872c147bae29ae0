import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type LargeArchive, passphrase } from '../large/archive.ts'
import { end, firstLine } from './child.ts'

export interface WebHost {
  /** The address with its one-time token. */
  readonly url: string
  readonly end: () => Promise<void>
}

function node(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, {
    env: { ...process.env, KLARLAGT_PASSPHRASE: passphrase },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

async function started(child: ChildProcess): Promise<WebHost> {
  return { url: await firstLine(child), end: () => end(child) }
}

/** Starts a web host on an archive with its templates, the large one with them. */
export function startWebHost({
  dataDir,
  templatesDir,
  path,
}: Omit<LargeArchive, 'caseId' | 'notes'>): Promise<WebHost> {
  return started(node([join(import.meta.dirname, 'web-host.ts'), dataDir, templatesDir, path]))
}

/** Starts a web host as a user does: `klarlagt serve`, with the shipped templates. */
export function serveAsUsers({ path }: Pick<LargeArchive, 'path'>): Promise<WebHost> {
  return started(node([join(import.meta.dirname, '../../../bin/klarlagt.mjs'), 'serve', '--store', path]))
}
