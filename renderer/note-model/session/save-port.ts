import type { ApiErrorCode } from '../../../shared/api/errors.ts'
import type { Timestamp } from '../../../shared/case/dates.ts'
import type { NoteId } from '../../../shared/case/ids.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { StoredNote } from '../../../shared/note/note.ts'

export interface SaveRequest {
  id: NoteId
  baseRevision: number
  answers: Answers
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
  | { kind: 'saved'; revision: number; savedAt: Timestamp }
  | { kind: 'conflict'; current: StoredNote }
  | { kind: 'failed'; failure: SaveFailure }

/** What a session needs of the core. Never rejects: every refusal is an outcome. */
export interface SavePort {
  save: (request: SaveRequest) => Promise<SaveOutcome>
}
