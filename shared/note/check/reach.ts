import { dependencies } from '../../fields/condition.ts'
import { holdsAnswer } from '../../fields/index.ts'
import type { FieldEntry } from '../../template/template.ts'
import type { FieldRule, NoteRule } from './rule.ts'

/** What an edit in a field can change: numbers of fields and of rules, by field id. */
export interface Reach {
  fields: ReadonlyMap<string, readonly number[]>
  rules: ReadonlyMap<string, readonly number[]>
}

function visibilityOf({ field, section }: FieldEntry): string[] {
  return [...dependencies(section.visibleWhen), ...dependencies(field.visibleWhen)]
}

/** Fields that the conditions of a field name, those of a group's columns among them. */
function conditionsOf(entry: FieldEntry): string[] {
  const { ops } = entry
  if (!ops) return visibilityOf(entry)
  return [
    ...visibilityOf(entry),
    ...dependencies(ops.field.obligatoryWhen),
    ...ops.columns.flatMap(({ field }) => [
      ...dependencies(field.visibleWhen),
      ...dependencies(field.obligatoryWhen),
    ]),
  ]
}

function readBy({ reads }: NoteRule, { field }: FieldEntry): boolean {
  if (!holdsAnswer(field)) return false
  if (reads.types?.includes(field.type)) return true
  return field.concept !== undefined && reads.concepts?.includes(field.concept) === true
}

function invert(lists: readonly ReadonlySet<string>[]): Map<string, number[]> {
  const inverted = new Map<string, number[]>()
  lists.forEach((ids, index) => {
    for (const id of ids) {
      const reached = inverted.get(id)
      if (reached) reached.push(index)
      else inverted.set(id, [index])
    }
  })
  return inverted
}

/** Works out, once for a template, which fields and rules to check again after an edit in each field. */
export function reachOf(
  entries: readonly FieldEntry[],
  rules: readonly NoteRule[],
  fieldRules: readonly FieldRule[],
): Reach {
  const byId = new Map<string, FieldEntry>(entries.map((entry) => [entry.field.id, entry]))

  /** Everything that decides whether the fields are shown: a field hidden counts as unanswered. */
  const throughVisibility = (ids: readonly string[]): Set<string> => {
    const found = new Set<string>()
    const wait = [...ids]
    for (let id = wait.pop(); id !== undefined; id = wait.pop()) {
      if (found.has(id)) continue
      found.add(id)
      const entry = byId.get(id)
      if (entry) wait.push(...visibilityOf(entry))
    }
    return found
  }

  const asked = new Set(fieldRules.flatMap(({ reads = [] }) => reads))
  const askedOf = entries.flatMap(({ field }) =>
    holdsAnswer(field) && field.concept !== undefined && asked.has(field.concept) ? [field.id] : [],
  )
  const fieldsNeed = entries.map((entry) =>
    throughVisibility([
      entry.field.id,
      ...conditionsOf(entry),
      ...(entry.ops?.hasOwnWords === true ? askedOf : []),
    ]),
  )
  const rulesNeed = rules.map((rule) =>
    throughVisibility(entries.filter((entry) => readBy(rule, entry)).map(({ field }) => field.id)),
  )
  return { fields: invert(fieldsNeed), rules: invert(rulesNeed) }
}
