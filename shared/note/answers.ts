import { z } from 'zod'

/** Answers by field id, as stored: any JSON, since a template may since have changed. Read with `readAs`. */
export const answersSchema = z.record(z.string(), z.json())
export type Answers = z.infer<typeof answersSchema>
