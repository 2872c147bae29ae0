import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { lineOptions } from '../../shared/api/line-options.ts'
import type { PolicyReading } from '../../shared/policy/read.ts'
import { message } from '../../shared/text/index.ts'
import { type Core, createCore, router } from '../core/core.ts'
import { readSystemPolicies } from '../policy/read-system.ts'
import { archiveAt } from '../store/archive-files.ts'
import { noKeychain } from '../store/key.ts'
import { type KeptPort, keptPort } from './kept-port.ts'
import { CannotServe, type Listening, type ListenOptions, listen, PortTaken } from './listen.ts'

export interface ServeOptions {
  /** The folder for settings, and for the archives that are offered unless `archivePath` names one. */
  readonly dataDir: string
  /** The built workbench. */
  readonly rendererDir: string
  /** The only archive to offer. It is opened at once if its passphrase is given, or if it needs none. */
  readonly archivePath?: string
  /** Defaults to the port that was used last, or else a free one. */
  readonly port?: number
  readonly templatesDir?: string
  /** What the agency governs; by default what this machine's administrator has put in its place. */
  readonly policies?: PolicyReading
  /** The passphrase for `archivePath`. */
  readonly passphrase?: string | undefined
}

type Door = 'open' | 'locked' | 'refused' | 'missing'

export interface Host {
  /** The address, with the one-time token that opens it. */
  readonly url: string
  /** Whether the named archive is open; if not, the page asks for its passphrase, or creates it. */
  readonly archive: Door
  /** Stops the server and closes the archive. */
  close(): Promise<void>
}

/** Without the built workbench there is nothing to show. */
function refuseMissingBuild(path: string): void {
  if (!existsSync(join(path, 'index.html'))) throw new CannotServe(message('host.web.noBuild', { path }))
}

/** Opens the named archive, if that can be done without asking anybody. */
async function openNamed(core: Core, path: string, passphrase: string | undefined): Promise<Door> {
  const known = archiveAt(path)
  if (known === undefined) return 'missing'
  if (!known.demo && !passphrase) return 'locked'
  try {
    await core.client.archive.open({ path, passphrase })
    return 'open'
  } catch (error) {
    // The page can ask for the right one. Any other refusal would meet the page as well, so it is reported here.
    if (error instanceof ORPCError && error.code === 'WRONG_PASSPHRASE') return 'refused'
    throw error
  }
}

/** Listens on the requested port, or else the one that the store was last served on, or else a free one. */
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
 * Serves the workbench, with a core of its own, to browsers on this machine only. Rejects with CannotServe if the port is
 * taken or the build is missing, and with a refusal of the contract if the archive cannot be opened. A wrong passphrase does
 * not reject: `archive` says so, and the page asks for the right one.
 */
export async function serve(options: ServeOptions): Promise<Host> {
  const { dataDir, archivePath, rendererDir, passphrase } = options
  refuseMissingBuild(rendererDir)
  const core = createCore({
    dataDir,
    archivePath,
    keychain: noKeychain,
    templatesDir: options.templatesDir ?? join(import.meta.dirname, '..', '..', 'templates'),
    policies: options.policies ?? readSystemPolicies(),
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
