// What the steps of following can point at: the answers there are when a step's turn comes, and the fields that take them.
import type { FieldOps } from '../fields/define.ts'
import { type Field, holdsAnswer, opsOf } from '../fields/index.ts'
import { fieldsMadeBy, takenBy, worksInside } from '../template/follow-shapes.ts'
import type { FollowStep, StepOf } from '../template/follow-steps.ts'
import { type Template, templateIndex } from '../template/template.ts'
import { type Localized, localized } from '../text/index.ts'

/** Something that a field can say, by its value in the file. */
export interface FollowOption {
  readonly value: string
  readonly label: Localized
  /** Asks for own words beside it. */
  readonly other: boolean
}

/** A field, or a column, as steps see it. */
export interface FollowField {
  readonly id: string
  readonly label: Localized
  readonly type: string
  /** What it can say: options, or yes and no. */
  readonly options: readonly FollowOption[]
  readonly columns: readonly FollowField[]
}

const yesOrNo = (['ja', 'nej'] as const).map((value) => ({
  value,
  label: localized(`lists.yesNo.${value}`),
  other: false,
}))

const optionsOf = ({ options }: FieldOps): FollowOption[] =>
  options.map(({ value, label, other }) => ({ value, label, other: other === true }))

function seen(field: Field): FollowField[] {
  if (!holdsAnswer(field)) return []
  const { id, label, type } = field
  return [
    {
      id,
      label,
      type,
      options: type === 'yes-no' ? yesOrNo : optionsOf(opsOf(field)),
      columns: field.type === 'group' ? field.fields.flatMap(seen) : [],
    },
  ]
}

/** The fields of a template that have answers. */
export const followFields = (template: Template): readonly FollowField[] =>
  templateIndex(template).entries.flatMap(({ field }) => seen(field))

/** The group after a step has taken a column out of it, or called one otherwise, as the group of the template does. */
function afterInside(
  step: StepOf<'out-of-group' | 'rename-column'>,
  group: FollowField | undefined,
  ahead: FollowField | undefined,
): FollowField | undefined {
  if (group === undefined) return undefined
  const columns = group.columns.flatMap((column): FollowField[] => {
    if (column.id !== step.column) return [column]
    if (step.do === 'out-of-group') return []
    return [{ ...column, ...ahead?.columns.find(({ id }) => id === step.to), id: step.to, type: column.type }]
  })
  return { ...group, label: ahead?.label ?? group.label, columns }
}

/** The answers there are after some steps from the version before, under the names that the template has for them. */
export function fieldsAfter(
  before: Template,
  now: Template,
  steps: readonly FollowStep[],
): readonly FollowField[] {
  const there = new Map(followFields(before).map((field) => [field.id, field]))
  const ahead = new Map(followFields(now).map((field) => [field.id, field]))
  for (const step of steps) {
    const [source] =
      step.do === 'out-of-group'
        ? (there.get(step.group)?.columns ?? []).filter(({ id }) => id === step.column)
        : takenBy(step).flatMap(({ id }) => there.get(id) ?? [])
    if (step.do === 'out-of-group' || step.do === 'rename-column') {
      const group = afterInside(step, there.get(step.group), ahead.get(step.group))
      if (group) there.set(group.id, group)
    }
    for (const { id } of takenBy(step)) there.delete(id)
    for (const [{ id }, type] of fieldsMadeBy(step, () => source?.type)) {
      if (worksInside(step, id) && there.has(id)) continue
      const found = ahead.get(id) ?? source
      if (found) there.set(id, { ...found, id, type: type ?? found.type })
    }
  }
  return [...there.values()]
}
