import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useRested } from '../../../renderer/base/use-rested.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A value that changes as keys change it; `after` lets so many milliseconds pass and gives what is drawn then. */
function written() {
  const { result, rerender } = renderHook(useRested<string>, { initialProps: '' })
  return {
    key: (text: string) => rerender(text),
    after: (ms: number) => {
      act(() => {
        vi.advanceTimersByTime(ms)
      })
      return result.current
    },
  }
}

test('what is drawn follows once nobody has written for a moment', () => {
  const { key, after } = written()
  key('a')
  expect(after(100)).toBe('')
  key('ab')
  expect(after(100)).toBe('')
  expect(after(30)).toBe('ab')
})

test('and now and then while somebody writes on', () => {
  const { key, after } = written()
  const drawn = ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'abcdefg', 'abcdefgh'].map((text) => {
    key(text)
    return after(80)
  })
  expect(drawn[5]).toBe('')
  expect(drawn[6]).not.toBe('')
})

test('what was changed and put back at once is no reason to draw', () => {
  const { key, after } = written()
  key('a')
  key('')
  expect(after(1000)).toBe('')
})
