import { z } from 'zod'
import { personRoleSchema } from '../case/actors.ts'
import { noteIdSchema, rowIdSchema } from '../case/ids.ts'
import { aktivitetSchema, consentSchema, insatsSchema } from '../case/rows.ts'
import { type FieldType, fieldIdSchema } from '../template/field.ts'
import { richTextSchema } from './rich-text.ts'

/**
 * The form of an answer for each type of field. Dates and numbers stay as they were typed, so that
 * "2026-02-30" is kept, shown and complained about, never dropped.
 */
const simpleAnswerSchemas = {
  text: z.string(),
  'rich-text': richTextSchema,
  date: z.string(),
  number: z.string(),
  'yes-no': z.enum(['ja', 'nej']),
  choice: z.strictObject({ value: z.string(), other: z.string().optional() }),
  choices: z.strictObject({ values: z.array(z.string()), other: z.string().optional() }),
  actor: z.strictObject({ actor: personRoleSchema, name: z.string().optional() }),
  person: z.strictObject({
    name: z.string(),
    role: personRoleSchema.optional(),
    title: z.string().optional(),
  }),
} as const

const rowAnswersSchema = z.record(fieldIdSchema, z.json())

export const answerSchemas = {
  ...simpleAnswerSchemas,
  'note-reference': z.strictObject({ note: noteIdSchema }),
  consents: z.array(consentSchema),
  insatser: z.array(insatsSchema),
  aktiviteter: z.array(aktivitetSchema),
  group: z.array(z.strictObject({ id: rowIdSchema, answers: rowAnswersSchema })),
} as const satisfies Record<Exclude<FieldType, 'info'>, z.ZodType>

export type AnswerType = keyof typeof answerSchemas
type AnswerByType = { [T in AnswerType]: z.infer<(typeof answerSchemas)[T]> }
/** The answer to a field of type T. */
export type Answer<T extends AnswerType> = AnswerByType[T]

const readers: { [T in AnswerType]: z.ZodType<AnswerByType[T]> } = answerSchemas

/** Answers by field id, as stored: any JSON, since a template may since have changed. Read with `readAnswer`. */
export const answersSchema = z.record(z.string(), z.json())
export type Answers = z.infer<typeof answersSchema>

/** The answer to a field as its type says, or undefined where there is none or it is of another form. */
export function readAnswer<T extends AnswerType>(
  answers: Answers,
  field: string,
  type: T,
): Answer<T> | undefined {
  const value = answers[field]
  if (value === undefined) return undefined
  const parsed = readers[type].safeParse(value)
  return parsed.success ? parsed.data : undefined
}
