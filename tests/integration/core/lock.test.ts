// The lock is shared by all windows: it closes the archive when each has saved, and throws nothing away.
import { createRouterClient } from '@orpc/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { router } from '../../../main/core/core.ts'
import { ANSWER_WITHIN_MS } from '../../../main/core/lock.ts'
import type { ChangeEvent } from '../../../shared/api/contract.ts'
import { passphrase, type Started, startWithArchive } from './support.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A window: a line that listens, and what it has heard. */
async function openWindow({ core }: Started) {
  const client = createRouterClient(router, { context: core.line() })
  const events = await client.changes()
  return {
    client,
    next: async (): Promise<ChangeEvent | undefined> => {
      const { value, done } = await events.next()
      return done === true ? undefined : value
    },
    leave: () => events.return?.(undefined),
  }
}

const state = async ({ client }: Pick<Started, 'client'>) => (await client.archive.status()).state

test('one window: the archive closes when it has saved, and waits behind its lock', async () => {
  const started = await startWithArchive()
  const one = await openWindow(started)
  expect(await one.client.archive.lock({ saved: false })).toMatchObject({ state: 'open' })
  const locked = await one.client.archive.lock({ saved: true })
  expect(locked).toMatchObject({ state: 'closed', locked: { name: 'Prov', key: 'passphrase' } })
  const path = locked.state === 'closed' ? (locked.locked?.path ?? '') : ''
  expect(await one.client.archive.open({ path, passphrase })).toMatchObject({ state: 'open' })
  expect(await one.client.archive.close()).not.toHaveProperty('locked')
})

test('two windows: the other is told, and the archive closes with its answer', async () => {
  const started = await startWithArchive()
  const one = await openWindow(started)
  const other = await openWindow(started)
  expect(await one.client.archive.lock({ saved: true })).toMatchObject({ state: 'open' })
  expect(await other.next()).toEqual({ type: 'locking', own: false })
  expect(await other.client.archive.lock({ saved: true })).toMatchObject({ state: 'closed' })
  expect(await one.next()).toEqual({ type: 'locking', own: true })
  expect(await one.next()).toEqual({ type: 'archive', own: false })
})

test('a window that cannot save holds the lock, however long, until it can', async () => {
  const started = await startWithArchive()
  const one = await openWindow(started)
  const other = await openWindow(started)
  await one.client.archive.lock({ saved: true })
  await other.client.archive.lock({ saved: false })
  await vi.advanceTimersByTimeAsync(100 * ANSWER_WITHIN_MS)
  expect(await state(started)).toBe('open')
  expect(await other.client.archive.lock({ saved: true })).toMatchObject({ state: 'closed' })
})

test('a window that does not answer is passed over', async () => {
  const started = await startWithArchive()
  const one = await openWindow(started)
  await openWindow(started)
  await one.client.archive.lock({ saved: true })
  await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS - 1)
  expect(await state(started)).toBe('open')
  await vi.advanceTimersByTimeAsync(1)
  expect(await state(started)).toBe('closed')
})

test('a window that holds the lock and goes away holds it no more', async () => {
  const started = await startWithArchive()
  const one = await openWindow(started)
  const other = await openWindow(started)
  await one.client.archive.lock({ saved: true })
  await other.client.archive.lock({ saved: false })
  await other.leave()
  await vi.advanceTimersByTimeAsync(0)
  expect(await state(started)).toBe('closed')
})

test('a lock that was asked for is forgotten when the archive is closed and opened', async () => {
  const started = await startWithArchive()
  const one = await openWindow(started)
  const other = await openWindow(started)
  await one.client.archive.lock({ saved: true })
  await one.client.archive.close()
  await one.client.archive.open({ path: started.path, passphrase })
  await vi.advanceTimersByTimeAsync(ANSWER_WITHIN_MS)
  expect(await state(started)).toBe('open')
  expect(await other.client.archive.lock({ saved: true })).toMatchObject({ state: 'open' })
})

test('what one window does is told to the others while an archive is open', async () => {
  const started = await startWithArchive()
  const one = await openWindow(started)
  const other = await openWindow(started)
  await one.client.archive.active()
  expect(await other.next()).toEqual({ type: 'active', own: false })
})
