import { conceptValues } from './concepts.ts'
import type { Condition } from './condition.ts'
import { conditionCauses } from './condition-semantics.ts'
import { dependencies } from './evaluate.ts'
import type { AnswerField, Field, Option, SimpleField } from './field.ts'
import { documentKindSchema } from './kinds.ts'
import type { Cause } from './problem.ts'
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

function columnsOf({ item, path }: Placed<Field>): Placed<SimpleField>[] {
  return item.type === 'group'
    ? item.fields.map((column, c) => ({ item: column, path: [...path, 'fields', c] }))
    : []
}

function duplicates(
  items: readonly Placed<string>[],
  key: 'rules.mall.id-tva-ganger' | 'rules.mall.alternativ-tva-ganger',
): Cause[] {
  const seen = new Set<string>()
  return items.flatMap(({ item, path }) => {
    if (seen.has(item)) return [{ path, key, params: { id: item } }]
    seen.add(item)
    return []
  })
}

const ids = (placed: readonly Placed<{ id: string }>[]) =>
  placed.map(({ item, path }) => ({ item: item.id, path: [...path, 'id'] }))

function optionCauses({ item, path }: Placed<Field>): Cause[] {
  if (item.type !== 'choice' && item.type !== 'choices') return []
  const at = (index: number) => [...path, 'options', index]
  const twice = duplicates(
    item.options.map(({ value }, index) => ({ item: value, path: [...at(index), 'value'] })),
    'rules.mall.alternativ-tva-ganger',
  )
  const exclusive = (option: Option) => option.exclusive === true
  if (item.type === 'choice') {
    const index = item.options.findIndex(exclusive)
    return index < 0
      ? twice
      : [...twice, { path: [...at(index), 'exclusive'], key: 'rules.mall.uteslutande-i-ett-val' }]
  }
  if (!item.options.every(exclusive)) return twice
  return [...twice, { path: [...path, 'options'], key: 'rules.mall.alla-uteslutande' }]
}

function conceptCauses(fields: readonly Placed<AnswerField>[]): Cause[] {
  const seen = new Set<string>()
  const demanded: Partial<Record<string, readonly string[]>> = conceptValues
  return fields.flatMap(({ item, path }): Cause[] => {
    if (item.concept === undefined) return []
    if (seen.has(item.concept))
      return [
        {
          path: [...path, 'concept'],
          key: 'rules.mall.begrepp-tva-ganger',
          params: { concept: item.concept },
        },
      ]
    seen.add(item.concept)
    const options =
      item.type === 'choice' || item.type === 'choices' ? item.options.map(({ value }) => value) : []
    const lacking =
      demanded[item.concept]?.filter((value) => !options.some((option) => option === value)) ?? []
    if (lacking.length === 0) return []
    const params = { concept: item.concept, values: lacking.join(', ') }
    return [{ path, key: 'rules.mall.begrepp-alternativ', params }]
  })
}

function boundCauses({ item, path }: Placed<Field>): Cause[] {
  if (item.type === 'number' && item.min !== undefined && item.max !== undefined && item.min > item.max)
    return [{ path, key: 'rules.mall.grans' }]
  if (item.type === 'note-reference')
    return item.kinds.flatMap((kind, index) =>
      documentKindSchema.safeParse(kind).success
        ? []
        : [
            {
              path: [...path, 'kinds', index],
              key: 'rules.mall.varde',
              params: { values: documentKindSchema.options.join(', ') },
            },
          ],
    )
  return []
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
    .map(({ item, path }) => ({ path, key: 'rules.mall.cirkel', params: { id: item.id } }))
}

function obligationCauses(fields: readonly Placed<AnswerField>[]): Cause[] {
  const obligatory = fields.filter(
    ({ item }) => item.obligation === 'obligatorisk' || item.obligatoryWhen !== undefined,
  )
  const idle = fields
    .filter(({ item }) => item.obligation === 'obligatorisk' && item.obligatoryWhen !== undefined)
    .map(({ path }): Cause => ({ path: [...path, 'obligatoryWhen'], key: 'rules.mall.alltid-obligatorisk' }))
  if (obligatory.length <= MOST_OBLIGATORY) return idle
  const params = { count: obligatory.length, most: MOST_OBLIGATORY }
  return [...idle, { path: ['sections'], key: 'rules.mall.for-manga-obligatoriska', params }]
}

/** The plan is the employer's document and every other kind the agency's: a template cannot say otherwise. */
function ownerCauses({ kind, owner }: Template): Cause[] {
  const right = kind === 'arbetsgivarens-plan' ? 'arbetsgivare' : 'forsakringskassan'
  return owner === right ? [] : [{ path: ['owner'], key: 'rules.mall.agare', params: { kind, owner: right } }]
}

/** What a template of the right form says that cannot be, with its place. */
export function semanticCauses(template: Template): Cause[] {
  const sections = template.sections.map((item, s) => ({ item, path: ['sections', s] }))
  const top = placedFields(template)
  const all = top.flatMap((placed): Placed<Field>[] => [placed, ...columnsOf(placed)])
  const answers = all.flatMap(({ item, path }) => (item.type === 'info' ? [] : [{ item, path }]))
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
      item.type === 'info'
        ? { visibleWhen: item.visibleWhen }
        : { visibleWhen: item.visibleWhen, obligatoryWhen: item.obligatoryWhen },
      scope,
    )

  return [
    ...ownerCauses(template),
    ...duplicates(ids(sections), 'rules.mall.id-tva-ganger'),
    ...duplicates(ids(top), 'rules.mall.id-tva-ganger'),
    ...top.flatMap((placed) => duplicates(ids(columnsOf(placed)), 'rules.mall.id-tva-ganger')),
    ...all.flatMap(optionCauses),
    ...all.flatMap(boundCauses),
    ...sections.flatMap(({ item, path }) => conditionsAt(path, { visibleWhen: item.visibleWhen }, known)),
    ...top.flatMap((placed) => ofField(placed, known)),
    ...top.flatMap((placed) => {
      const columns = columnsOf(placed)
      const scope = new Map<string, Field>([
        ...known,
        ...columns.map(({ item }): [string, Field] => [item.id, item]),
      ])
      return columns.flatMap((column) => ofField(column, scope))
    }),
    ...circleCauses(template, top),
    ...conceptCauses(answers),
    ...obligationCauses(answers),
  ]
}
