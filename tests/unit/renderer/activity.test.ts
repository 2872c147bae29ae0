import { afterEach, describe, expect, test, vi } from 'vitest'
import { watchActivity } from '../../../renderer/features/lock/activity.ts'

const seen = vi.fn()
const stop = watchActivity(window, seen)
afterEach(() => seen.mockClear())

describe('somebody is there who', () => {
  test.each<[string, Event]>([
    ['presses a key', new KeyboardEvent('keydown', { key: 'Shift' })],
    ['presses the pointer', new PointerEvent('pointerdown')],
    ['turns the wheel', new WheelEvent('wheel')],
    ['dictates, without a key', new InputEvent('input', { data: 'Lisa' })],
    ['chooses in a list of the system’s', new Event('change')],
  ])('%s', (_what, event) => {
    document.body.dispatchEvent(event)
    // What does not rise through the page is heard on its way down.
    expect(seen).toHaveBeenCalledOnce()
  })

  test('moves the pointer; not what moves under a pointer at rest', () => {
    const move = (screenX: number) =>
      document.body.dispatchEvent(new PointerEvent('pointermove', { screenX, screenY: 5 }))
    move(10)
    move(11)
    expect(seen).toHaveBeenCalledTimes(2)
    move(11)
    expect(seen).toHaveBeenCalledTimes(2)
  })
})

test('nobody is heard once it is told to stop', () => {
  stop()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
  expect(seen).not.toHaveBeenCalled()
})
