import { createContext, use, useSyncExternalStore } from 'react'
import { createListeners } from '../base/listeners.ts'

/**
 * The state of the line to the core: `connecting` (the first time, or again after it broke), `open`, or `refused`: the web host
 * has started again and does not know this window, until it is shown the new address.
 */
export type ConnectionState = 'connecting' | 'open' | 'refused'

/** The outcome of presenting an address to the web host. `elsewhere`: it has another port, so it is not for this window. */
export type Admission = 'admitted' | 'used-or-wrong' | 'elsewhere' | 'no-answer'

/** The state of the line, to read and to subscribe to (fits `useSyncExternalStore`), and the way back in. */
export interface Connection {
  readonly get: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
  /** Presents the address that the web host printed, or just its token. The line then comes back by itself. */
  readonly admit: (address: string) => Promise<Admission>
}

export interface ConnectionStatus extends Pick<Connection, 'get' | 'subscribe'> {
  readonly set: (state: ConnectionState) => void
}

export function createStatus(): ConnectionStatus {
  const listeners = createListeners<void>()
  let state: ConnectionState = 'connecting'
  return {
    get: () => state,
    subscribe: listeners.add,
    set: (next) => {
      if (next === state) return
      state = next
      listeners.emit()
    },
  }
}

export const ConnectionContext = createContext<Connection>({
  get: () => 'open',
  subscribe: () => () => undefined,
  admit: async () => 'no-answer',
})

/** The current state of the line to the core. */
export function useConnection(): ConnectionState {
  const { get, subscribe } = use(ConnectionContext)
  return useSyncExternalStore(subscribe, get)
}

/**
 * The core did not answer: the line broke during the call, or there is none. Whether the call was carried out is unknown,
 * so a save should be sent again (with the same base revision it does no harm).
 */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
  readonly code = 'UNREACHABLE'

  constructor(options?: ErrorOptions) {
    super('Klarlagt has no contact with its core.', options)
  }
}
