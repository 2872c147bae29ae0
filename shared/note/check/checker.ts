import { type Evaluator, evaluator } from '../../template/evaluate.ts'
import { type FieldEntry, templateIndex } from '../../template/fields.ts'
import type { Template } from '../../template/template.ts'
import type { Marker } from '../marker.ts'
import { checkField, unknownAnswer } from './field.ts'
import { reachOf } from './reach.ts'
import type { CheckContext, NoteRule, NoteWithTemplate, Rule } from './rule.ts'

/** What a check found, and what the next one may keep of it. Views read `markers` alone. */
export interface CheckState {
  /** In document order: what concerns the whole note, then field by field, then answers without a field. */
  readonly markers: readonly Marker[]
  readonly context: CheckContext
  readonly visible: readonly boolean[]
  readonly fields: readonly (readonly Marker[])[]
  readonly rules: readonly (readonly Marker[])[]
  readonly unknown: readonly Marker[]
}

export interface Checker {
  /** Checks the whole note. */
  full: (subject: NoteWithTemplate, context: CheckContext) => CheckState
  /**
   * Checks anew what depends on the changed fields; all else keeps its markers. `changed` names every field
   * whose answer differs from the one that `state` was made of. Another case, day or other notes than
   * then: everything is checked.
   */
  update: (
    state: CheckState,
    subject: NoteWithTemplate,
    changed: string | readonly string[],
    context: CheckContext,
  ) => CheckState
}

const nothing: readonly Marker[] = []

/** Rule markers by field; those of the whole note under undefined. */
function byField(rules: readonly (readonly Marker[])[]): Map<string | undefined, Marker[]> {
  const grouped = new Map<string | undefined, Marker[]>()
  for (const marker of rules.flat()) {
    const group = grouped.get(marker.where.field)
    if (group) group.push(marker)
    else grouped.set(marker.where.field, [marker])
  }
  return grouped
}

/** A field's own markers and the rules'. Where a rule says what is missing, "fill in" is not said as well. */
function merge(own: readonly Marker[], ruled: readonly Marker[]): readonly Marker[] {
  if (ruled.length === 0) return own
  const ruledError = ruled.some((marker) => marker.severity === 'error' && marker.where.row === undefined)
  const kept = ruledError ? own.filter((marker) => marker.rule !== 'falt/obligatoriskt') : own
  return [...kept, ...ruled]
}

function inOrder(
  entries: readonly FieldEntry[],
  fields: readonly (readonly Marker[])[],
  rules: readonly (readonly Marker[])[],
  unknown: readonly Marker[],
): Marker[] {
  const ruled = byField(rules)
  const ofFields = entries.flatMap(({ field, index }) =>
    merge(fields[index] ?? nothing, ruled.get(field.id) ?? nothing),
  )
  return [...(ruled.get(undefined) ?? nothing), ...ofFields, ...unknown]
}

function sameContext(a: CheckContext, b: CheckContext): boolean {
  return a.case === b.case && a.today === b.today && a.others === b.others
}

/**
 * A checker for notes of one template. Works out once what depends on what, so that an edit re-checks only
 * what it can change. `rules` may hold any rules; those for this kind of document are used.
 */
export function createChecker(rules: readonly Rule[], template: Template): Checker {
  const { entries, byId } = templateIndex(template)
  const noteRules = rules.filter(
    (rule): rule is NoteRule => rule.scope === 'note' && rule.kinds.includes(template.kind),
  )
  const reach = reachOf(entries, noteRules)
  const isKnown = (id: string) => {
    const entry = byId.get(id)
    return entry !== undefined && entry.field.type !== 'info'
  }

  const checkEntry = (
    { field }: FieldEntry,
    { note }: NoteWithTemplate,
    context: CheckContext,
    conditions: Evaluator,
  ): readonly Marker[] => {
    if (field.type === 'info' || !conditions.visible(field.id)) return nothing
    const found = checkField(field, { note, context, conditions })
    return found.length === 0 ? nothing : found
  }
  const unknownIn = ({ note }: NoteWithTemplate) =>
    Object.keys(note.answers)
      .filter((id) => !isKnown(id))
      .map((id) => unknownAnswer(note.id, id))

  const full: Checker['full'] = (subject, context) => {
    const circumstances = { ...context, answers: subject.note.answers, template }
    const conditions = evaluator(circumstances)
    const fields = entries.map((entry) => checkEntry(entry, subject, context, conditions))
    const visible = entries.map(({ field }) => conditions.visible(field.id))
    const ruled = noteRules.map((rule) => rule.check(subject, context))
    const unknown = unknownIn(subject)
    return {
      markers: inOrder(entries, fields, ruled, unknown),
      context,
      visible,
      fields,
      rules: ruled,
      unknown,
    }
  }

  const update: Checker['update'] = (state, subject, changed, context) => {
    if (!sameContext(state.context, context)) return full(subject, context)
    const ids = typeof changed === 'string' ? [changed] : changed
    const touched = new Set(ids.flatMap((id) => reach.fields.get(id) ?? []))
    const touchedRules = new Set(ids.flatMap((id) => reach.rules.get(id) ?? []))
    const conditions = evaluator({ ...context, answers: subject.note.answers, template }, (id) => {
      const index = byId.get(id)?.index
      return index === undefined || touched.has(index) ? undefined : state.visible[index]
    })
    const fields = state.fields.slice()
    const visible = state.visible.slice()
    for (const index of touched) {
      const entry = entries[index]
      if (!entry) continue
      fields[index] = checkEntry(entry, subject, context, conditions)
      visible[index] = conditions.visible(entry.field.id)
    }
    const ruled = state.rules.map((before, index) => {
      const rule = noteRules[index]
      return rule && touchedRules.has(index) ? rule.check(subject, context) : before
    })
    const unknown = ids.every(isKnown) ? state.unknown : unknownIn(subject)
    return {
      markers: inOrder(entries, fields, ruled, unknown),
      context,
      visible,
      fields,
      rules: ruled,
      unknown,
    }
  }

  return { full, update }
}
