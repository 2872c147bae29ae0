import { createORPCClient, isDefinedError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/ws'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type Listening, listen } from '../../../main/web/listen.ts'
import { type ConnectionStatus, createStatus } from '../../../renderer/api/connection.ts'
import { resilientLink } from '../../../renderer/api/resilient-link.ts'
import { admit, dialWeb } from '../../../renderer/api/web-socket.ts'
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
  const link = resilientLink(() => (over ? new Promise(() => undefined) : dial()), status, {
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

  describe('when the host has started again', () => {
    let origin: string
    let calls: Client
    let status: ConnectionStatus

    /** The host again at its port, with a token of its own; the window still has its old session. */
    beforeEach(async () => {
      ;({ client: calls, status } = client())
      await until(status, 'open')
      ;({ origin } = new URL(host.url))
      await host.close()
      const handler = new RPCHandler(router)
      host = await listen({
        rendererDir: '/nowhere',
        port: host.port,
        onSocket: (socket) => void handler.upgrade(socket),
      })
      await until(status, 'refused')
    })

    test('it is told from one that is gone, and a call says so at once', async () => {
      await expect(calls.settings.get()).rejects.toMatchObject({ code: 'UNREACHABLE' })
    })

    test.each([
      ['its new address', () => host.url],
      ['that address by the computer’s other name', () => host.url.replace('127.0.0.1', 'localhost')],
      [
        'the token alone, with a space and a new line',
        () => ` ${new URL(host.url).searchParams.get('token')}\n`,
      ],
    ])('%s lets the window in, and the line is made again', async (_, pasted) => {
      const { fetch } = globalThis
      // A browser keeps the cookie by itself.
      vi.stubGlobal('fetch', async (address: URL, init: RequestInit) => {
        const answer = await fetch(address, init)
        cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
        return answer
      })
      expect(await admit(origin, pasted())).toBe('admitted')
      await until(status, 'open')
      await expect(calls.settings.get()).resolves.toMatchObject({ theme: 'dark' })
      expect(await admit(origin, host.url)).toBe('used-or-wrong')
    })

    test('a window that another tab’s session lets in needs no address', async () => {
      ;({ cookie } = await signIn(host.url))
      await until(status, 'open')
    })

    test.each([
      ['a wrong token', () => `${origin}/?token=fel`, 'used-or-wrong'],
      ['an address without a token', () => origin, 'used-or-wrong'],
      ['words', () => 'jag vet inte', 'used-or-wrong'],
      ['the address of another port', () => `http://127.0.0.1:1/?token=x`, 'elsewhere'],
      [
        'an address of the network',
        () => `${origin.replace('127.0.0.1', 'exempel.se')}/?token=x`,
        'elsewhere',
      ],
    ])('%s does not let it in, and what is pasted is sent nowhere else', async (_, pasted, outcome) => {
      const sent = vi.spyOn(globalThis, 'fetch')
      expect(await admit(origin, pasted())).toBe(outcome)
      const addresses = sent.mock.calls.flatMap(([address]) => (address instanceof URL ? [address] : []))
      for (const address of addresses.filter(({ search }) => search !== ''))
        expect(address.origin).toBe(origin)
      expect(status.get()).toBe('refused')
    })

    test('a host that is gone again gives no answer, and the window waits for it', async () => {
      await host.close()
      expect(await admit(origin, host.url)).toBe('no-answer')
      await until(status, 'connecting')
      await start(host.port)
      await until(status, 'open')
    })
  })
})
