import { type Concept, conceptValues, wholeIn } from '../fields/concepts.ts'
import { type Condition, dependencies } from '../fields/condition.ts'
import type { Cause } from '../fields/define.ts'
import { type AnswerField, type Field, holdsAnswer, opsOf } from '../fields/index.ts'
import { conditionCauses } from './condition-causes.ts'
import { followCauses } from './follow-shapes.ts'
import { referenceCauses } from './reference-causes.ts'
import type { Template } from './template.ts'

/** "A handful": more obligatory fields than this and nobody fills in the rest. Own choice (design: few obligatory fields). */
export const MOST_OBLIGATORY = 7

type Path = readonly PropertyKey[]
interface Placed<T> {
  item: T
  path: Path
}

function placedFields(template: Template): Placed<Field>[] {
  return template.sections.flatMap((section, s) =>
    section.fields.map((item, f) => ({ item, path: ['sections', s, 'fields', f] })),
  )
}

function columnsOf({ item, path }: Placed<AnswerField>): Placed<AnswerField>[] {
  return 'fields' in item
    ? item.fields.map((column, c) => ({ item: column, path: [...path, 'fields', c] }))
    : []
}

/** Ids that stand twice. */
function duplicates(items: readonly Placed<string>[]): Cause[] {
  const seen = new Set<string>()
  return items.flatMap(({ item, path }) => {
    if (seen.has(item)) return [{ path, key: 'rules.template.idTwice', params: { id: item } }]
    seen.add(item)
    return []
  })
}

const ids = (placed: readonly Placed<{ id: string }>[]) =>
  placed.map(({ item, path }) => ({ item: item.id, path: [...path, 'id'] }))

const demandedValues: Partial<Record<Concept, readonly string[]>> = conceptValues

/** The options that a field's concept demands and that it lacks; outside the concept's own document one of them is enough. */
function lackingOptions({ kind }: Template, concept: Concept, field: AnswerField): readonly string[] {
  const demanded = demandedValues[concept] ?? []
  const lacking = demanded.filter((value) => !opsOf(field).options.some((option) => option.value === value))
  const whole = wholeIn[concept]
  return whole === undefined || whole === kind || lacking.length === demanded.length ? lacking : []
}

function conceptCauses(template: Template, fields: readonly Placed<AnswerField>[]): Cause[] {
  const seen = new Set<string>()
  return fields.flatMap(({ item, path }): Cause[] => {
    if (item.concept === undefined) return []
    if (seen.has(item.concept))
      return [
        {
          path: [...path, 'concept'],
          key: 'rules.template.conceptTwice',
          params: { concept: item.concept },
        },
      ]
    seen.add(item.concept)
    const lacking = lackingOptions(template, item.concept, item)
    if (lacking.length === 0) return []
    const params = { concept: item.concept, values: lacking.join(', ') }
    return [{ path, key: 'rules.template.conceptOptions', params }]
  })
}

/** What each type of field knows cannot be. */
function ownCauses({ item, path }: Placed<AnswerField>): Cause[] {
  return opsOf(item)
    .causes()
    .map((cause) => ({ ...cause, path: [...path, ...cause.path] }))
}

/** Fields whose visibility depends on itself, by way of others. */
function circleCauses(template: Template, fields: readonly Placed<Field>[]): Cause[] {
  const needs = new Map<string, string[]>(
    template.sections.flatMap((section) =>
      section.fields.map((field) => [
        field.id,
        [...dependencies(section.visibleWhen), ...dependencies(field.visibleWhen)],
      ]),
    ),
  )
  const leadsBack = (start: string): boolean => {
    const seen = new Set<string>()
    const wait = [...(needs.get(start) ?? [])]
    for (let id = wait.pop(); id !== undefined; id = wait.pop()) {
      if (id === start) return true
      if (seen.has(id)) continue
      seen.add(id)
      wait.push(...(needs.get(id) ?? []))
    }
    return false
  }
  return fields
    .filter(({ item }) => leadsBack(item.id))
    .map(({ item, path }) => ({ path, key: 'rules.template.circle', params: { id: item.id } }))
}

function obligationCauses(fields: readonly Placed<AnswerField>[]): Cause[] {
  const obligatory = fields.filter(
    ({ item }) => item.obligation === 'obligatorisk' || item.obligatoryWhen !== undefined,
  )
  const idle = fields
    .filter(({ item }) => item.obligation === 'obligatorisk' && item.obligatoryWhen !== undefined)
    .map(({ path }): Cause => ({ path: [...path, 'obligatoryWhen'], key: 'rules.template.alwaysObligatory' }))
  if (obligatory.length <= MOST_OBLIGATORY) return idle
  const params = { count: obligatory.length, most: MOST_OBLIGATORY }
  return [...idle, { path: ['sections'], key: 'rules.template.tooManyObligatory', params }]
}

/** The plan is the employer's document and every other kind the agency's: a template cannot say otherwise. */
function ownerCauses({ kind, owner }: Template): Cause[] {
  const right = kind === 'arbetsgivarens-plan' ? 'arbetsgivare' : 'forsakringskassan'
  return owner === right
    ? []
    : [{ path: ['owner'], key: 'rules.template.owner', params: { kind, owner: right } }]
}

/** What a template of the right form says that cannot be, with its place. */
export function semanticCauses(template: Template): Cause[] {
  const sections = template.sections.map((item, s) => ({ item, path: ['sections', s] }))
  const top = placedFields(template)
  const ofAnswers = top.flatMap(({ item, path }) => (holdsAnswer(item) ? [{ item, path }] : []))
  const answers = ofAnswers.flatMap((placed): Placed<AnswerField>[] => [placed, ...columnsOf(placed)])
  const questions = answers.flatMap(({ item, path }) =>
    item.survey === undefined
      ? []
      : [{ item: item.survey.question.toString(), path: [...path, 'survey', 'question'] }],
  )
  const known = new Map<string, Field>(top.map(({ item }) => [item.id, item]))

  const conditionsAt = (
    path: Path,
    conditions: Readonly<Record<string, Condition | undefined>>,
    scope: ReadonlyMap<string, Field>,
  ) =>
    Object.entries(conditions).flatMap(([member, condition]) =>
      condition === undefined ? [] : conditionCauses(condition, [...path, member], scope),
    )
  const ofField = ({ item, path }: Placed<Field>, scope: ReadonlyMap<string, Field>) =>
    conditionsAt(
      path,
      holdsAnswer(item)
        ? { visibleWhen: item.visibleWhen, obligatoryWhen: item.obligatoryWhen }
        : { visibleWhen: item.visibleWhen },
      scope,
    )

  return [
    ...ownerCauses(template),
    ...duplicates(ids(sections)),
    ...duplicates(ids(top)),
    ...ofAnswers.flatMap((placed) => duplicates(ids(columnsOf(placed)))),
    ...answers.flatMap(ownCauses),
    ...ofAnswers.flatMap(({ item, path }) => referenceCauses(item, path, known)),
    ...(template.titles ?? []).flatMap(({ when }, index) => conditionsAt(['titles', index], { when }, known)),
    ...(typeof template.review === 'object'
      ? conditionsAt(['review'], { when: template.review.when }, known)
      : []),
    ...template.legalBasis.flatMap(({ when }, index) => conditionsAt(['legalBasis', index], { when }, known)),
    ...sections.flatMap(({ item, path }) => conditionsAt(path, { visibleWhen: item.visibleWhen }, known)),
    ...top.flatMap((placed) => ofField(placed, known)),
    ...ofAnswers.flatMap((placed) => {
      const columns = columnsOf(placed)
      // Most fields have none: all that the template knows is not put together again for each of them.
      if (columns.length === 0) return []
      const scope = new Map<string, Field>([
        ...known,
        ...columns.map(({ item }): [string, Field] => [item.id, item]),
      ])
      return columns.flatMap((column) => ofField(column, scope))
    }),
    ...circleCauses(template, top),
    ...conceptCauses(template, answers),
    ...duplicates(questions),
    ...obligationCauses(answers),
    ...followCauses(template),
  ]
}
