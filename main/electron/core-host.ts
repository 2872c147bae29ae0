import { MessageChannelMain, type MessagePortMain, safeStorage } from 'electron'
import { z } from 'zod'
import { type FromCore, fromCoreSchema, type ToCore } from './core-messages.ts'
import type { CoreProcess, StartCore } from './core-starters.ts'

/** What the system offers to keep an archive's key with, by name. */
interface KeychainState {
  readonly usable: boolean
  readonly backend: string
}

function backend(): string {
  if (process.platform === 'darwin') return 'keychain'
  if (process.platform === 'win32') return 'dpapi'
  return safeStorage.getSelectedStorageBackend()
}

/** Whether the system's keychain can be trusted with a key. Linux `basic_text` is a fixed password, so no keychain at all. */
function keychainState(): KeychainState {
  const name = backend()
  return {
    usable: safeStorage.isEncryptionAvailable() && name !== 'basic_text' && name !== 'unknown',
    backend: name,
  }
}

/** Wraps or unwraps a key with the system's keychain. Throws where it cannot. */
function askSystemKeychain(operation: 'wrap' | 'unwrap', value: Uint8Array): Uint8Array {
  if (!keychainState().usable) throw new Error(`The keychain (${backend()}) cannot keep a secret.`)
  if (operation === 'wrap') return safeStorage.encryptString(Buffer.from(value).toString('base64'))
  return Buffer.from(safeStorage.decryptString(Buffer.from(value)), 'base64')
}

const MOST = 3
const WITHIN_MS = 60_000

/** Whether a core that has died at these times may be started once more: not where it dies over and over. */
function restartsLeft(deaths: readonly number[], now: number): boolean {
  return deaths.filter((at) => now - at < WITHIN_MS).length <= MOST
}

const CLOSE_WITHIN_MS = 5_000

interface Options {
  readonly start: StartCore
  readonly dataDir: string
  readonly templatesDir: string
  /** Whether words are relayed: only a utility process can take a port. */
  readonly relay: boolean
  /** The core's process has ended by itself; another is started, or has been given up where `detail` is told. */
  readonly onLost: (givenUp?: { readonly detail: string }) => void
}

/** The core's process, started anew when it dies, and the lines of pages to it. */
export interface CoreHost {
  /** A port whose other end is the core's. */
  readonly connect: () => MessagePortMain
  /** Lets the core close its archive, and ends it. */
  readonly close: () => Promise<void>
}

const dataSchema = z.union([z.string(), z.instanceof(Uint8Array)])

/** Starts the core and keeps it running until it is closed. */
export function hostCore({ start, dataDir, templatesDir, relay, onLost }: Options): CoreHost {
  const deaths: number[] = []
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
    try {
      send({ type: 'keychain-answer', id, value: askSystemKeychain(message.operation, message.value) })
    } catch (error) {
      send({ type: 'keychain-answer', id, detail: error instanceof Error ? error.message : String(error) })
    }
  }

  const run = () => {
    ended = Promise.withResolvers<void>()
    let over = false
    core = start({
      onMessage: (message) => {
        const parsed = fromCoreSchema.safeParse(message)
        if (parsed.success) heard(parsed.data)
        else console.error(`The core said something strange: ${z.prettifyError(parsed.error)}`)
      },
      onExit: (detail) => {
        if (over) return
        over = true
        died(detail)
      },
    })
    send({ type: 'start', dataDir, templatesDir, keychain: keychainState() })
  }

  const died = (detail: string) => {
    core = undefined
    for (const port of relayed.values()) port.close()
    relayed.clear()
    ended.resolve()
    if (closing) return
    console.error(`The core's process has ended (${detail}).`)
    deaths.push(performance.now())
    if (restartsLeft(deaths, performance.now())) {
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
