import { z } from 'zod'

const membersSchema = z.record(z.string(), z.json())
export type Answers = z.infer<typeof membersSchema>

/**
 * Answers by field id, as stored: any JSON, since a template may since have changed. Read with `readAs`. They are
 * handed on as they came, not copied: zod's copy would leave out an answer named `__proto__`, and an answer that no
 * field takes is kept whatever its name.
 */
export const answersSchema = z
  .custom<Answers>()
  .superRefine((value, context) => {
    for (const issue of membersSchema.safeParse(value).error?.issues ?? []) context.addIssue({ ...issue })
  })
  .meta({ type: 'object' })
