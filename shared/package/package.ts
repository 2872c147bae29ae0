import { z } from 'zod'
import { caseSchema } from '../case/case.ts'
import { timestampSchema } from '../case/dates.ts'
import { digestSchema, noteIdSchema } from '../case/ids.ts'
import { threadSchema } from '../comments/thread.ts'
import { draftNoteSchema } from '../note/note.ts'
import { reviewEventSchema } from '../note/review.ts'
import { userSchema } from '../user/user.ts'

/** What a *granskningspaket* ends in, and so does the answer to one: one encrypted file each. */
export const PACKAGE_EXTENSION = '.klarlagt-granskning'

export const packageIdSchema = z.uuid().brand<'PackageId'>()
export type PackageId = z.infer<typeof packageIdSchema>

/** Which text of a note is reviewed: its revision where it was written, and the digest of what it says. */
export const reviewedNoteSchema = z.strictObject({
  id: noteIdSchema,
  revision: z.int().min(1),
  digest: digestSchema,
})
export type ReviewedNote = z.infer<typeof reviewedNoteSchema>

const head = { version: z.literal(1), by: userSchema, at: timestampSchema }

/**
 * A case that is passed to a specialist elsewhere: its details, the notes that were handed in as they were handed in, and what
 * has been said of them. `reply`: a recipient of age that the answer can be encrypted to.
 */
export const packageSchema = z.strictObject({
  format: z.literal('klarlagt/granskning'),
  ...head,
  id: packageIdSchema,
  reply: z.string().max(4000).optional(),
  case: caseSchema,
  notes: z
    .array(
      z.strictObject({
        ...reviewedNoteSchema.shape,
        note: draftNoteSchema,
        /** What has happened in review so far, the last of it that the note was handed in. */
        events: z.array(reviewEventSchema).min(1),
        threads: z.array(threadSchema),
      }),
    )
    .min(1)
    .max(200),
})
export type ReviewPackage = z.infer<typeof packageSchema>

/** What a specialist has decided and said of the notes of a package, and nothing else. */
export const answerSchema = z.strictObject({
  format: z.literal('klarlagt/granskningssvar'),
  ...head,
  notes: z
    .array(
      z.strictObject({
        ...reviewedNoteSchema.shape,
        /** The package that the note came with last. */
        package: packageIdSchema,
        events: z.array(reviewEventSchema),
        threads: z.array(threadSchema),
      }),
    )
    .min(1)
    .max(1000),
})
export type ReviewAnswer = z.infer<typeof answerSchema>

/** Either, told apart by its format. */
export const packageFileSchema = z.discriminatedUnion('format', [packageSchema, answerSchema])
