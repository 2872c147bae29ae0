const MOST = 3
const WITHIN_MS = 60_000

/** Counts the deaths of a process that is started again when it dies. */
export interface Restarts {
  /** It has died. Whether it may be started again: one that keeps dying is given up. */
  readonly mayRestart: () => boolean
}

/** At most three restarts a minute. */
export function countRestarts(now: () => number = () => performance.now()): Restarts {
  let deaths: readonly number[] = []
  return {
    mayRestart: () => {
      deaths = [...deaths.filter((at) => now() - at < WITHIN_MS), now()]
      return deaths.length <= MOST
    },
  }
}
