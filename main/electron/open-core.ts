import { RPCHandler } from '@orpc/server/message-port'
import { createCore } from '../core/core.ts'
import type { OpenCore } from './core-runtime.ts'

/** A core served over message ports. */
export const openCore: OpenCore = async (options) => {
  const core = createCore({
    ...options,
    log: (line) => console.error(line),
  })
  const handler = new RPCHandler(core.router)
  return { serve: (port) => handler.upgrade(port), close: () => core.close() }
}
