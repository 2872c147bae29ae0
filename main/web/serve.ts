import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { lineOptions } from '../../shared/api/line-options.ts'
import { message } from '../../shared/text/index.ts'
import { type Core, createCore, router } from '../core/core.ts'
import { archiveAt } from '../store/archive-files.ts'
import { noKeychain } from '../store/key.ts'
import { type KeptPort, keptPort } from './kept-port.ts'
import { CannotServe, type Listening, type ListenOptions, listen, PortTaken } from './listen.ts'

export interface ServeOptions {
  /** Where settings are kept, and the archives that are offered where no other is named. */
  readonly dataDir: string
  /** The built workbench. */
  readonly rendererDir: string
  /** The only archive that is offered, opened at once where its passphrase is given, or it needs none. */
  readonly archivePath?: string
  /** The one that was used last where it is not given, or a free one. */
  readonly port?: number
  readonly templatesDir?: string
  /** The passphrase for `archivePath`. */
  readonly passphrase?: string | undefined
}

type Door = 'open' | 'locked' | 'refused' | 'missing'

export interface Host {
  /** The address, with the token that opens it once. */
  readonly url: string
  /** Whether the archive that was named is open; otherwise the page asks for its passphrase, or makes it. */
  readonly archive: Door
  /** Ends the server and closes the archive. */
  close(): Promise<void>
}

/** Where the built workbench is missing there is nothing to show. */
function refuseMissingBuild(path: string): void {
  if (!existsSync(join(path, 'index.html'))) throw new CannotServe(message('host.web.noBuild', { path }))
}

/** Opens the archive that was named, where that can be done without asking. */
async function openNamed(core: Core, path: string, passphrase: string | undefined): Promise<Door> {
  const known = archiveAt(path)
  if (known === undefined) return 'missing'
  if (!known.demo && !passphrase) return 'locked'
  try {
    await core.client.archive.open({ path, passphrase })
    return 'open'
  } catch (error) {
    // The page asks for another; anything else stands in its way as well, and is told here.
    if (error instanceof ORPCError && error.code === 'WRONG_PASSPHRASE') return 'refused'
    throw error
  }
}

/** Listens at the port that is asked for, or else where the store was served last, or else at a free one. */
async function listenAgain(
  options: Omit<ListenOptions, 'port'>,
  asked: number | undefined,
  kept: KeptPort,
): Promise<Listening> {
  const host = await listen({ ...options, port: asked ?? kept.read() ?? 0 }).catch((error: unknown) => {
    if (asked === undefined && error instanceof PortTaken) return listen({ ...options, port: 0 })
    throw error
  })
  kept.write(host.port)
  return host
}

/**
 * Serves the workbench with a core of its own to browsers on this machine alone. Rejects with CannotServe where the
 * port is taken or the build is missing, and with what the contract says where the archive cannot be opened; a wrong
 * passphrase is told in `archive`, and the page asks for another.
 */
export async function serve(options: ServeOptions): Promise<Host> {
  const { dataDir, archivePath, rendererDir, passphrase } = options
  refuseMissingBuild(rendererDir)
  const core = createCore({
    dataDir,
    archivePath,
    keychain: noKeychain,
    templatesDir: options.templatesDir ?? join(import.meta.dirname, '..', '..', 'templates'),
    log: (line) => console.error(line),
  })
  try {
    const archive = archivePath === undefined ? 'locked' : await openNamed(core, archivePath, passphrase)
    const handler = new RPCHandler(router, lineOptions)
    const onSocket: ListenOptions['onSocket'] = (socket) =>
      void handler.upgrade(socket, { context: core.line() })
    const host = await listenAgain({ rendererDir, onSocket }, options.port, keptPort(dataDir, archivePath))
    return {
      url: host.url,
      archive,
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
