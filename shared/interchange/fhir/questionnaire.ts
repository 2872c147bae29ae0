import { z } from 'zod'

// What is read and written of a FHIR R5 Questionnaire (https://hl7.org/fhir/R5/questionnaire.html). All else that stands
// in one is passed over; what matters of it to whoever fills in the form is named here, so that it can be reported.

const codingSchema = z.object({
  get extension() {
    return z.array(extensionSchema).optional()
  },
  system: z.string().optional(),
  code: z.string().optional(),
  display: z.string().optional(),
  get _display() {
    return elementSchema.optional()
  },
})
export type Coding = z.infer<typeof codingSchema>

export interface Extension {
  url: string
  valueString?: string | undefined
  _valueString?: PrimitiveElement | undefined
  valueMarkdown?: string | undefined
  valueCode?: string | undefined
  valueBoolean?: boolean | undefined
  valueInteger?: number | undefined
  valueDecimal?: number | undefined
  valueDate?: string | undefined
  _valueDate?: PrimitiveElement | undefined
  valueId?: string | undefined
  valueCoding?: Coding | undefined
  valueCodeableConcept?: { coding?: Coding[] | undefined } | undefined
  valueExpression?: { language: string; expression?: string | undefined } | undefined
  extension?: Extension[] | undefined
}
const extensionSchema: z.ZodType<Extension> = z.lazy(() =>
  z.object({
    url: z.string(),
    valueString: z.string().optional(),
    _valueString: elementSchema.optional(),
    valueMarkdown: z.string().optional(),
    valueCode: z.string().optional(),
    valueBoolean: z.boolean().optional(),
    valueInteger: z.number().optional(),
    valueDecimal: z.number().optional(),
    valueDate: z.string().optional(),
    _valueDate: elementSchema.optional(),
    valueId: z.string().optional(),
    valueCoding: codingSchema.optional(),
    valueCodeableConcept: z.object({ coding: z.array(codingSchema).optional() }).optional(),
    valueExpression: z.object({ language: z.string(), expression: z.string().optional() }).optional(),
    extension: z.array(extensionSchema).optional(),
  }),
)
/** What is said beside a primitive value: its translations. */
const elementSchema = z.object({ extension: z.array(extensionSchema).optional() })
export interface PrimitiveElement {
  extension?: Extension[] | undefined
}

const extensions = { extension: z.array(extensionSchema).optional() }

const enableWhenSchema = z.object({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.boolean().optional(),
  answerDecimal: z.number().optional(),
  answerInteger: z.number().optional(),
  answerDate: z.string().optional(),
  answerString: z.string().optional(),
  answerCoding: codingSchema.optional(),
})
export type EnableWhen = z.infer<typeof enableWhenSchema>

const answerOptionSchema = z.object({
  ...extensions,
  /** Read only to be reported. */
  initialSelected: z.boolean().optional(),
  valueCoding: codingSchema.optional(),
  valueString: z.string().optional(),
  valueInteger: z.number().optional(),
  valueDate: z.string().optional(),
})
export type AnswerOption = z.infer<typeof answerOptionSchema>

const plainItemSchema = z.object({
  ...extensions,
  linkId: z.string().min(1),
  prefix: z.string().optional(),
  text: z.string().optional(),
  _text: elementSchema.optional(),
  type: z.string().min(1),
  enableWhen: z.array(enableWhenSchema).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  maxLength: z.int().optional(),
  answerConstraint: z.string().optional(),
  answerValueSet: z.string().optional(),
  answerOption: z.array(answerOptionSchema).optional(),
  /** Read only to be reported. */
  initial: z.array(z.unknown()).optional(),
  readOnly: z.boolean().optional(),
})
export interface Item extends z.infer<typeof plainItemSchema> {
  item?: Item[] | undefined
}
const itemSchema: z.ZodType<Item> = z.lazy(() =>
  plainItemSchema.extend({ item: z.array(itemSchema).optional() }),
)

/** A set of codes that comes with the form. */
const valueSetSchema = z.object({
  id: z.string(),
  resourceType: z.literal('ValueSet'),
  expansion: z.object({ contains: z.array(codingSchema).optional() }).optional(),
  compose: z
    .object({ include: z.array(z.object({ concept: z.array(codingSchema).optional() })).optional() })
    .optional(),
})
export type ValueSet = z.infer<typeof valueSetSchema>

export const questionnaireSchema = z.object({
  resourceType: z.literal('Questionnaire'),
  ...extensions,
  id: z.string().optional(),
  language: z.string().optional(),
  contained: z.array(z.unknown()).optional(),
  url: z.string().optional(),
  version: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  _title: elementSchema.optional(),
  status: z.string(),
  subjectType: z.array(z.string()).optional(),
  description: z.string().optional(),
  _description: elementSchema.optional(),
  purpose: z.string().optional(),
  _purpose: elementSchema.optional(),
  item: z.array(itemSchema).min(1),
})
export type Questionnaire = z.infer<typeof questionnaireSchema>

/** The sets of codes that come with a form, by their ids. */
export function valueSets({ contained }: Questionnaire): Map<string, ValueSet> {
  const sets = (contained ?? []).flatMap((each) => valueSetSchema.safeParse(each).data ?? [])
  return new Map(sets.map((set) => [set.id, set]))
}
