import type { Changes } from './changes.ts'

/** How long the lock waits for a window that says nothing, since it may hang or be asleep. */
export const ANSWER_WITHIN_MS = 10_000

/**
 * The lock of the open archive, which all windows share. One window asks; the others are told, save, and answer. It may be
 * closed when each has saved. A window that cannot save holds the lock until it can; one that does not answer is passed over,
 * and keeps what it has until the archive is open again.
 */
export interface Lock {
  /** A window asks for the lock, or answers another that did. Tells whether the archive may be closed now. */
  readonly ask: (line: string, saved: boolean) => boolean
  /** Forgets that the lock was asked for: the archive was closed, or another was opened. */
  readonly end: () => void
}

/** `closeIfReady` is called when time alone, or a window that went away, may have made the archive ready to be closed. */
export function createLock(
  changes: Changes,
  closeIfReady: (isReady: () => boolean) => void,
  answerWithin = ANSWER_WITHIN_MS,
): Lock {
  const answers = new Map<string, boolean>()
  let isLate = false
  let stop: (() => void) | undefined

  const holds = (line: string) => answers.get(line) === false || (!answers.has(line) && !isLate)
  const isReady = () => answers.size > 0 && ![...changes.lines()].some(holds)

  const begin = (line: string) => {
    const look = () => closeIfReady(isReady)
    const timer = setTimeout(() => {
      isLate = true
      look()
    }, answerWithin)
    timer.unref()
    const unsubscribe = changes.onLeave(look)
    stop = () => {
      clearTimeout(timer)
      unsubscribe()
    }
    changes.publish({ type: 'locking' }, line)
  }

  return {
    ask: (line, saved) => {
      if (stop === undefined) begin(line)
      answers.set(line, saved)
      return saved && isReady()
    },
    end: () => {
      stop?.()
      stop = undefined
      isLate = false
      answers.clear()
    },
  }
}
