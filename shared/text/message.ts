import { z } from 'zod'
import { localizedSchema } from './localized.ts'

/**
 * A text to be shown later, in the reader's language: a key of the text files and the values put into it.
 * Kept as data so that a marker made once reads rightly after a change of language.
 */
export const messageSchema = z.strictObject({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), localizedSchema])).optional(),
})
export type Message = z.infer<typeof messageSchema>
export type MessageParams = NonNullable<z.infer<typeof messageSchema>['params']>
