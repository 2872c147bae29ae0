import type { StoredCase } from '../../shared/case/case.ts'
import type { NoteState, NoteVerb, StepRefusal } from '../../shared/note/lifecycle.ts'
import type { PublicKey, StoredNote } from '../../shared/note/note.ts'
import type { MergeFault } from '../../shared/package/merge.ts'
import type { TemplateFault } from '../../shared/studio/published.ts'
import type { TemplateStepRefusal, TemplateVerb } from '../../shared/template/life.ts'
import type { WorkingCopy, WorkingState } from '../../shared/template/working-copy.ts'
import type { Role } from '../../shared/user/user.ts'

/** Every way the store can refuse, with what is in the way. Whoever shows a refusal puts it into words. */
export interface Refusals {
  WRONG_PASSPHRASE: undefined
  PASSPHRASE_NEEDED: undefined
  PASSPHRASE_WEAK: { minimum: number }
  NO_RECOVERY_KEY: undefined
  WRONG_RECOVERY_KEY: undefined
  RECOVERY_KEY_LENGTH: { found: number; wanted: number }
  RECOVERY_KEY_MISREAD: { groups: string }
  DEMO_KEY: undefined
  BACKUP_FAILED: { folder: string; detail: string }
  KEYCHAIN_UNSAFE: { backend: string }
  KEYCHAIN_LOCKED: { backend: string }
  KEYCHAIN_CHANGED: { was: string; now: string }
  ARCHIVE_MISSING: { path: string }
  ARCHIVE_EXISTS: { path: string }
  ARCHIVE_IN_USE: { path: string }
  ARCHIVE_CORRUPT: { path: string; detail: string }
  ARCHIVE_NEWER: { path: string; found: number; known: number }
  DISK_FULL: undefined
  STORE_UNREACHABLE: { path: string }
  NOT_FOUND: {
    what: 'case' | 'note' | 'template' | 'working-copy' | 'comment' | 'user' | 'revision' | 'pack'
    id: string
  }
  NOT_SUBMITTED: { id: string }
  RECIPIENT_UNKNOWN: undefined
  PACKAGE_LOCKED: undefined
  PACKAGE_UNREADABLE: undefined
  PACKAGE_KNOWN: undefined
  PACKAGE_FOREIGN: { why: MergeFault }
  CASE_RECEIVED: undefined
  USER_NAME_TAKEN: { name: string }
  LAST_MANAGER: undefined
  USER_AT_WORK: undefined
  ROLE_NOT_HELD: { role: Role }
  CASE_NUMBER_TAKEN: { number: string }
  CASE_CHANGED: { current: StoredCase }
  CONFLICT: { current: StoredNote }
  NOTE_SIGNED: { id: string }
  COMMENT_RESOLVED: undefined
  SUGGESTION_SETTLED: undefined
  SUGGESTION_STALE: undefined
  TOO_MANY_COMMENTS: { limit: number }
  NOTE_NOT_SIGNED: { id: string }
  NOTE_ANNULLED: { id: string }
  SIGNING_CODE_NEEDED: undefined
  WRONG_SIGNING_CODE: undefined
  NOTE_FROZEN: { id: string; state: NoteState }
  NOT_WRITER: { template: string }
  STEP_REFUSED: { id: string; verb: NoteVerb; why: StepRefusal }
  TEMPLATE_CHANGED: { current: WorkingCopy }
  TEMPLATE_FROZEN: { state: WorkingState }
  TEMPLATE_STEP_REFUSED: { verb: TemplateVerb; why: TemplateStepRefusal }
  TEMPLATE_REFUSED: { why: TemplateFault; publicKey?: PublicKey }
  ANCHOR_UNREADABLE: undefined
  CASE_NOT_DUE: { number: string }
  CASE_DISPOSED: { number: string }
  LIST_TOO_LONG: { limit: number }
  TOO_LARGE: { field: string; characters: number; limit: number }
}
export type RefusalCode = keyof Refusals

/** Something the store will not do. Its message names the code alone: the data may hold what somebody wrote. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal'
  readonly code: RefusalCode
  readonly data: Refusals[RefusalCode]

  constructor(code: RefusalCode, data: Refusals[RefusalCode]) {
    super(code)
    this.code = code
    this.data = data
  }
}

/** A refusal with the data its code requires. */
export function refusal<C extends RefusalCode>(
  code: C,
  ...data: Refusals[C] extends undefined ? [] : [Refusals[C]]
): StoreRefusal {
  return new StoreRefusal(code, data[0])
}

/** What the database said about an archive it cannot read, or else just the code. */
export function detailOf({ code, data }: { code: string; data: unknown }): string {
  const detail = typeof data === 'object' && data !== null && 'detail' in data ? data.detail : undefined
  return typeof detail === 'string' ? detail : code
}

/** What the triggers say of a case that was received for review; the migration that makes them has the same words. */
const ONLY_REVIEWED = 'a received case is only reviewed'

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** The file is where it was and cannot be written or reached: a network drive that went away, a disk that turned read-only. */
const unreachable =
  /^(SQLITE_IOERR_(READ|WRITE|FSYNC|DIR_FSYNC|TRUNCATE|FSTAT|LOCK|ACCESS)|SQLITE_READONLY.*|EIO|EROFS|ESTALE|EACCES|EPERM|ENOTCONN|EHOSTDOWN)$/

/**
 * What the database or the file system said, as a refusal; anything else is given back as it is. `path` is the
 * archive's. Codes: https://sqlite.org/rescode.html
 */
export function asRefusal(error: unknown, path: string): unknown {
  const code = errorCode(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refusal('DISK_FULL')
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return refusal('ARCHIVE_IN_USE', { path })
  if (unreachable.test(code)) return refusal('STORE_UNREACHABLE', { path })
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error instanceof Error && error.message === ONLY_REVIEWED)
    return refusal('CASE_RECEIVED')
  if (code === 'ENOENT') return refusal('ARCHIVE_MISSING', { path })
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|CANTOPEN|READONLY|PROTOCOL)/.test(code))
    return refusal('ARCHIVE_CORRUPT', { path, detail: code })
  return error
}

/** Runs `work`, turning what the database or the file system refuses into a refusal. */
export function refusing<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asRefusal(error, path)
  }
}
