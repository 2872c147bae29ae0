import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { type Core, type CoreOptions, createCore } from '../../../main/core/core.ts'
import { noKeychain } from '../../../main/core/no-keychain.ts'
import type { User } from '../../../shared/note/note.ts'

export const cheapScrypt = { N: 16, r: 1, p: 1 }
export const templatesDir = join(import.meta.dirname, '../../../templates')
export const passphrase = 'hemlig fras för prov'
export const anna: User = { name: 'Anna Ek', role: 'utredare' }

/** A folder of the test's own, gone with it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'klarlagt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface Started {
  core: Core
  client: ReturnType<typeof clientOf>
  dataDir: string
}

export const clientOf = (core: Core) => createRouterClient(core.router)

/** A core on real files, closed when the test is done. */
export function startCore(options: Partial<CoreOptions> = {}): Started {
  const dataDir = options.dataDir ?? temporaryFolder()
  const core = createCore({ dataDir, keychain: noKeychain, templatesDir, scrypt: cheapScrypt, ...options })
  onTestFinished(() => core.close())
  return { core, client: clientOf(core), dataDir }
}

/** A core with a new archive open. */
export async function startWithArchive(options: Partial<CoreOptions> = {}): Promise<Started> {
  const started = startCore(options)
  await started.client.archive.create({ name: 'Prov', user: anna, passphrase })
  return started
}
