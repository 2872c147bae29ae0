import type { Clock } from '../../../renderer/base/clock.ts'

/** A clock that a test moves by hand. */
export function handClock() {
  let now = 1_800_000_000_000
  let waiting: { at: number; run: () => void }[] = []
  const clock: Clock = {
    now: () => new Date(now),
    after: (ms, run) => {
      const entry = { at: now + ms, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((each) => each !== entry)
      }
    },
  }
  return {
    ...clock,
    /** Lets so many seconds pass, and runs what falls due in them, each at its time. */
    run: (seconds: number) => {
      const end = now + seconds * 1000
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        waiting = waiting.filter((each) => each !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
    /** Moves the time while no timer runs: those that fell due stand still as well. */
    sleep: (seconds: number) => {
      now += seconds * 1000
      waiting = waiting.map((entry) => ({ ...entry, at: entry.at + seconds * 1000 }))
    },
  }
}
