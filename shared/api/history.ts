import { oc } from '@orpc/contract'
import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { noteByDaySchema } from '../history/by-day.ts'
import { revisionHeadSchema, revisionSchema } from '../history/revision.ts'
import { storedNoteSchema } from '../note/note.ts'
import { templateSchema } from '../template/template.ts'
import { userSchema } from '../user/user.ts'
import { apiErrors } from './errors.ts'

const base = oc.errors(apiErrors)

/** A revision in a list: which fields say something else than in the one before it that is kept. */
const listedSchema = revisionHeadSchema.extend({ changed: z.array(z.string()) })
export type ListedRevision = z.infer<typeof listedSchema>

/** The setting of the archive that lets the opening of notes be logged. */
export const READING_LOGGED = 'readingLogged'

export const historyContract = {
  /** The newest `limit` revisions that are kept of a note, newest first, and who has opened it where that is logged. NOT_FOUND. */
  list: base.input(z.strictObject({ note: noteIdSchema, limit: z.int().min(1).max(2000) })).output(
    z.object({
      revisions: z.array(listedSchema),
      /** How many older ones there are. */
      older: z.int(),
      reads: z.array(z.object({ at: timestampSchema, by: userSchema })),
    }),
  ),
  /** One revision, with its template where the program still has it. NOT_FOUND where it never was, or was thinned out. */
  get: base
    .input(z.strictObject({ note: noteIdSchema, revision: z.int().min(1) }))
    .output(revisionSchema.extend({ form: templateSchema.optional() })),
  /** What each note of a case said at the end of every day that it was saved on. NOT_FOUND. */
  byDay: base.input(z.strictObject({ caseId: caseIdSchema })).output(z.array(noteByDaySchema)),
  /**
   * What a revision says, as a new revision after the one saved at `baseRevision`, which stays. What the note says already makes
   * none. NOT_FOUND, NOTE_SIGNED, NOTE_FROZEN, CONFLICT.
   */
  restore: base
    .input(
      z.strictObject({
        note: noteIdSchema,
        revision: z.int().min(1),
        baseRevision: z.int().min(1),
      }),
    )
    .output(storedNoteSchema),
}
