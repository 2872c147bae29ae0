// The core's process from the inside: what main says goes in, what the core says comes out. The ports are real.
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { implement } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { describe, expect, test, vi } from 'vitest'
import type { FromCore } from '../../../main/electron/core-messages.ts'
import { type OpenCore, relayedPort, runCore } from '../../../main/electron/core-runtime.ts'
import { createStatus } from '../../../renderer/api/connection.ts'
import { lineOverPort } from '../../../renderer/api/message-port.ts'
import { resilientLink } from '../../../renderer/api/resilient-link.ts'
import { type ChangeEvent, contract } from '../../../shared/api/contract.ts'
import { noPolicies } from '../../../shared/policy/read.ts'

const part = { settings: { get: contract.settings.get }, changes: contract.changes }
type Client = ContractRouterClient<typeof part>

/** A core that answers two calls, the first by way of the keychain. */
function tinyCore(opened: Promise<unknown> = Promise.resolve()): {
  openCore: OpenCore
  close: () => Promise<void>
} {
  const close = vi.fn(() => Promise.resolve())
  const openCore: OpenCore = async ({ keychain, dataDir }) => {
    await opened
    const os = implement(part)
    const handler = new RPCHandler(
      os.router({
        settings: {
          get: os.settings.get.handler(async () => ({
            dataDir,
            backend: keychain.backend,
            wrapped: Buffer.from(await keychain.wrap(Buffer.from('nyckel'))).toString(),
          })),
        },
        changes: os.changes.handler(async function* (): AsyncGenerator<ChangeEvent> {
          yield { type: 'settings', own: false }
          await new Promise(() => undefined)
        }),
      }),
    )
    return { serve: (port) => handler.upgrade(port), close }
  }
  return { openCore, close }
}

const start = {
  type: 'start',
  dataDir: '/data',
  templatesDir: '/templates',
  policies: noPolicies,
  keychain: { usable: true, backend: 'keychain' },
}

/** Main's part: answers the keychain's questions and relays what the core says to one page. */
function main(openCore: OpenCore) {
  const exit = vi.fn()
  const said: FromCore[] = []
  const page = relayedPort((data) => hear({ type: 'data', channel: 1, data }))
  const hear = runCore(openCore, {
    exit,
    send: (message) => {
      said.push(message)
      if (message.type === 'data') page.receive(message.data)
      else {
        const value = Buffer.from(`${message.operation}:${Buffer.from(message.value).toString()}`)
        hear({ type: 'keychain-answer', id: message.id, value })
      }
    },
  })
  const client: Client = createORPCClient(new RPCLink({ port: page.port }))
  return { hear, exit, client, page, said }
}

describe('the core in a process of its own', () => {
  test('answers a page whose words are relayed, and asks main for the keychain', async () => {
    const { hear, client } = main(tinyCore().openCore)
    hear(start)
    hear({ type: 'connect', channel: 1 })
    expect(await client.settings.get()).toEqual({
      dataDir: '/data',
      backend: 'keychain',
      wrapped: 'wrap:nyckel',
    })
    const events = await client.changes()
    expect((await events.next()).value).toEqual({ type: 'settings', own: false })
  })

  test('loses nothing that a page says while the core is still opening', async () => {
    const opened = Promise.withResolvers<void>()
    const { hear, client, said } = main(tinyCore(opened.promise).openCore)
    hear(start)
    hear({ type: 'connect', channel: 1 })
    const asked = client.settings.get()
    await vi.waitFor(() => expect(said).toEqual([]))
    opened.resolve()
    expect(await asked).toMatchObject({ dataDir: '/data' })
  })

  test('closes its archive before it ends', async () => {
    const { openCore, close } = tinyCore()
    const { hear, exit } = main(openCore)
    hear(start)
    hear({ type: 'close' })
    await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0))
    expect(close).toHaveBeenCalledOnce()
  })

  test.each([
    ['something else', 'hej'],
    ['an unknown message', { type: 'format-disk' }],
    ['a message with more in it', { type: 'connect', channel: 1, extra: true }],
  ])('ends rather than guess when main says %s', (_, message) => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    const { hear, exit } = main(tinyCore().openCore)
    hear(message)
    expect(exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  test('ends with a word when it cannot be opened', async () => {
    const told = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined)
    const { hear, exit } = main(() => Promise.reject(new Error('broken')))
    hear(start)
    await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(1))
    expect(told).toHaveBeenCalled()
  })
})

describe('a page’s line over a message port', () => {
  test('ends for calls under way and calls to come when main says that the core is gone', async () => {
    const { port1, port2 } = new MessageChannel()
    const os = implement(part)
    const { promise: working, resolve: begun } = Promise.withResolvers<void>()
    const never = os.settings.get.handler(() => {
      begun()
      return new Promise(() => undefined)
    })
    const changes = os.changes.handler(async function* () {
      yield* []
    })
    new RPCHandler(os.router({ settings: { get: never }, changes })).upgrade(port2)
    port2.start()
    let tellLost: () => void = () => undefined
    const line = lineOverPort(port1, (listener) => {
      tellLost = listener
      return () => undefined
    })
    let dialled = 0
    const status = createStatus()
    const link = resilientLink(
      () => {
        dialled += 1
        return Promise.resolve(dialled === 1 ? line : 'refused')
      },
      status,
      { patience: 50, pauses: [0] },
    )
    const client: Client = createORPCClient(link)
    const asked = client.settings.get()
    await working
    tellLost()
    await expect(asked).rejects.toMatchObject({ code: 'UNREACHABLE' })
    await expect(client.settings.get()).rejects.toMatchObject({ code: 'UNREACHABLE' })
    expect(line.isLost()).toBe(true)
    port2.close()
  })
})
