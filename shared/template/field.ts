import { z } from 'zod'
import { aktivitetKinds, insatsKinds } from '../case/rows.ts'
import { localizedSchema } from '../text/localized.ts'
import { conceptSchema } from './concepts.ts'
import { conditionSchema } from './condition.ts'

/** Ids of fields, sections and options: Swedish, lower-case, hyphenated ASCII, and stable. */
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'slug' })
  .max(60)
export const fieldIdSchema = slugSchema.brand<'FieldId'>()

/** Why a field is asked for: law, the agency's steering, or our own choice; the first two name their source. */
export const demandSchema = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('lag'), provision: z.string().min(1), source: z.string().min(1) }),
  z.strictObject({ basis: z.literal('styrning'), source: z.string().min(1) }),
  z.strictObject({ basis: z.literal('eget-val'), why: localizedSchema.optional() }),
])
export type Demand = z.infer<typeof demandSchema>

export const obligations = ['obligatorisk', 'rekommenderad', 'frivillig'] as const

const base = {
  id: fieldIdSchema,
  label: localizedSchema,
  help: localizedSchema.optional(),
  /** Longer handläggarstöd, shown beside the note while the field has focus. */
  support: localizedSchema.optional(),
  obligation: z.enum(obligations),
  /** Makes the field obligatory while the condition holds. */
  obligatoryWhen: conditionSchema.optional(),
  visibleWhen: conditionSchema.optional(),
  demand: demandSchema,
  /** What the field means to the rules. */
  concept: conceptSchema.optional(),
  journal: z
    .strictObject({
      /** Label in the journal where it differs from the form's. */
      label: localizedSchema.optional(),
      omit: z.boolean().optional(),
    })
    .optional(),
}

export const optionSchema = z.strictObject({
  value: slugSchema,
  label: localizedSchema,
  help: localizedSchema.optional(),
  /** Excludes all others in a several-choice field ("Inga anpassningar har gjorts"). */
  exclusive: z.boolean().optional(),
  /** Asks for own words beside it ("Annan anpassning, beskriv gärna"). */
  other: z.boolean().optional(),
})
export type Option = z.infer<typeof optionSchema>

/** A bound on a date: a day relative to today or to a date of the case, or a fixed date. */
export const dateBoundSchema = z.union([
  z.strictObject({ relativeTo: z.enum(['today', 'first-sick-day']), days: z.int() }),
  z.strictObject({ date: z.iso.date() }),
])
export type DateBound = z.infer<typeof dateBoundSchema>

const options = z.array(optionSchema).min(1)

const simpleFields = [
  z.strictObject({
    ...base,
    type: z.literal('text'),
    multiline: z.boolean().optional(),
    maxLength: z.int().positive().optional(),
  }),
  z.strictObject({ ...base, type: z.literal('rich-text') }),
  z.strictObject({
    ...base,
    type: z.literal('date'),
    min: dateBoundSchema.optional(),
    max: dateBoundSchema.optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: localizedSchema.optional(),
  }),
  z.strictObject({ ...base, type: z.literal('yes-no') }),
  z.strictObject({ ...base, type: z.literal('choice'), options }),
  z.strictObject({ ...base, type: z.literal('choices'), options }),
  z.strictObject({ ...base, type: z.literal('actor') }),
  z.strictObject({ ...base, type: z.literal('person') }),
] as const

/** Fields that may stand in a repeated group. */
export const simpleFieldSchema = z.discriminatedUnion('type', [...simpleFields])
export type SimpleField = z.infer<typeof simpleFieldSchema>

export const fieldSchema = z.discriminatedUnion('type', [
  ...simpleFields,
  z.strictObject({
    ...base,
    type: z.literal('note-reference'),
    /** Kinds of document that can be referred to. */
    kinds: z.array(z.string()).min(1),
  }),
  z.strictObject({ ...base, type: z.literal('consents') }),
  z.strictObject({ ...base, type: z.literal('insatser'), kinds: z.array(z.enum(insatsKinds)).optional() }),
  z.strictObject({
    ...base,
    type: z.literal('aktiviteter'),
    kinds: z.array(z.enum(aktivitetKinds)).optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('group'),
    /** What one row is called: "deltagare", "punkt". */
    item: localizedSchema,
    fields: z.array(simpleFieldSchema).min(1),
  }),
  z.strictObject({
    id: fieldIdSchema,
    type: z.literal('info'),
    label: localizedSchema,
    text: localizedSchema.optional(),
    visibleWhen: conditionSchema.optional(),
  }),
])
export type Field = z.infer<typeof fieldSchema>
export type FieldType = Field['type']
/** A field that holds an answer: all but headings and help texts. */
export type AnswerField = Exclude<Field, { type: 'info' }>
