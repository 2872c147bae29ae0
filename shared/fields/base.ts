import { z } from 'zod'
import { localizedSchema } from '../text/localized.ts'
import { conceptSchema } from './concepts.ts'
import { conditionSchema } from './condition.ts'
import { takesOverSchema } from './takes-over.ts'

/** Ids of fields, sections and options: Swedish, lower-case, hyphenated ASCII, and stable. */
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'slug' })
  .max(60)
/** No name that every object has a member of (`constructor`), so that `answers[id]` is an answer or nothing. */
export const fieldIdSchema = slugSchema.refine((id) => !(id in {})).brand<'FieldId'>()
export type FieldId = z.infer<typeof fieldIdSchema>

/** Why a field is asked for: law, the agency's steering, or our own choice; the first two name their source. */
export const demandSchema = z.discriminatedUnion('basis', [
  z.strictObject({ basis: z.literal('lag'), provision: z.string().min(1), source: z.string().min(1) }),
  z.strictObject({ basis: z.literal('styrning'), source: z.string().min(1) }),
  z.strictObject({ basis: z.literal('eget-val'), why: localizedSchema.optional() }),
])
export type Demand = z.infer<typeof demandSchema>

export const obligations = ['obligatorisk', 'rekommenderad', 'frivillig'] as const

/** What every field with an answer has, whatever its type. */
export const base = {
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
  /** What it asks about in another note: makes it an item of a checklist that such a note is reviewed against (003:136-148). */
  about: z.array(conceptSchema).min(1).optional(),
  journal: z
    .strictObject({
      /** Label in the journal where it differs from the form's. */
      label: localizedSchema.optional(),
      omit: z.boolean().optional(),
      /** The choice that says by whom this is said: printed "Hinder, enligt den försäkrade". */
      accordingTo: fieldIdSchema.optional(),
    })
    .optional(),
  /** A medical detail, which the employer is not told of without the consent of the insured (001:13411-13417). */
  medical: z.boolean().optional(),
  /** Whose words the answer tells: what another says is no opinion of the agency's. */
  saidBy: z.enum(['den-forsakrade', 'arbetsgivaren', 'varden', 'annan']).optional(),
  takesOver: takesOverSchema.optional(),
  /**
   * The question of the agency's survey on support for return to work that the field asks word for word, and whether its
   * answers can be held against those of 2023: 1 they can, 2 it may be adjusted so that they cannot, 3 it may be dropped
   * (004:92-99).
   */
  survey: z
    .strictObject({
      question: z.int().positive(),
      comparability: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    })
    .optional(),
}
const baseSchema = z.object(base)
/** A field with an answer, of whatever type. */
export type BaseField = z.infer<typeof baseSchema>

export const optionSchema = z.strictObject({
  value: slugSchema,
  label: localizedSchema,
  help: localizedSchema.optional(),
  /** What the journal prints of it instead of the label: as a statement, without what the user did not say. */
  journal: localizedSchema.optional(),
  /** Excludes all others in a several-choice field ("Inga anpassningar har gjorts"). */
  exclusive: z.boolean().optional(),
  /** Asks for own words beside it ("Annan anpassning, beskriv gärna"). */
  other: z.boolean().optional(),
})
export type Option = z.infer<typeof optionSchema>

/** A heading or a help text: the only type of field without an answer. */
export const infoSchema = z.strictObject({
  id: fieldIdSchema,
  type: z.literal('info'),
  label: localizedSchema,
  text: localizedSchema.optional(),
  visibleWhen: conditionSchema.optional(),
})
