import { implement } from '@orpc/server'
import { contract } from '../../shared/api/contract.ts'
import { toApiError } from './refusals.ts'
import type { CoreState } from './state.ts'

/** What a call stands on: the core's state, and which line (a window, a command) it came over. */
export interface CallContext {
  readonly state: CoreState
  /** A change made by a call is told to its own line as its own. */
  readonly line: string
}

/** The contract to be implemented, a handler a call; every refusal becomes one that the contract names. */
export const calls = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, next }) => {
    try {
      return await next()
    } catch (error) {
      throw toApiError(error, context.state.log)
    }
  })
