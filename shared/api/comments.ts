import { oc } from '@orpc/contract'
import { z } from 'zod'
import { noteIdSchema } from '../case/ids.ts'
import {
  anchorSchema,
  entryIdSchema,
  threadIdSchema,
  threadSchema,
  type Words,
  wordsSchema,
} from '../comments/thread.ts'
import { storedNoteSchema } from '../note/note.ts'
import { apiErrors } from './errors.ts'

const base = oc.errors(apiErrors)
const byThread = { thread: threadIdSchema }
const saysSomething = ({ text, suggestion }: Words) => text.trim() !== '' || suggestion !== undefined

export const commentsContract = {
  /** The threads of a note, in the order they were begun. */
  ofNote: base.input(z.strictObject({ note: noteIdSchema })).output(z.array(threadSchema)),
  /**
   * Begins a thread. A passage is found in the note as it is saved: where it was said to stand, else where its words are nearest;
   * where they are nowhere the comment is kept all the same. NOT_FOUND, TOO_LARGE, TOO_MANY_COMMENTS.
   */
  begin: base
    .input(wordsSchema.extend({ note: noteIdSchema, anchor: anchorSchema }).refine(saysSomething))
    .output(threadSchema),
  /** NOT_FOUND, COMMENT_RESOLVED, TOO_LARGE, TOO_MANY_COMMENTS. */
  reply: base.input(wordsSchema.extend(byThread).refine(saysSomething)).output(threadSchema),
  /** What is resolved already stays as it is, and so does what is open with `reopen`. */
  resolve: base.input(z.strictObject(byThread)).output(threadSchema),
  reopen: base.input(z.strictObject(byThread)).output(threadSchema),
  /**
   * Puts the words of a suggestion in the note, as saved at `baseRevision`, as a new revision, and resolves the thread.
   * NOT_FOUND, NOTE_SIGNED, CONFLICT, SUGGESTION_SETTLED, SUGGESTION_STALE.
   */
  accept: base
    .input(z.strictObject({ ...byThread, entry: entryIdSchema, baseRevision: z.int().min(1) }))
    .output(z.object({ thread: threadSchema, note: storedNoteSchema })),
  /** Says no to a suggestion and why; the thread stays open. NOT_FOUND, SUGGESTION_SETTLED, TOO_LARGE. */
  decline: base
    .input(z.strictObject({ ...byThread, entry: entryIdSchema, reason: z.string().trim().min(1) }))
    .output(threadSchema),
}
