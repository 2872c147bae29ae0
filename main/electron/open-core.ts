import { RPCHandler } from '@orpc/server/message-port'
import { createCore, router } from '../core/core.ts'
import type { OpenCore } from './core-runtime.ts'

/** A core served over message ports. */
export const openCore: OpenCore = async (options) => {
  const core = createCore({
    ...options,
    log: (line) => console.error(line),
  })
  const handler = new RPCHandler(router)
  return { serve: (port) => handler.upgrade(port, { context: core.line() }), close: () => core.close() }
}
