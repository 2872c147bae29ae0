import { MessageChannelMain, type MessagePortMain } from 'electron'
import { z } from 'zod'
import type { PolicyReading } from '../../shared/policy/read.ts'
import { KeychainUnavailable } from '../store/key.ts'
import { type FromCore, fromCoreSchema, type ToCore } from './core-messages.ts'
import type { CoreProcess, StartCore } from './core-starters.ts'
import { countRestarts } from './restarts.ts'
import { askSystemKeychain, keychainState } from './system-keychain.ts'

const CLOSE_WITHIN_MS = 5_000

interface Options {
  readonly start: StartCore
  readonly dataDir: string
  readonly templatesDir: string
  readonly policies: PolicyReading
  /** Whether messages must be relayed, because only a utility process can be handed a port. */
  readonly relay: boolean
  /** Called when the core's process dies. It is being restarted, unless `givenUp` says why it was given up. */
  readonly onLost: (givenUp?: { readonly detail: string }) => void
}

/** The core's process, restarted when it dies, and the pages' connections to it. */
export interface CoreHost {
  /** Opens a connection to the core and returns the page's end of it. */
  readonly connect: () => MessagePortMain
  /** Lets the core close its archive, then ends it. */
  readonly close: () => Promise<void>
}

const dataSchema = z.union([z.string(), z.instanceof(Uint8Array)])

/** Starts the core and keeps it running until it is closed. */
export function hostCore({ start, dataDir, templatesDir, policies, relay, onLost }: Options): CoreHost {
  const restarts = countRestarts()
  const relayed = new Map<number, MessagePortMain>()
  let channels = 0
  let closing = false
  let ended = Promise.withResolvers<void>()
  let core: CoreProcess | undefined

  const send = (message: ToCore) => core?.send(message)

  const heard = (message: FromCore) => {
    if (message.type === 'data') {
      relayed.get(message.channel)?.postMessage(message.data)
      return
    }
    const { id } = message
    askSystemKeychain(message.operation, message.value).then(
      (value) => send({ type: 'keychain-answer', id, value }),
      (error: unknown) => {
        const detail = error instanceof Error ? error.message : String(error)
        send({ type: 'keychain-answer', id, detail, unavailable: error instanceof KeychainUnavailable })
      },
    )
  }

  const run = () => {
    ended = Promise.withResolvers<void>()
    let over = false
    core = start({
      onMessage: (message) => {
        const parsed = fromCoreSchema.safeParse(message)
        if (parsed.success) heard(parsed.data)
        else console.error(`Ignored an invalid message from the core: ${z.prettifyError(parsed.error)}`)
      },
      onExit: (detail) => {
        if (over) return
        over = true
        died(detail)
      },
    })
    send({ type: 'start', dataDir, templatesDir, policies, keychain: keychainState() })
  }

  const died = (detail: string) => {
    core = undefined
    for (const port of relayed.values()) port.close()
    relayed.clear()
    ended.resolve()
    if (closing) return
    console.error(`The core's process has ended (${detail}).`)
    if (restarts.mayRestart()) {
      run()
      onLost()
    } else onLost({ detail })
  }

  const relayTo = (channel: number, port: MessagePortMain) => {
    relayed.set(channel, port)
    port.on('message', ({ data }) => {
      const parsed = dataSchema.safeParse(data)
      if (parsed.success) send({ type: 'data', channel, data: parsed.data })
    })
    port.on('close', () => {
      relayed.delete(channel)
      send({ type: 'disconnect', channel })
    })
    port.start()
  }

  run()
  return {
    connect: () => {
      const { port1, port2 } = new MessageChannelMain()
      channels += 1
      if (core === undefined) {
        port1.close()
        return port2
      }
      core.connect(channels, port1)
      if (relay) relayTo(channels, port1)
      return port2
    },
    close: async () => {
      closing = true
      if (core === undefined) return
      const { kill } = core
      send({ type: 'close' })
      const timer = setTimeout(kill, CLOSE_WITHIN_MS)
      await ended.promise
      clearTimeout(timer)
    },
  }
}
