import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { RPCHandler } from '@orpc/server/ws'
import { lineOptions } from '../../shared/api/line-options.ts'
import { translate } from '../../shared/text/index.ts'
import { createCore, router } from '../core/core.ts'
import { noKeychain } from '../store/key.ts'
import { listen } from './listen.ts'

export interface ServeOptions {
  /** Where archives and settings are kept. */
  readonly dataDir: string
  /** The built workbench. */
  readonly rendererDir: string
  /** The only archive that is offered, opened at once where KLARLAGT_PASSPHRASE holds its passphrase. */
  readonly archivePath?: string
  /** A free one where it is not given. */
  readonly port?: number
  readonly templatesDir?: string
  /** The passphrase for `archivePath`; from KLARLAGT_PASSPHRASE where it is not given. */
  readonly passphrase?: string
}

export interface Host {
  /** The address, with the token that opens it once. */
  readonly url: string
  /** Ends the server and closes the archive. */
  close(): Promise<void>
}

/** Where the built workbench is missing there is nothing to show. */
function refuseMissingBuild(rendererDir: string): void {
  if (!existsSync(join(rendererDir, 'index.html')))
    throw new Error(translate('sv', 'host.web.noBuild', { path: rendererDir }))
}

/**
 * Serves the workbench with a core of its own to browsers on this machine alone. Rejects with a sentence where the
 * port is taken (PortTakenError), the build is missing, or the archive cannot be opened (Refusal).
 */
export async function serve(options: ServeOptions): Promise<Host> {
  const { dataDir, archivePath, rendererDir, port = 0 } = options
  refuseMissingBuild(rendererDir)
  const core = createCore({
    dataDir,
    archivePath,
    keychain: noKeychain,
    templatesDir: options.templatesDir ?? join(import.meta.dirname, '..', '..', 'templates'),
    log: (line) => console.error(line),
  })
  try {
    const passphrase = options.passphrase ?? process.env.KLARLAGT_PASSPHRASE
    if (archivePath !== undefined && existsSync(archivePath) && passphrase)
      await core.client.archive.open({ path: archivePath, passphrase })
    const handler = new RPCHandler(router, lineOptions)
    const host = await listen({
      rendererDir,
      port,
      onSocket: (socket) => void handler.upgrade(socket, { context: core.line() }),
    })
    return {
      url: host.url,
      close: async () => {
        await host.close()
        await core.close()
      },
    }
  } catch (error) {
    await core.close()
    throw error
  }
}
