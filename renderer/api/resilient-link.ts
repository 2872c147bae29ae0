import type { ClientContext, ClientLink } from '@orpc/client'
import { ConnectionLostError, type ConnectionStatus } from './connection.ts'

/** One line to the core, until it breaks. */
export interface CoreLine {
  readonly link: ClientLink<ClientContext>
  readonly isLost: () => boolean
  /** Resolves when the line is gone; never rejects. */
  readonly lost: Promise<void>
}

/** Makes a line; `refused` where there is a host that does not let us in. Rejects where there is none just now. */
export type Dial = () => Promise<CoreLine | 'refused'>

interface Timing {
  /** How long a call waits for a line. */
  readonly patience: number
  /** The pauses between attempts; the last one repeats. */
  readonly pauses: readonly number[]
}

const timing: Timing = { patience: 3_000, pauses: [100, 250, 500, 1_000] }

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Keeps a line open for the page's lifetime and reports its state. */
class LineKeeper {
  #line: CoreLine | undefined
  #waiting = new Set<() => void>()
  readonly #dial: Dial
  readonly #status: ConnectionStatus
  readonly #timing: Timing

  constructor(dial: Dial, status: ConnectionStatus, times: Timing) {
    this.#dial = dial
    this.#status = status
    this.#timing = times
  }

  async keep(): Promise<void> {
    let failures = 0
    for (;;) {
      const line = await this.#try(failures)
      if (typeof line === 'string') {
        failures += 1
        this.#now(undefined, line)
      } else {
        failures = 0
        this.#now(line, 'open')
        await line.lost
        this.#now(undefined, 'connecting')
      }
      const { pauses } = this.#timing
      await after(pauses[Math.min(failures, pauses.length - 1)] ?? 0)
    }
  }

  /** The current line, or the next one if it comes within the time a call waits. */
  async current(): Promise<CoreLine> {
    if (this.#line === undefined && this.#status.get() !== 'refused') await this.#change()
    if (this.#line === undefined || this.#line.isLost()) throw new ConnectionLostError()
    return this.#line
  }

  async #try(failures: number): Promise<CoreLine | 'refused' | 'connecting'> {
    try {
      return await this.#dial()
    } catch (error) {
      if (failures === 0) console.warn('No contact with the core; trying again.', error)
      return 'connecting'
    }
  }

  #now(line: CoreLine | undefined, state: 'open' | 'connecting' | 'refused'): void {
    this.#line = line
    this.#status.set(state)
    // A failed attempt is no news to a call that waits: the next one may succeed in time.
    if (state === 'connecting') return
    for (const go of this.#waiting) go()
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.#waiting.delete(go)
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(go, this.#timing.patience)
      this.#waiting.add(go)
    })
  }
}

/**
 * A link that keeps a line to the core and opens a new one when it breaks. A call waits briefly for a line; without one, or
 * if the line breaks during the call, it rejects with ConnectionLostError. Calls are never retried automatically.
 */
export function resilientLink(
  dial: Dial,
  status: ConnectionStatus,
  times: Timing = timing,
): ClientLink<ClientContext> {
  const keeper = new LineKeeper(dial, status, times)
  void keeper.keep()
  return {
    call: async (path, input, options) => {
      const line = await keeper.current()
      try {
        return await line.link.call(path, input, options)
      } catch (error) {
        throw line.isLost() ? new ConnectionLostError({ cause: error }) : error
      }
    },
  }
}
