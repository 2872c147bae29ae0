import { createORPCClient } from '@orpc/client'
import { type Connection, createStatus } from './connection.ts'
import { bridge } from './host.ts'
import { dialElectron } from './message-port.ts'
import { resilientLink } from './resilient-link.ts'
import type { Client } from './use-client.ts'
import { admit, dialWeb } from './web-socket.ts'

/**
 * Opens the window's line to the core, over a message port under Electron and a web socket in the browser, and keeps it open.
 * A refusal rejects with the contract's typed error (`isDefinedError`), a lost line with ConnectionLostError. Event streams
 * end with an error when the line breaks; call again.
 */
export function connect(): { client: Client; connection: Connection } {
  const status = createStatus()
  const { origin } = window.location
  const dial = bridge === undefined ? dialWeb(origin) : dialElectron(bridge, window)
  return {
    client: createORPCClient(resilientLink(dial, status)),
    connection: { ...status, admit: (address) => admit(origin, address) },
  }
}
