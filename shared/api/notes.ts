import { oc } from '@orpc/contract'
import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { saveCauseSchema } from '../history/cause.ts'
import { exportFormats } from '../journal/entry.ts'
import { answersSchema } from '../note/answers.ts'
import { objectionSchema, readSentenceSchema, storedNoteSchema } from '../note/note.ts'
import { templateIdSchema, templateRefSchema } from '../template/template.ts'
import { languageSchema } from '../text/localized.ts'
import { apiErrors } from './errors.ts'

export const exportFormatSchema = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const exportedFileSchema = z.object({
  /** A suggested file name without personal data: kind of document, case number and status. */
  fileName: z.string(),
  mimeType: z.string(),
  /** The bytes, base64. */
  base64: z.string(),
})

const base = oc.errors(apiErrors)
const byId = z.strictObject({ id: noteIdSchema })

export const notesContract = {
  get: base.input(byId).output(storedNoteSchema),
  /** All notes of a case with their answers, oldest first: what the cross-document rules read. */
  ofCase: base.input(z.strictObject({ caseId: caseIdSchema })).output(z.array(storedNoteSchema)),
  create: base
    .input(z.strictObject({ caseId: caseIdSchema, templateId: templateIdSchema }))
    .output(storedNoteSchema),
  /**
   * Saves all that the note says as a new revision. `baseRevision` is the one the edit began from; another now:
   * CONFLICT. `cause` is why, where it was not just written. Objections are given by their sentences alone: the core says who made a new one and when.
   */
  save: base
    .input(
      z.strictObject({
        id: noteIdSchema,
        baseRevision: z.int().min(1),
        answers: answersSchema,
        objections: z.array(readSentenceSchema).max(1000).optional(),
        cause: saveCauseSchema.optional(),
      }),
    )
    .output(
      z.object({
        revision: z.int(),
        savedAt: timestampSchema,
        objections: z.array(objectionSchema).optional(),
      }),
    ),
  /**
   * Moves a draft as saved at `baseRevision` to another template: what it asks as well follows, the rest is set aside in the
   * note. Moved to the template that it came from it says what it said. NOTE_SIGNED, CONFLICT, NOT_FOUND.
   */
  move: base
    .input(z.strictObject({ id: noteIdSchema, baseRevision: z.int().min(1), template: templateRefSchema }))
    .output(storedNoteSchema),
  /**
   * Journalför the note as saved at `baseRevision`, sealed with the user's own key; `code` is the user's signing code, where
   * they have one. Errors in it: NOTE_HAS_ERRORS. SIGNING_CODE_NEEDED, WRONG_SIGNING_CODE.
   */
  sign: base
    .input(
      z.strictObject({
        id: noteIdSchema,
        baseRevision: z.int().min(1),
        code: z.string().max(1000).optional(),
      }),
    )
    .output(storedNoteSchema),
  /** With `comments` those on the note are an appendix, or a member of the JSON; without it nothing of them is in the file. */
  export: base
    .input(
      z.strictObject({
        id: noteIdSchema,
        format: exportFormatSchema,
        language: languageSchema,
        comments: z.boolean().optional(),
      }),
    )
    .output(exportedFileSchema),
}
