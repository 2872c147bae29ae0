import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { noteIdSchema } from '../case/ids.ts'
import { storedNoteSchema } from '../note/note.ts'
import { templateIdSchema } from '../template/template.ts'
import { apiErrors } from './errors.ts'

/** How far drafts have come in following their templates. */
export const followingSchema = z.object({
  done: z.int(),
  total: z.int(),
  followed: z.int(),
  /** Handed in, locked, received, another role's to write, or too large: as they were. */
  stayed: z.int(),
})
export type FollowProgress = z.infer<typeof followingSchema>

const base = oc.errors(apiErrors)
const draft = { id: noteIdSchema, baseRevision: z.int().min(1) }

/** Drafts that follow their template to a later version. */
export const followContract = {
  /**
   * Lets a draft as saved at `baseRevision` follow its template to a later version: by the steps of each version on the way, and
   * what finds no place is set aside in the note. NOTE_SIGNED, NOTE_FROZEN, CONFLICT, NOT_FOUND.
   */
  note: base.input(z.strictObject({ ...draft, version: z.int().min(1) })).output(storedNoteSchema),
  /** Gives back what a draft was before it followed, as long as nothing has been done in it since. NOT_FOUND where that is not so. */
  undo: base.input(z.strictObject(draft)).output(storedNoteSchema),
  /**
   * Lets all drafts follow, of one template or of every, and tells how far it has come until the caller goes away. Those that have
   * followed by then have; it can be called again for the rest.
   */
  all: base
    .input(z.strictObject({ template: templateIdSchema.optional() }))
    .output(eventIterator(followingSchema)),
}
