import { safe } from '@orpc/client'
import type { ApiErrorCode } from '../../../shared/api/errors.ts'
import type { Timestamp } from '../../../shared/case/dates.ts'
import type { NoteId } from '../../../shared/case/ids.ts'
import type { SaveCause } from '../../../shared/history/cause.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { Objection, ReadSentence, StoredNote } from '../../../shared/note/note.ts'
import type { Client } from '../../api/use-client.ts'

/** Where the text of a note is. Shown in the status bar and above the note. */
export type SaveState =
  | { kind: 'saved'; at: Timestamp }
  /** Something was written that the store has not got yet; it is on its way. */
  | { kind: 'saving' }
  /** The text is kept here and sent again at `retryAt`; null: not until something changes or it is asked for. */
  | { kind: 'failed'; failure: SaveFailure; retryAt: Date | null }
  /** Somebody else saved the note meanwhile, and both changed these fields. */
  | { kind: 'conflict'; theirs: StoredNote; fields: string[] }
  /** Journalförd: read only. */
  | { kind: 'signed' }

/** Waiting times before a save is tried again: soon at first, then every half minute. */
export function retryDelay(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1))
}

export interface SaveRequest {
  id: NoteId
  baseRevision: number
  answers: Answers
  objections: ReadSentence[]
  /** Why it was written, where it was not just written. */
  cause?: SaveCause
}

/** Why a save was not made: a refusal of the contract, or no answer from the core at all. */
export interface SaveFailure {
  code: ApiErrorCode | 'UNREACHABLE'
  /** What the core said, for the reader who wants the detail. */
  detail: string
  /** Whether the same save may succeed later (a full disk, a core that starts again). */
  retry: boolean
  /** The field that is too large, where that is why. */
  field?: string
}

export type SaveOutcome =
  | { kind: 'saved'; revision: number; savedAt: Timestamp; objections?: Objection[] | undefined }
  | { kind: 'conflict'; current: StoredNote }
  | { kind: 'failed'; failure: SaveFailure }

/** What a session needs of the core. Never rejects: every refusal is an outcome. */
export interface SavePort {
  save: (request: SaveRequest) => Promise<SaveOutcome>
}

/** Refusals that time or the user can lift without the text being changed. */
const liftable: ReadonlySet<SaveFailure['code']> = new Set<SaveFailure['code']>([
  'UNREACHABLE',
  'DISK_FULL',
  'STORE_UNREACHABLE',
  'ARCHIVE_CLOSED',
  'ARCHIVE_IN_USE',
])

function failed(code: SaveFailure['code'], detail: string, field?: string): SaveOutcome {
  const failure = { code, detail, retry: liftable.has(code) }
  return { kind: 'failed', failure: field === undefined ? failure : { ...failure, field } }
}

/** Saves through the contract; every refusal, and a core that does not answer, is an outcome. */
export function clientSavePort(client: Client): SavePort {
  return {
    save: async (request) => {
      const { error, data, isDefined } = await safe(client.notes.save(request))
      if (error === null) return { kind: 'saved', ...data }
      if (!isDefined) return failed('UNREACHABLE', error.message)
      if (error.code === 'CONFLICT') return { kind: 'conflict', current: error.data.current }
      if (error.code === 'TOO_LARGE') return failed(error.code, error.message, error.data.field)
      return failed(error.code, error.message)
    },
  }
}
