import type { z } from 'zod'
import type { ApiErrorCode, apiErrors } from '../../shared/api/errors.ts'
import { translate } from '../../shared/text/index.ts'

type Definitions = typeof apiErrors
/** What a refusal of this code carries; undefined where it carries nothing. */
export type RefusalData<C extends ApiErrorCode> = Definitions[C] extends { data: infer S extends z.ZodType }
  ? z.infer<S>
  : undefined

/** A call refused in one of the ways that shared/api/errors.ts names; its message is for users, in Swedish. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ApiErrorCode
  readonly data: unknown

  constructor(code: ApiErrorCode, data: unknown) {
    super(translate('sv', `errors.${code}`, plainParams(data)))
    this.code = code
    this.data = data
  }
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

/** A refusal with the data that its code demands. */
export function refusal<C extends ApiErrorCode>(
  code: C,
  ...data: RefusalData<C> extends undefined ? [] : [RefusalData<C>]
): Refusal {
  return new Refusal(code, data[0])
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * What the database or the file system said, as a refusal; anything else is given back as it is. `path` is the
 * archive's. Codes: https://sqlite.org/rescode.html
 */
export function asRefusal(error: unknown, path: string): unknown {
  const code = errorCode(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refusal('DISK_FULL')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return refusal('ARCHIVE_IN_USE', { path })
  if (code === 'ENOENT') return refusal('ARCHIVE_MISSING', { path })
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN|READONLY|PROTOCOL)/.test(code))
    return refusal('ARCHIVE_CORRUPT', { path, detail: code })
  return error
}

/** Runs `work`; what the database or the file system refuses comes out as a refusal. */
export function refusing<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asRefusal(error, path)
  }
}
