import { z } from 'zod'

export const caseIdSchema = z.uuid().brand<'CaseId'>()
export const noteIdSchema = z.uuid().brand<'NoteId'>()
/** A row in a list of insatser, aktiviteter or a repeated group; unique within its field. */
export const rowIdSchema = z.string().min(1).max(64).brand<'RowId'>()
/** SHA-256 in lower-case hex. */
export const digestSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Digest'>()

export type CaseId = z.infer<typeof caseIdSchema>
export type NoteId = z.infer<typeof noteIdSchema>
export type RowId = z.infer<typeof rowIdSchema>
export type Digest = z.infer<typeof digestSchema>
