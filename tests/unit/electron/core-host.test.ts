import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { hostCore } from '../../../main/electron/core-host.ts'
import type { CoreEvents } from '../../../main/electron/core-starters.ts'
import { noPolicies } from '../../../shared/policy/read.ts'

// Electron's module starts a download in Node; all that is used of it here is the state of the keychain.
vi.mock('electron', () => ({
  safeStorage: { isEncryptionAvailable: () => false, getSelectedStorageBackend: () => 'basic_text' },
}))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test.each([
  { died: 'once', times: 1, pause: 0, again: true },
  { died: 'three times in a minute', times: 3, pause: 1_000, again: true },
  { died: 'four times in a minute', times: 4, pause: 1_000, again: false },
  { died: 'four times in an hour', times: 4, pause: 900_000, again: true },
])('a core that died $died is started again: $again', ({ times, pause, again }) => {
  const running: CoreEvents[] = []
  const onLost = vi.fn()
  hostCore({
    start: (events) => {
      running.push(events)
      return { send: () => undefined, connect: () => undefined, kill: () => undefined }
    },
    dataDir: '/data',
    templatesDir: '/templates',
    policies: noPolicies,
    relay: false,
    onLost,
  })
  for (let death = 0; death < times; death += 1) {
    vi.advanceTimersByTime(pause)
    running.at(-1)?.onExit('SIGKILL')
  }
  expect(running).toHaveLength(again ? times + 1 : times)
  expect(onLost).toHaveBeenCalledTimes(times)
  expect(onLost).toHaveBeenLastCalledWith(...(again ? [] : [{ detail: 'SIGKILL' }]))
})
