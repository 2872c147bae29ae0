import { oc } from '@orpc/contract'
import { z } from 'zod'
import { noteIdSchema } from '../case/ids.ts'
import { reviewVerbs } from '../note/lifecycle.ts'
import { storedNoteSchema } from '../note/note.ts'
import {
  queuedSchema,
  reasonSchema,
  reviewDraftSchema,
  reviewEventSchema,
  verdictsSchema,
} from '../note/review.ts'
import { aimlessSchema } from '../review/aimless.ts'
import { listedWordUseSchema } from '../review/word-use.ts'
import { userSchema } from '../user/user.ts'
import { apiErrors } from './errors.ts'

const base = oc.errors(apiErrors)

export const reviewContract = {
  /**
   * Hands a note in, takes it back, returns it, approves it, locks it or unlocks it, as saved at `baseRevision`. What the
   * table of shared/note/lifecycle.ts does not allow: STEP_REFUSED. NOTE_SIGNED, CONFLICT, NOT_FOUND.
   */
  act: base
    .input(
      z.strictObject({
        id: noteIdSchema,
        baseRevision: z.int().min(1),
        verb: z.enum(reviewVerbs),
        to: userSchema.optional(),
        reason: reasonSchema.optional(),
        verdicts: verdictsSchema.optional(),
      }),
    )
    .output(storedNoteSchema),
  /** What has happened to a note in review, oldest first. */
  events: base.input(z.strictObject({ id: noteIdSchema })).output(z.array(reviewEventSchema)),
  /** Everybody who has written in a note, each once. */
  writers: base.input(z.strictObject({ id: noteIdSchema })).output(z.array(userSchema)),
  /** What the one who works now has written of a note in review and not yet sent; null where that is nothing. */
  draft: base.input(z.strictObject({ id: noteIdSchema })).output(reviewDraftSchema.nullable()),
  /**
   * Keeps what `by` has written of a note and not yet sent; null forgets it. False where somebody else works by now: what one
   * has written is never kept as another's. NOT_FOUND.
   */
  keepDraft: base
    .input(
      z.strictObject({
        id: noteIdSchema,
        by: userSchema,
        draft: reviewDraftSchema.nullable(),
      }),
    )
    .output(z.boolean()),
  /** Every draft that is in review, the one that has waited longest first. */
  queue: base.output(z.array(queuedSchema)),
  /** The insatser of all cases that are planned or go on and aim at nothing. */
  aimless: base.output(z.array(aimlessSchema)),
  /** How the notes of all cases use "plan" and "planering" (S4), and where one may mean the other. */
  words: base.output(z.array(listedWordUseSchema)),
}
