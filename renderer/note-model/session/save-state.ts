import type { Timestamp } from '../../../shared/case/dates.ts'
import type { StoredNote } from '../../../shared/note/note.ts'
import type { SaveFailure } from './save-port.ts'

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
