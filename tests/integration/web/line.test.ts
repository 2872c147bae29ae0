import { createORPCClient, isDefinedError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type Listening, listen } from '../../../main/web/listen.ts'
import { type ConnectionStatus, createStatus } from '../../../renderer/api/connection.ts'
import { resilientLink } from '../../../renderer/api/resilient-link.ts'
import { dialWeb } from '../../../renderer/api/web-socket.ts'
import { type ChangeEvent, contract } from '../../../shared/api/contract.ts'
import { signIn } from './support.ts'

const part = {
  settings: contract.settings,
  archive: { demo: contract.archive.demo },
  changes: contract.changes,
}
type Client = ContractRouterClient<typeof part>

let working = Promise.withResolvers<void>()
let over = false
const os = implement(part)
const router = os.router({
  archive: {
    demo: os.archive.demo.handler(({ errors }) => {
      throw errors.ARCHIVE_IN_USE({ data: { path: '/demo' } })
    }),
  },
  settings: {
    get: os.settings.get.handler(() => ({ theme: 'dark', note: 'Åtgärd – “plan”' })),
    set: os.settings.set.handler(() => {
      working.resolve()
      return new Promise<void>(() => undefined)
    }),
  },
  changes: os.changes.handler(async function* (): AsyncGenerator<ChangeEvent> {
    yield { type: 'settings', own: false }
    yield { type: 'archive', own: false }
    await new Promise(() => undefined)
  }),
})

let host: Listening
let cookie: string

async function start(port: number): Promise<void> {
  const handler = new RPCHandler(router)
  host = await listen({ rendererDir: '/nowhere', port, onSocket: (socket) => void handler.upgrade(socket) })
  ;({ cookie } = await signIn(host.url))
}

beforeEach(async () => {
  working = Promise.withResolvers<void>()
  over = false
  await start(0)
  // A socket with the headers that a browser would send: where it comes from, and the session.
  vi.stubGlobal(
    'WebSocket',
    class extends WebSocket {
      constructor(address: URL) {
        super(address, { headers: { origin: address.origin.replace('ws:', 'http:'), cookie } })
        // What went wrong reaches a page as a close alone.
        this.on('error', () => undefined)
      }
    },
  )
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

afterEach(async () => {
  over = true
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  await host.close()
})

function client(): { client: Client; status: ConnectionStatus } {
  const status = createStatus()
  const dial = dialWeb(new URL(host.url).origin)
  // A page's line is kept as long as the page lives; here it ends with the test.
  const link = resilientLink(async () => (over ? 'refused' : dial()), status, {
    patience: 1_000,
    pauses: [10],
  })
  return { client: createORPCClient(link), status }
}

function until(status: ConnectionStatus, state: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (status.get() === state) resolve()
    }
    status.subscribe(look)
    look()
  })
}

describe('the line to the core over a web socket', () => {
  test('calls made before the line stands wait for it', async () => {
    await expect(client().client.settings.get()).resolves.toEqual({ theme: 'dark', note: 'Åtgärd – “plan”' })
  })

  test('a refusal of the contract arrives as its typed error with its data', async () => {
    const error: unknown = await client()
      .client.archive.demo()
      .catch((reason: unknown) => reason)
    expect(error instanceof Error && isDefinedError(error)).toBe(true)
    expect(error).toMatchObject({ code: 'ARCHIVE_IN_USE', data: { path: '/demo' } })
  })

  test('events come one by one, in order', async () => {
    const events = await client().client.changes()
    expect((await events.next()).value).toEqual({ type: 'settings', own: false })
    expect((await events.next()).value).toEqual({ type: 'archive', own: false })
    await events.return?.()
  })

  test('when the line breaks, calls under way and streams end with an error, and a new line is made', async () => {
    const { client: calls, status } = client()
    const events = await calls.changes()
    const save = calls.settings.set({ key: 'a', value: 1 })
    await events.next()
    await events.next()
    await working.promise
    const port = Number(new URL(host.url).port)
    const broken = Promise.allSettled([save, events.next()])
    await host.close()
    const [saved, stream] = await broken
    expect(saved).toMatchObject({ status: 'rejected', reason: { code: 'UNREACHABLE' } })
    expect(stream.status).toBe('rejected')
    expect(status.get()).toBe('connecting')
    await start(port)
    await until(status, 'open')
    await expect(calls.settings.get()).resolves.toMatchObject({ theme: 'dark' })
  })

  test('a call that gets no line in time says so instead of waiting for ever', async () => {
    const { client: calls, status } = client()
    await until(status, 'open')
    await host.close()
    await expect(calls.settings.get()).rejects.toMatchObject({ code: 'UNREACHABLE' })
    await start(0)
  })

  test('a host that does not know us any more is told from one that is gone', async () => {
    const { client: calls, status } = client()
    await until(status, 'open')
    const port = Number(new URL(host.url).port)
    await host.close()
    const known = cookie
    await start(port)
    cookie = known
    await until(status, 'refused')
    await expect(calls.settings.get()).rejects.toMatchObject({ code: 'UNREACHABLE' })
  })
})
