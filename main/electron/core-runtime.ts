import type { BrowserPortLike, SupportedMessagePort } from '@orpc/client/message-port'
import { z } from 'zod'
import type { PolicyReading } from '../../shared/policy/read.ts'
import { type Keychain, KeychainUnavailable } from '../store/key.ts'
import { type FromCore, type ToCore, toCoreSchema } from './core-messages.ts'

/** The core's way of talking to main. */
export interface MainLine {
  readonly send: (message: FromCore) => void
  /** Ends the process. */
  readonly exit: (code: number) => void
}

/** What a core needs, as main provides it. */
export interface CoreProcessOptions {
  readonly dataDir: string
  readonly templatesDir: string
  readonly policies: PolicyReading
  readonly keychain: Keychain
}

/** A page's port as a utility process receives it: messages queue up until `start` is called. */
export type PagePort = SupportedMessagePort & { readonly start: () => void }

/** A core that answers over ports. */
export interface ServedCore {
  readonly serve: (port: SupportedMessagePort) => void
  readonly close: () => Promise<void>
}

export type OpenCore = (options: CoreProcessOptions) => Promise<ServedCore>

type Answer = Extract<ToCore, { type: 'keychain-answer' }>

/** The keychain as seen from the core's process: every use is a request to main. */
interface AskedKeychain {
  readonly keychain: Keychain
  readonly answered: (answer: Answer) => void
}

function askedKeychain(
  state: Pick<Keychain, 'usable' | 'backend'>,
  send: (message: FromCore) => void,
): AskedKeychain {
  const waiting = new Map<number, (answer: Answer) => void>()
  let last = 0
  const ask = (operation: 'wrap' | 'unwrap', value: Uint8Array): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, (answer) => {
        if (answer.value !== undefined) resolve(answer.value)
        else if (answer.unavailable === true) reject(new KeychainUnavailable())
        else reject(new Error(answer.detail ?? 'The keychain gave no answer.'))
      })
      send({ type: 'keychain-ask', id, operation, value })
    })
  return {
    keychain: { ...state, wrap: (bytes) => ask('wrap', bytes), unwrap: (bytes) => ask('unwrap', bytes) },
    answered: (answer) => {
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    },
  }
}

type Data = string | Uint8Array

/** A port whose messages travel over another channel: one page's connection, relayed by main. */
export interface RelayedPort {
  readonly port: BrowserPortLike
  /** Delivers a message from the page, or keeps it until somebody listens. */
  readonly receive: (data: Data) => void
  /** The page is gone. */
  readonly end: () => void
}

export function relayedPort(send: (data: Data) => void): RelayedPort {
  const waiting: Data[] = []
  const listeners: Array<(data: unknown) => void> = []
  const onEnd: Array<() => void> = []
  return {
    port: {
      postMessage: send,
      onMessage: {
        addListener: (listener) => {
          listeners.push(listener)
          for (const data of waiting.splice(0)) listener(data)
        },
      },
      onDisconnect: { addListener: (listener) => onEnd.push(listener) },
    },
    receive: (data) => {
      if (listeners.length === 0) waiting.push(data)
      for (const listener of listeners) listener(data)
    },
    end: () => {
      for (const listener of onEnd) listener()
    },
  }
}

/**
 * Runs a core in a process of its own, under main's orders. Returns the function that receives main's messages: a port that
 * comes with `connect` is served directly; without one, the page's messages are relayed.
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
  const start = ({ dataDir, templatesDir, policies, keychain }: Extract<ToCore, { type: 'start' }>) => {
    const asked = askedKeychain(keychain, send)
    answered = asked.answered
    openCore({ dataDir, templatesDir, policies, keychain: asked.keychain }).then(core.resolve, fail)
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
    else fail(new Error(`Invalid message from main: ${z.prettifyError(parsed.error)}`))
  }
}
