import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isoDateSchema, timestampSchema } from '../case/dates.ts'
import { caseIdSchema, noteIdSchema } from '../case/ids.ts'
import { languageSchema } from '../text/localized.ts'
import { userIdSchema, userSchema } from '../user/user.ts'
import { apiErrors } from './errors.ts'
import { exportedFileSchema } from './notes.ts'

/** Which entries: by whom or about whom, what was done, in which case, from and to which day in Sweden. */
export const logFilterSchema = z.strictObject({
  user: userIdSchema.optional(),
  action: z.string().max(80).optional(),
  case: caseIdSchema.optional(),
  from: isoDateSchema.optional(),
  to: isoDateSchema.optional(),
})
export type LogChoice = z.infer<typeof logFilterSchema>

/** Something that was done, with what it was done to by id. The number of the case and the name of the user are looked up. */
export const toldEntrySchema = z.object({
  seq: z.int(),
  at: timestampSchema,
  by: userSchema,
  action: z.string(),
  caseId: caseIdSchema.optional(),
  caseNumber: z.string().optional(),
  noteId: noteIdSchema.optional(),
  userId: userIdSchema.optional(),
  userName: z.string().optional(),
})
export type ToldEntry = z.infer<typeof toldEntrySchema>

export const logFormats = ['csv', 'json'] as const

const base = oc.errors(apiErrors)

export const logContract = {
  /** The newest entries first, at most `limit`, of those before `before`; `more`: whether there are older ones still. */
  list: base
    .input(
      z.strictObject({
        filter: logFilterSchema,
        before: z.int().optional(),
        limit: z.int().min(1).max(1000),
      }),
    )
    .output(z.object({ entries: z.array(toldEntrySchema), more: z.boolean() })),
  /** All actions that stand in the log. */
  actions: base.output(z.array(z.string())),
  /** What the filter leaves as a file, oldest first. */
  export: base
    .input(z.strictObject({ filter: logFilterSchema, format: z.enum(logFormats), language: languageSchema }))
    .output(exportedFileSchema),
}
