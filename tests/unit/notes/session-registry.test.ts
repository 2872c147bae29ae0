import { expect, test } from 'vitest'
import { createSessionRegistry } from '../../../renderer/note-model/session/session-registry.ts'
import { draft, fakeClock, fakeStore, noteId } from './support.ts'

function open() {
  const clock = fakeClock()
  const store = fakeStore(draft({ mal: 'a' }))
  return { clock, store, registry: createSessionRegistry(store, clock) }
}

test('a note shown in two places has one session', () => {
  const { registry, store } = open()
  expect(registry.open(store.current())).toBe(registry.open(store.current()))
  expect(registry.all()).toHaveLength(1)
})

test('closing the last tab saves at once, then ends the session', async () => {
  const { clock, registry, store } = open()
  const session = registry.open(store.current())
  const first = registry.hold(noteId)
  const second = registry.hold(noteId)
  session.edit('mal', 'sista ordet')
  first()
  await clock.pass(0)
  expect(registry.all()).toHaveLength(1)
  second()
  await clock.pass(0)
  expect(store.current().answers).toEqual({ mal: 'sista ordet' })
  expect(registry.all()).toEqual([])
})

test('a note that could not be saved stays open after its tab is gone, until it is saved', async () => {
  const { clock, registry, store } = open()
  const session = registry.open(store.current())
  const close = registry.hold(noteId)
  store.refuse = { kind: 'failed', failure: { code: 'DISK_FULL', detail: '', retry: true } }
  session.edit('mal', 'kvar')
  close()
  await clock.pass(500)
  expect(registry.get(noteId)?.answers()).toEqual({ mal: 'kvar' })
  expect(await registry.flushAll()).toBe(false)
  store.refuse = undefined
  await clock.pass(30_000)
  expect(store.current().answers).toEqual({ mal: 'kvar' })
  expect(registry.all()).toEqual([])
})

test('a tab that opens again while the last save runs keeps the session', async () => {
  const { clock, registry, store } = open()
  const session = registry.open(store.current())
  const close = registry.hold(noteId)
  store.hold = true
  session.edit('mal', 'b')
  close()
  registry.hold(noteId)
  store.hold = false
  store.release()
  await clock.pass(500)
  expect(registry.get(noteId)).toBe(session)
})
