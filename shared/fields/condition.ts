import { z } from 'zod'

/** What a condition asks of a value; `includes` of several. */
export type Operator = 'is' | 'is-not' | 'includes' | 'less' | 'greater'

/**
 * A condition is data: a field, an operator and a value; or a fact of the case; or a combination.
 * Evaluated in shared/note/conditions.ts against the note's answers and the case.
 */
export interface FieldCondition {
  field: string
  op: Operator | 'answered' | 'unanswered'
  value?: string | number | undefined
}
export interface CaseCondition {
  fact: CaseFact
  op: 'is' | 'is-not' | 'less' | 'greater'
  value: string | number
}
export type Condition =
  | FieldCondition
  | CaseCondition
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }

/** Facts of the case a condition may ask for. `dag` is the day of the sick leave, the first being 1. */
export const caseFacts = ['dag', 'anstallning', 'omfattning', 'forvantad-langd'] as const
const caseFactSchema = z.enum(caseFacts)
export type CaseFact = z.infer<typeof caseFactSchema>

const scalar = z.union([z.string(), z.number()])

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({
      field: z.string(),
      op: z.enum(['is', 'is-not', 'includes', 'answered', 'unanswered', 'less', 'greater']),
      value: scalar.optional(),
    }),
    z.strictObject({
      fact: caseFactSchema,
      op: z.enum(['is', 'is-not', 'less', 'greater']),
      value: scalar,
    }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
)

/** The fields that a condition names, each once. */
export function dependencies(condition: Condition | undefined): string[] {
  if (condition === undefined || 'fact' in condition) return []
  if ('field' in condition) return [condition.field]
  if ('not' in condition) return dependencies(condition.not)
  const parts = 'all' in condition ? condition.all : condition.any
  return [...new Set(parts.flatMap(dependencies))]
}
