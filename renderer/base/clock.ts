/** Time as a session sees it, so that tests can move it by hand. */
export interface Clock {
  now: () => Date
  /** Runs once after `ms` milliseconds; the returned function cancels it. */
  after: (ms: number, run: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => new Date(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
