import { ORPCError } from '@orpc/client'
import { refusalMessage } from '../../shared/api/errors.ts'
import { isTextKey } from '../../shared/text/index.ts'
import type { Translate } from '../base/use-t.ts'
import { ConnectionLostError } from './connection.ts'

/** The code of a refusal that the contract names, or undefined for anything else that went wrong. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof ORPCError ? String(error.code) : undefined
}

/** What went wrong, in words for the user: the text of the contract's code, with the values its data carries. */
export function errorText(t: Translate, error: unknown): string {
  const refusal = error instanceof ORPCError ? refusalMessage(String(error.code), error.data) : undefined
  if (refusal !== undefined && isTextKey(refusal.key)) return t(refusal.key, refusal.params)
  if (error instanceof ConnectionLostError) return t('frame.error.unreachable')
  const detail = error instanceof Error ? error.message : String(error)
  return t('frame.error.unexpected', { detail })
}
