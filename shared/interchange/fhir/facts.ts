import { employmentSchema, expectedLengths } from '../../case/case.ts'
import { type CaseFact, type Condition, caseFacts } from '../../fields/condition.ts'
import { type AnswerField, holdsAnswer } from '../../fields/index.ts'
import type { Json, JsonObject } from '../../fields/json.ts'
import { caseFact } from '../../note/conditions.ts'
import type { NoteContext } from '../../note/context.ts'
import type { Template } from '../../template/template.ts'
import { localized } from '../../text/index.ts'
import { partLink } from './link-ids.ts'
import type { AnswerPart } from './parts.ts'

// What a form goes by and nobody answers in it: facts of the case. FHIR's launch contexts carry resources of FHIR, which a
// case is not, and an expression that names a context nobody gave stops a renderer. So the facts are questions of a hidden
// group, which our answers fill in; whoever does not fill them in has a form that asks all it might, and demands none of it.

/** A fact of the case that a form goes by: of its conditions, or the day that its dates are counted from. */
export type Fact = CaseFact | 'first-sick-day'

/** The link id of the group; no field's and no section's holds these words. */
export const FACTS = 'arende/fakta'
export const factLink = (fact: Fact) => partLink(FACTS, [fact])

const employments = employmentSchema.options.map(({ shape }) => shape.kind.value)

const parts: Readonly<Record<Fact, AnswerPart>> = {
  dag: { path: ['dag'], label: localized('lists.caseFact.dag'), type: 'decimal' },
  anstallning: {
    path: ['anstallning'],
    label: localized('lists.caseFact.anstallning'),
    type: 'coding',
    options: employments.map((code) => ({ code, label: localized(`lists.employment.${code}`) })),
  },
  omfattning: { path: ['omfattning'], label: localized('lists.caseFact.omfattning'), type: 'decimal' },
  'forvantad-langd': {
    path: ['forvantad-langd'],
    label: localized('lists.caseFact.forvantad-langd'),
    type: 'coding',
    options: expectedLengths.map((code) => ({ code, label: localized(`lists.expectedLength.${code}`) })),
  },
  'first-sick-day': { path: ['first-sick-day'], label: localized('cases.field.firstSickDay'), type: 'date' },
}

/** Whether a fact is a number; else it is a code. */
export const isNumber = (fact: CaseFact) => parts[fact].type === 'decimal'

/** The facts that a condition asks, each once. */
export function factsIn(condition: Condition | undefined): CaseFact[] {
  if (condition === undefined || 'field' in condition) return []
  if ('fact' in condition) return [condition.fact]
  if ('not' in condition) return factsIn(condition.not)
  const inner = 'all' in condition ? condition.all : condition.any
  return [...new Set(inner.flatMap(factsIn))]
}

/** Whether a bound of a date is counted from a day of the case; in rows too, since the case is the same for all of them. */
function isCounted(field: AnswerField): boolean {
  if (field.type === 'group') return field.fields.some(isCounted)
  if (field.type !== 'date' && field.type !== 'period') return false
  return [field.min, field.max].some(
    (bound) => bound !== undefined && 'relativeTo' in bound && bound.relativeTo === 'first-sick-day',
  )
}

/** The facts that a form of the template goes by, as questions; conditions of rows are in no form, and theirs are left out. */
export function factParts({ sections }: Template): AnswerPart[] {
  const fields = sections.flatMap((section) => section.fields)
  const answers = fields.filter(holdsAnswer)
  const asked = new Set<string>([
    ...[...sections, ...fields].flatMap(({ visibleWhen }) => factsIn(visibleWhen)),
    ...answers.flatMap(({ obligatoryWhen }) => factsIn(obligatoryWhen)),
    ...(answers.some(isCounted) ? ['first-sick-day'] : []),
  ])
  return Object.values(parts).filter(({ path }) => asked.has(path[0]))
}

/** The facts of a case as an answer of several parts, as the conditions of a note see them. */
export function knownFacts({ case: details, today }: NoteContext): JsonObject {
  const facts = caseFacts.map((fact): [string, Json] => [fact, caseFact(fact, details, today)])
  return { ...Object.fromEntries(facts), 'first-sick-day': details.firstSickDay }
}
