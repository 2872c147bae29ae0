import type { Clock } from '../../base/clock.ts'
import { createListeners, type Unsubscribe } from '../../base/listeners.ts'

/** How long nobody has done anything, seen against the time after which the archive locks. */
export type IdleState =
  | { readonly kind: 'active' }
  | { readonly kind: 'warning'; readonly secondsLeft: number }
  | { readonly kind: 'over' }

const MINUTE = 60_000
const SECOND = 1000

/** Long enough to be seen and answered; half of the time where that is shorter. */
const warningOf = (limit: number) => Math.min(MINUTE, limit / 2)

/** The state after so long without anything done. `minutes` 0: it never locks. */
export function idleAfter(milliseconds: number, minutes: number): IdleState {
  if (minutes === 0) return { kind: 'active' }
  const left = minutes * MINUTE - milliseconds
  if (left <= 0) return { kind: 'over' }
  if (left > warningOf(minutes * MINUTE)) return { kind: 'active' }
  return { kind: 'warning', secondsLeft: Math.ceil(left / SECOND) }
}

/** Follows how long nobody has done anything. */
export interface IdleWatch {
  readonly state: () => IdleState
  /** Somebody did something. Nothing brings back a time that is over. */
  readonly seen: () => void
  readonly setMinutes: (minutes: number) => void
  readonly onChange: (listener: () => void) => Unsubscribe
  readonly stop: () => void
}

/** Watches from now on. The clock is asked at each turn, so that the time a computer slept counts as well. */
export function watchIdle(clock: Clock, firstMinutes: number): IdleWatch {
  const changes = createListeners<void>()
  const now = () => clock.now().getTime()
  let minutes = firstMinutes
  let seenAt = now()
  let state: IdleState = { kind: 'active' }
  let cancel: (() => void) | undefined

  const look = () => {
    cancel?.()
    // A clock that was set back must not make the wait longer than it was.
    seenAt = Math.min(seenAt, now())
    const next = idleAfter(now() - seenAt, minutes)
    const isNews = next.kind !== state.kind || next.kind === 'warning'
    state = next
    cancel = next.kind === 'over' || minutes === 0 ? undefined : clock.after(untilNext(next), look)
    if (isNews) changes.emit()
  }
  const untilNext = (current: IdleState) => {
    const limit = minutes * MINUTE
    const left = limit - (now() - seenAt)
    return current.kind === 'warning'
      ? left - (current.secondsLeft - 1) * SECOND
      : Math.max(1, left - warningOf(limit))
  }

  look()
  return {
    state: () => state,
    seen: () => {
      if (state.kind === 'over') return
      seenAt = now()
      // While nothing is warned of, the turn that is waiting finds out by itself.
      if (state.kind === 'warning') look()
    },
    setMinutes: (next) => {
      if (next === minutes || state.kind === 'over') return
      minutes = next
      look()
    },
    onChange: changes.add,
    stop: () => cancel?.(),
  }
}
