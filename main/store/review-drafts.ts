import { z } from 'zod'
import type { NoteId } from '../../shared/case/ids.ts'
import { type ReviewDraft, reviewDraftSchema } from '../../shared/note/review.ts'
import type { User } from '../../shared/user/user.ts'
import { all, type Db, execute, first, jsonColumn, query } from './db.ts'

type Reviewer = Pick<User, 'id' | 'name'>

/** By whom a draft is kept: whoever has no id is known by their name. */
const reviewerOf = ({ id, name }: Reviewer): string => id ?? name

const row = z.object({ draft: jsonColumn(reviewDraftSchema) })

/** What somebody has written of a note in review and not yet sent; null where that is nothing. */
export function readReviewDraft(db: Db, note: NoteId, by: Reviewer): ReviewDraft | null {
  const kept = query
    .selectFrom('review_drafts')
    .select('draft')
    .where('note_id', '=', note)
    .where('reviewer', '=', reviewerOf(by))
  return first(db, kept, row)?.draft ?? null
}

/** What anybody has written of a note in review and not yet sent. */
export function readReviewDrafts(db: Db, note: NoteId): ReviewDraft[] {
  const kept = query
    .selectFrom('review_drafts')
    .select('draft')
    .where('note_id', '=', note)
    .orderBy('reviewer')
  return all(db, kept, row).map(({ draft }) => draft)
}

/** Keeps what somebody has written of a note and not yet sent; null forgets it. Part of a transaction. */
export function writeReviewDraft(db: Db, note: NoteId, by: Reviewer, kept: ReviewDraft | null): void {
  const reviewer = reviewerOf(by)
  if (kept === null) {
    execute(
      db,
      query.deleteFrom('review_drafts').where('note_id', '=', note).where('reviewer', '=', reviewer),
    )
    return
  }
  const draft = JSON.stringify(kept)
  execute(
    db,
    query
      .insertInto('review_drafts')
      .values({ reviewer, note_id: note, draft })
      .onConflict((conflict) => conflict.columns(['reviewer', 'note_id']).doUpdateSet({ draft })),
  )
}
