// Locking takes as long as it must: nothing but a closed archive is locked, and nothing unsaved is let go.
import { afterEach, expect, test } from 'vitest'
import { type LockPorts, lock, notLocking, useLockState } from '../../../renderer/features/lock/locking.ts'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'

afterEach(notLocking)

const archive = {
  path: '/a.klarlagt',
  name: 'Prov',
  key: 'passphrase',
  demo: false,
  recovery: false,
} as const
const user = { name: 'Anna Ek', role: 'utredare' } as const
const open: ArchiveStatus = { state: 'open', archive, opening: '1', user, rights: [], chosen: true }
const closed: ArchiveStatus = {
  state: 'closed',
  single: false,
  known: [archive],
  keychain: { usable: false, backend: 'none' },
  locked: archive,
}

interface Turn {
  readonly saved: boolean
  readonly answer: ArchiveStatus | Error
}

/** A window and a core that answer as told, turn by turn, and what was done and shown. */
function play(turns: readonly Turn[]) {
  const done: string[] = []
  let turn = -1
  const here = () => turns[turn] ?? { saved: false, answer: new Error('There is no such turn.') }
  const ports: LockPorts = {
    saveAll: async () => {
      turn += 1
      done.push(`saves: ${useLockState.getState().kind}`)
      return here().saved
    },
    ask: async (saved) => {
      done.push(`asks, saved: ${saved}`)
      const { answer } = here()
      if (answer instanceof Error) throw answer
      return answer
    },
    closed: ({ state }) => done.push(state),
    pause: async () => {
      const state = useLockState.getState()
      done.push(state.kind === 'waiting' ? state.for : state.kind)
    },
  }
  return { ports, done }
}

const never = new AbortController().signal

test('everything is saved first, and then the archive is closed', async () => {
  const { ports, done } = play([{ saved: true, answer: closed }])
  await lock(ports, never)
  expect(done).toEqual(['saves: locking', 'asks, saved: true', 'closed'])
})

test.each([
  { why: 'unsaved', first: { saved: false, answer: open } },
  { why: 'unsaved', first: { saved: false, answer: new Error('no answer') } },
  { why: 'otherWindow', first: { saved: true, answer: open } },
  { why: 'unreachable', first: { saved: true, answer: new Error('no answer') } },
] as const)('waits and says why ($why), and locks as soon as it can', async ({ why, first }) => {
  const { ports, done } = play([first, { saved: true, answer: closed }])
  await lock(ports, never)
  expect(done).toEqual([
    'saves: locking',
    `asks, saved: ${first.saved}`,
    why,
    'saves: waiting',
    'asks, saved: true',
    'closed',
  ])
})

test('what is asked for twice is done once', async () => {
  const { ports, done } = play([{ saved: true, answer: closed }])
  await Promise.all([lock(ports, never), lock(ports, never)])
  expect(done.filter((each) => each === 'closed')).toHaveLength(1)
})

test('an archive that was closed in another way is locked no more', async () => {
  const stop = new AbortController()
  const { ports, done } = play([{ saved: false, answer: open }])
  await lock({ ...ports, pause: async () => stop.abort() }, stop.signal)
  expect(done).toEqual(['saves: locking', 'asks, saved: false'])
})
