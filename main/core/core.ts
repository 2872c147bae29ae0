import { randomUUID } from 'node:crypto'
import type { Keychain } from '../store/key.ts'
import type { ScryptParams } from '../store/passphrase.ts'
import type { Log } from './api-error.ts'
import { createChanges } from './changes.ts'
import { createRouter } from './router.ts'
import { createServices, type Services } from './services.ts'
import type { Session } from './session.ts'
import { loadTemplates } from './templates.ts'

export interface CoreOptions {
  /** The folder of the user's archives. */
  dataDir: string
  /** Where given, the only archive that is offered and opened (`serve --store`). */
  archivePath?: string | undefined
  /** The host's keychain; a host without one gives `noKeychain`. */
  keychain: Keychain
  /** The folder of the shipped templates. */
  templatesDir: string
  now?: (() => Date) | undefined
  /** Where unexpected failures are told, without case data. */
  log?: Log | undefined
  /** Work factors for new passphrases; tests take cheap ones. */
  scrypt?: ScryptParams | undefined
}

export interface Core {
  /** The contract implemented, for any oRPC handler; it needs no context. */
  router: ReturnType<typeof createRouter>
  /** The same services as functions, for the command line. */
  services: Services
  /** Closes the archive and ends every stream of changes. */
  close(): Promise<void>
}

/** The core: one open archive at a time, and the services on it. */
export function createCore(options: CoreOptions): Core {
  const session: Session = {
    open: undefined,
    now: options.now ?? (() => new Date()),
    newId: randomUUID,
    templates: loadTemplates(options.templatesDir),
    changes: createChanges(),
  }
  const services = createServices(session, options)
  return {
    router: createRouter(services, options.log ?? (() => undefined)),
    services,
    close: async () => {
      await services.archive.close()
      session.changes.close()
    },
  }
}
