import { ORPCError } from '@orpc/client'
import { isTextKey } from '../../shared/text/index.ts'
import type { Translate } from '../base/use-t.ts'

/** The code of a refusal that the contract names, or undefined for anything else that went wrong. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof ORPCError ? String(error.code) : undefined
}

/** What went wrong, in words for the user: the text of the contract's code, with the values its data carries. */
export function errorText(t: Translate, error: unknown): string {
  const key = `errors.${errorCode(error) ?? ''}`
  if (error instanceof ORPCError && isTextKey(key)) return t(key, plainParams(error.data))
  const detail = error instanceof Error ? error.message : String(error)
  return t('frame.error.unexpected', { detail })
}

function plainParams(data: unknown): Record<string, string | number> {
  if (typeof data !== 'object' || data === null) return {}
  return Object.fromEntries(
    Object.entries(data).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  )
}
