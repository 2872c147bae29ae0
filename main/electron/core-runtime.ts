import type { SupportedMessagePort } from '@orpc/client/message-port'
import { z } from 'zod'
import type { Keychain } from '../store/key.ts'
import { askedKeychain } from './asked-keychain.ts'
import { type FromCore, type ToCore, toCoreSchema } from './core-messages.ts'
import { type RelayedPort, relayedPort } from './relayed-port.ts'

/** How the core's process talks with main. */
export interface MainLine {
  readonly send: (message: FromCore) => void
  /** Ends the process. */
  readonly exit: (code: number) => void
}

/** What a core needs, as main tells it. */
export interface CoreOptions {
  readonly dataDir: string
  readonly templatesDir: string
  readonly keychain: Keychain
}

/** A page's port as a utility process gets it: what comes is kept until it is started. */
export type PagePort = SupportedMessagePort & { readonly start: () => void }

/** A core that can be spoken to over ports. */
export interface ServedCore {
  readonly serve: (port: SupportedMessagePort) => void
  readonly close: () => Promise<void>
}

export type OpenCore = (options: CoreOptions) => Promise<ServedCore>

/**
 * Runs a core in a process of its own, as main says. Gives the receiver of main's messages; a port that comes with a
 * `connect` is passed along, and without one the page's words are relayed as messages.
 */
export function runCore(
  openCore: OpenCore,
  { send, exit }: MainLine,
): (message: unknown, port?: PagePort) => void {
  const relayed = new Map<number, RelayedPort>()
  const core = Promise.withResolvers<ServedCore>()
  let answered: ReturnType<typeof askedKeychain>['answered'] | undefined

  const fail = (error: unknown) => {
    console.error(error)
    exit(1)
  }
  const start = ({ dataDir, templatesDir, keychain }: Extract<ToCore, { type: 'start' }>) => {
    const asked = askedKeychain(keychain, send)
    answered = asked.answered
    openCore({ dataDir, templatesDir, keychain: asked.keychain }).then(core.resolve, fail)
  }
  const relay = (channel: number): SupportedMessagePort => {
    const line = relayedPort((data) => send({ type: 'data', channel, data }))
    relayed.set(channel, line)
    return line.port
  }
  const hear = (message: ToCore, port?: PagePort) => {
    switch (message.type) {
      case 'start':
        return start(message)
      case 'connect': {
        const line = port ?? relay(message.channel)
        core.promise
          .then(({ serve }) => {
            serve(line)
            port?.start()
          })
          .catch(fail)
        return
      }
      case 'data':
        return relayed.get(message.channel)?.receive(message.data)
      case 'disconnect':
        relayed.get(message.channel)?.end()
        relayed.delete(message.channel)
        return
      case 'keychain-answer':
        return answered?.(message)
      case 'close':
        core.promise
          .then(({ close }) => close())
          .then(() => exit(0))
          .catch(fail)
    }
  }
  return (message, port) => {
    const parsed = toCoreSchema.safeParse(message)
    if (parsed.success) hear(parsed.data, port)
    else fail(new Error(`Main said something strange: ${z.prettifyError(parsed.error)}`))
  }
}
