import { createContext, use, useSyncExternalStore } from 'react'

export type ConnectionState = 'connecting' | 'open' | 'refused'

/** How the line to the core is; fits `Connection` of renderer/api. */
export interface Connection {
  readonly get: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
}

export const ConnectionContext = createContext<Connection>({
  get: () => 'open',
  subscribe: () => () => undefined,
})

/** How the line to the core is now. */
export function useConnection(): ConnectionState {
  const { get, subscribe } = use(ConnectionContext)
  return useSyncExternalStore(subscribe, get)
}
