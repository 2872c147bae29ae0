import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { answersSchema } from '../note/answers.ts'
import type { NoteContext } from '../note/context.ts'
import { type Note, objectionSchema, type StoredNote, setAsideSchema } from '../note/note.ts'
import { objectionsMember } from '../note/objections.ts'
import { type ReadNote, readNote } from '../note/read-note.ts'
import { type Template, templateRefSchema } from '../template/template.ts'
import { userSchema } from '../user/user.ts'
import { revisionCauseSchema } from './cause.ts'

/** A revision without what it says. */
export const revisionHeadSchema = z.object({
  revision: z.int().min(1),
  at: timestampSchema,
  by: userSchema,
  cause: revisionCauseSchema,
  /** The first revision of the sitting that it was saved in. */
  sitting: z.int().min(1),
  template: templateRefSchema,
})
export type RevisionHead = z.infer<typeof revisionHeadSchema>

/** A revision with all that it says. */
export const revisionSchema = revisionHeadSchema.extend({
  answers: answersSchema,
  objections: z.array(objectionSchema).optional(),
  setAside: z.array(setAsideSchema).optional(),
})
export type Revision = z.infer<typeof revisionSchema>

/** A note as it was at a revision, read in its context. */
export function readAt(
  note: StoredNote,
  { answers, objections = [] }: Pick<Revision, 'answers' | 'objections'>,
  template: Template,
  context: NoteContext,
): ReadNote {
  const { id, author, createdAt, updatedAt } = note
  const { kind, owner } = template
  const was: Note = {
    id,
    template: { id: template.id, version: template.version },
    kind,
    owner,
    author,
    createdAt,
    updatedAt,
    status: 'utkast',
    answers,
    ...objectionsMember(objections),
  }
  return readNote({ note: was, template }, context)
}
