import { create } from 'zustand'
import type { CaseId, NoteId } from '../../../shared/case/ids.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { QueueFilter } from '../../../shared/review/queue.ts'

/** What a reviewer has written of a note and not yet sent. */
export interface ReviewDraft {
  readonly answers: Answers
  readonly reason: string
}

interface ReviewState {
  /** The note that is being handed in, in the dialog that asks to whom. */
  readonly submitting: NoteId | undefined
  readonly filter: QueueFilter
  /** The case that the lists over all cases are read for; all where undefined. */
  readonly listedCase: CaseId | undefined
  readonly drafts: Readonly<Record<NoteId, ReviewDraft | undefined>>
}

/** What the views of review share in one window. */
export const useReviewState = create<ReviewState>(() => ({
  submitting: undefined,
  filter: {},
  listedCase: undefined,
  drafts: {},
}))

const empty: ReviewDraft = { answers: {}, reason: '' }

export const reviewDraftOf = (id: NoteId): ReviewDraft => useReviewState.getState().drafts[id] ?? empty

export const useReviewDraft = (id: NoteId): ReviewDraft => useReviewState(({ drafts }) => drafts[id] ?? empty)

/** Changes what is written of a note; undefined forgets it, since it is sent. */
export function setDraft(id: NoteId, draft: Partial<ReviewDraft> | undefined): void {
  useReviewState.setState(({ drafts }) => ({
    drafts: { ...drafts, [id]: draft && { ...(drafts[id] ?? empty), ...draft } },
  }))
}
