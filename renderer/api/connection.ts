/**
 * How the line to the core is: `connecting` (the first time, or again after it broke), `open`, or `refused`: the web host
 * does not know us any more, and only its new address helps.
 */
export type ConnectionState = 'connecting' | 'open' | 'refused'

/** The state of the line, to be read and listened to (fits `useSyncExternalStore`). */
export interface Connection {
  readonly get: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
}

export interface ConnectionStatus extends Connection {
  readonly set: (state: ConnectionState) => void
}

export function createStatus(): ConnectionStatus {
  const listeners = new Set<() => void>()
  let state: ConnectionState = 'connecting'
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: (next) => {
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
  }
}

/**
 * The core did not answer: the line broke while it worked, or there is none. Whether the call was carried out is not known,
 * so a save is to be sent again (with the same base revision it can do no harm).
 */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
  readonly code = 'UNREACHABLE'

  constructor(options?: ErrorOptions) {
    super('Klarlagt has no contact with its core.', options)
  }
}
