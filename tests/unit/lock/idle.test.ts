// When an archive locks by itself: the time, the warning, and what puts it off.
import { describe, expect, test } from 'vitest'
import { sparingly } from '../../../renderer/features/lock/activity.ts'
import { idleAfter, watchIdle } from '../../../renderer/features/lock/idle.ts'
import { lockMinutes, mayWait, readLockMinutes } from '../../../shared/host/lock.ts'
import { handClock } from './hand-clock.ts'

describe('so long without anything done', () => {
  test.each([
    { minutes: 15, seconds: 0, state: { kind: 'active' } },
    { minutes: 15, seconds: 839, state: { kind: 'active' } },
    { minutes: 15, seconds: 840, state: { kind: 'warning', secondsLeft: 60 } },
    { minutes: 15, seconds: 899.5, state: { kind: 'warning', secondsLeft: 1 } },
    { minutes: 15, seconds: 900, state: { kind: 'over' } },
    { minutes: 15, seconds: 100_000, state: { kind: 'over' } },
    // A minute has no room for a warning of a minute.
    { minutes: 1, seconds: 29, state: { kind: 'active' } },
    { minutes: 1, seconds: 30, state: { kind: 'warning', secondsLeft: 30 } },
    { minutes: 0, seconds: 1e9, state: { kind: 'active' } },
  ])('$seconds s of $minutes min: $state.kind', ({ minutes, seconds, state }) => {
    expect(idleAfter(seconds * 1000, minutes)).toEqual(state)
  })
})

describe('the watch', () => {
  function start(minutes: number) {
    const clock = handClock()
    const watch = watchIdle(clock, minutes)
    const told: string[] = []
    watch.onChange(() => {
      const state = watch.state()
      told.push(state.kind === 'warning' ? `${state.secondsLeft}` : state.kind)
    })
    return { clock, watch, told }
  }

  test('counts down through the last minute, second by second, and is over', () => {
    const { clock, told } = start(15)
    clock.run(14 * 60)
    expect(told).toEqual(['60'])
    clock.run(60)
    expect(told).toEqual([...Array.from({ length: 60 }, (_, index) => `${60 - index}`), 'over'])
    clock.run(10_000)
    expect(told).toHaveLength(61)
  })

  test('whatever is done before the warning starts the time anew, without a word', () => {
    const { clock, watch, told } = start(15)
    for (let minute = 0; minute < 60; minute += 10) {
      clock.run(600)
      watch.seen()
    }
    expect(told).toEqual([])
    clock.run(15 * 60)
    expect(told.at(-1)).toBe('over')
  })

  test('whatever is done during the warning takes it away', () => {
    const { clock, watch, told } = start(15)
    clock.run(14 * 60 + 59)
    watch.seen()
    expect(told.at(-1)).toBe('active')
    clock.run(14 * 60 - 1)
    expect(watch.state().kind).toBe('active')
    clock.run(1)
    expect(watch.state().kind).toBe('warning')
  })

  test('what is over stays over', () => {
    const { clock, watch } = start(5)
    clock.run(300)
    watch.seen()
    watch.setMinutes(60)
    expect(watch.state().kind).toBe('over')
  })

  test('the time that the computer slept counts, though no timer ran in it', () => {
    const { clock, watch, told } = start(15)
    clock.sleep(8 * 3600)
    clock.run(60 * 15)
    expect(told).toEqual(['over'])
    expect(watch.state().kind).toBe('over')
  })

  test('a clock that is set back makes the wait no longer', () => {
    const { clock, watch } = start(15)
    clock.run(600)
    watch.seen()
    clock.sleep(-3600)
    clock.run(15 * 60)
    clock.run(15 * 60)
    expect(watch.state().kind).toBe('over')
  })

  test('other minutes count from what was done last; none at all never locks', () => {
    const { clock, watch } = start(0)
    clock.run(3600)
    expect(watch.state().kind).toBe('active')
    watch.seen()
    watch.setMinutes(5)
    clock.run(299)
    expect(watch.state().kind).toBe('warning')
    watch.setMinutes(0)
    expect(watch.state().kind).toBe('active')
    clock.run(3600)
    expect(watch.state().kind).toBe('active')
  })

  test('nothing runs once it is stopped', () => {
    const { clock, watch, told } = start(5)
    watch.stop()
    clock.run(3600)
    expect(told).toEqual([])
  })
})

test('the others are told at once, and then at the end of a time in which more was done', () => {
  const clock = handClock()
  let told = 0
  const tell = sparingly(clock, 10_000, () => {
    told += 1
  })
  tell()
  expect(told).toBe(1)
  for (let count = 0; count < 100; count += 1) tell()
  expect(told).toBe(1)
  clock.run(10)
  expect(told).toBe(2)
  clock.run(60)
  expect(told).toBe(2)
  tell()
  expect(told).toBe(3)
})

describe('the minutes', () => {
  test.each([
    { stored: undefined, minutes: 15 },
    { stored: { minutes: 5 }, minutes: 5 },
    { stored: { minutes: 0 }, minutes: 0 },
    { stored: { minutes: -1 }, minutes: 15 },
    { stored: { minutes: 1.5 }, minutes: 15 },
    { stored: 'aldrig', minutes: 15 },
  ])('$stored is read as $minutes', ({ stored, minutes }) => {
    expect(readLockMinutes(stored)).toBe(minutes)
  })

  test.each([
    { chosen: 60, most: undefined, minutes: 60 },
    { chosen: 0, most: undefined, minutes: 0 },
    { chosen: 60, most: 10, minutes: 10 },
    { chosen: 5, most: 10, minutes: 5 },
    // Never is longer than any time.
    { chosen: 0, most: 10, minutes: 10 },
    { chosen: 0, most: 0, minutes: 0 },
  ])('$chosen chosen, at most $most allowed: $minutes', ({ chosen, most, minutes }) => {
    expect(lockMinutes(chosen, most)).toBe(minutes)
    expect(mayWait(minutes, most)).toBe(true)
  })
})
