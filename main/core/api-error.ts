import { ORPCError } from '@orpc/server'
import { Refusal } from '../store/refusal.ts'

/** Where unexpected failures are written. Never given case data. */
export type Log = (line: string) => void

/** A failure as the log may have it: its kind, its code and where in the program, never its message. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${error.name}${code}`, ...places.slice(0, 8)].join('\n')
}

/**
 * What the caller is told. A refusal keeps its code, its data and its words; anything unexpected becomes a plain
 * internal error, since its message may hold what somebody wrote.
 */
export function toApiError(error: unknown, log: Log): Error {
  if (error instanceof ORPCError) return error
  if (error instanceof Refusal) return new ORPCError(error.code, { message: error.message, data: error.data })
  log(describe(error))
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Internal error' })
}
