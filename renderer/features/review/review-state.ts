import { create } from 'zustand'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import type { QueueFilter } from '../../../shared/review/queue.ts'

interface ReviewState {
  /** The note that is being handed in, in the dialog that asks to whom. */
  readonly submitting: NoteId | undefined
  readonly filter: QueueFilter
  /** The case that the lists over all cases are read for; all where undefined. */
  readonly listedCase: CaseId | undefined
}

/** What the views of review share in one window. */
export const useReviewState = create<ReviewState>(() => ({
  submitting: undefined,
  filter: {},
  listedCase: undefined,
}))
