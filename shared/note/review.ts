import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { documentKindSchema, ownerSchema } from '../case/kinds.ts'
import type { Condition } from '../fields/condition.ts'
import { type Template, templateRefSchema } from '../template/template.ts'
import { userSchema } from '../user/user.ts'
import { answersSchema } from './answers.ts'
import { isFrozen, type NoteState, type ReviewVerb, reviewVerbs, steps } from './lifecycle.ts'

export const reviewEventIdSchema = z.uuid().brand<'ReviewEventId'>()

/** What a reviewer found: answers to a checklist, which is a template (specialistens-granskning). */
export const verdictsSchema = z.strictObject({ template: templateRefSchema, answers: answersSchema })
export type Verdicts = z.infer<typeof verdictsSchema>

/** The longest reason: a few pages. Own choice. */
export const MAX_REASON_CHARS = 10_000
export const reasonSchema = z.string().trim().min(1).max(MAX_REASON_CHARS)

/** Something that happened to a note on its way through review. Never changed, only followed by another. */
export const reviewEventSchema = z.strictObject({
  id: reviewEventIdSchema,
  noteId: noteIdSchema,
  /** 1 for the note's first event. */
  seq: z.int().min(1),
  at: timestampSchema,
  by: userSchema,
  verb: z.enum(reviewVerbs),
  /** The revision that it is about. */
  revision: z.int().min(1),
  /** Whom it is handed in to; anybody who reviews, where left out. */
  to: userSchema.optional(),
  reason: reasonSchema.optional(),
  verdicts: verdictsSchema.optional(),
})
export type ReviewEvent = z.infer<typeof reviewEventSchema>

/** What a reviewer has written of a note and not yet sent. */
export const reviewDraftSchema = z.strictObject({
  answers: answersSchema,
  reason: z.string().max(MAX_REASON_CHARS),
})
export type ReviewDraft = z.infer<typeof reviewDraftSchema>

/** How a draft stands in review, as its newest event left it. Left out of a note that is plainly a draft. */
export const reviewSchema = reviewEventSchema
  .pick({ at: true, by: true, revision: true, to: true, reason: true })
  .extend({ state: z.enum(['last', 'inlamnad', 'aterlamnad', 'godkand']) })
export type Review = z.infer<typeof reviewSchema>

/** A draft that is in review, as the queue shows it: what its newest event was, and enough to find one's way. */
export const queuedSchema = reviewEventSchema
  .pick({ noteId: true, at: true, by: true, to: true, reason: true })
  .extend({
    verb: z.enum(['lamna-in', 'aterlamna', 'godkann']),
    caseId: caseIdSchema,
    caseNumber: z.string(),
    insured: z.string(),
    template: templateRefSchema,
    kind: documentKindSchema,
    owner: ownerSchema,
    author: userSchema,
  })
export type Queued = z.infer<typeof queuedSchema>

/** The state that an event leaves its note in. */
export const stateAfter = (verb: ReviewVerb): NoteState => steps[verb].to

/** How a note stands. */
export function stateOf(note: {
  readonly status: 'utkast' | 'journalford'
  readonly review?: Review | undefined
}): NoteState {
  return note.status === 'journalford' ? 'journalford' : (note.review?.state ?? 'utkast')
}

/** Whether a note can be written in as it stands. */
export const isOpen = (note: Parameters<typeof stateOf>[0]): boolean => !isFrozen(stateOf(note))

/** Whether a note's template demands that somebody else approves it before it is signed. */
export function demandsReview({ review }: Template, holds: (condition: Condition) => boolean): boolean {
  if (review === undefined) return false
  return review === 'kravs' || holds(review.when)
}
