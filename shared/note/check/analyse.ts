import { fieldIdSchema } from '../../fields/base.ts'
import { fieldPlace } from '../../fields/place.ts'
import { type FieldEntry, type Template, templateIndex } from '../../template/template.ts'
import { message } from '../../text/index.ts'
import { howRun, type NoteContext, type NoteWithTemplate } from '../context.ts'
import { fieldMarker, type Marker, marker } from '../marker.ts'
import type { Note } from '../note.ts'
import { type KnownOfNote, nothingKnown, type ReadNote, readNote } from '../read-note.ts'
import { withObjections } from './objections.ts'
import { type Reach, reachOf } from './reach.ts'
import { type FieldRule, findingsOf, type NoteRule, type Rule } from './rule.ts'

/** One state of a note, read and checked. Views read this and evaluate nothing themselves. */
export interface Analysis extends ReadNote {
  /** In document order: what concerns the whole note, then field by field, then answers without a field. */
  readonly markers: readonly Marker[]
  /** What the next state may keep of this one. */
  readonly kept: Kept
}
interface Kept {
  readonly known: KnownOfNote
  readonly fields: readonly (readonly Marker[])[]
  readonly rules: readonly (readonly Marker[])[]
  readonly unknown: readonly Marker[]
}

export interface Analyser {
  /** Reads and checks the whole note. */
  analyse: (subject: NoteWithTemplate, context: NoteContext) => Analysis
  /**
   * The next state: what depends on the changed fields is evaluated and checked anew, all else is kept. `changed`
   * names every field whose answer differs from the one that `before` was made of. Where anything around the
   * note is another, everything is analysed.
   */
  update: (before: Analysis, note: Note, changed: readonly string[], context?: NoteContext) => Analysis
}

const nothing: readonly Marker[] = []

/** Rule markers by field; those of the whole note under undefined. */
function byField(rules: readonly (readonly Marker[])[]): Map<string | undefined, Marker[]> {
  const grouped = new Map<string | undefined, Marker[]>()
  for (const found of rules) {
    for (const one of found) {
      const group = grouped.get(one.where.field)
      if (group) group.push(one)
      else grouped.set(one.where.field, [one])
    }
  }
  return grouped
}

/** A field's own markers and the rules'. Where a rule says what is missing, "fill in" is not said as well. */
function merge(own: readonly Marker[], ruled: readonly Marker[]): readonly Marker[] {
  if (ruled.length === 0) return own
  const ruledError = ruled.some(({ severity, where }) => severity === 'error' && where.row === undefined)
  const kept = ruledError ? own.filter(({ rule }) => rule !== 'falt/obligatoriskt') : own
  return [...kept, ...ruled]
}

/** All markers in order, with the objections that the note holds; `protecting` names the rules that cannot be turned off. */
function inOrder(
  { note, template, context }: ReadNote,
  { fields, rules, unknown }: Kept,
  protecting: ReadonlySet<string>,
): Marker[] {
  const { entries, byId } = templateIndex(template)
  const ruled = byField(rules)
  // What is objected to in a rule that is not run is neither there nor gone.
  const isHeard = (id: string) =>
    howRun({ id, ...(protecting.has(id) ? { protects: true } : {}) }, context) !== 'none'
  const heard = (note.objections ?? []).filter(({ rule }) => isHeard(rule))
  const objections = Map.groupBy(heard, ({ field }) => field)
  const markers = [...(ruled.get(undefined) ?? nothing)]
  for (const { field, index } of entries) {
    const found = merge(fields[index] ?? nothing, ruled.get(field.id) ?? nothing)
    markers.push(...withObjections(found, note.id, objections.get(field.id), field))
  }
  for (const [field, ofField] of objections)
    if (!byId.has(field)) markers.push(...withObjections(nothing, note.id, ofField, { label: field }))
  markers.push(...unknown)
  return markers
}

function sameContext(a: NoteContext, b: NoteContext): boolean {
  return (
    a.case === b.case &&
    a.today === b.today &&
    a.others === b.others &&
    a.uncounted === b.uncounted &&
    a.language === b.language &&
    a.rulesOff === b.rulesOff &&
    a.silentAfterDays === b.silentAfterDays
  )
}

/** An answer kept though the template has no field for it. */
function unknownAnswer(note: Note['id'], id: string): Marker {
  const field = fieldIdSchema.safeParse(id)
  const params = { field: id.slice(0, 80) }
  if (!field.success) return marker('falt/okant', 'warning', ['rules.field.unknown', params], { note })
  const where = { note, field: field.data }
  const title = message('rules.field.removeAnswer')
  return marker('falt/okant', 'warning', ['rules.field.unknown', params], where, {
    fixes: [{ kind: 'edit', title, changes: [{ field: field.data }] }],
  })
}

/** What is known of a note, apart from these fields. */
function without(known: KnownOfNote, touched: ReadonlySet<number>): KnownOfNote {
  const kept = <T>(values: readonly T[]) =>
    values.map((value, index) => (touched.has(index) ? undefined : value))
  return { visible: kept(known.visible), obligatory: kept(known.obligatory), said: kept(known.said) }
}

/** What depends on what in notes of one template. */
interface Plan {
  readonly noteRules: readonly NoteRule[]
  readonly fieldRules: readonly FieldRule[]
  readonly reach: Reach
}

function planOf(rules: readonly Rule[], template: Template): Plan {
  const ofKind = rules
    .filter((rule) => rule.scope !== 'case')
    .filter((rule) => rule.kinds.includes(template.kind))
  const noteRules = ofKind.filter((rule) => rule.scope === 'note')
  const fieldRules = ofKind.filter((rule) => rule.scope === 'field')
  return { noteRules, fieldRules, reach: reachOf(templateIndex(template).entries, noteRules, fieldRules) }
}

/**
 * Reads and checks notes by these rules, of which those for the kind of document are used. Works out once for each
 * template what depends on what, so that an edit evaluates and checks anew only what it can change.
 */
export function createAnalyser(rules: readonly Rule[]): Analyser {
  const plans = new WeakMap<Template, Plan>()
  const protecting = new Set<string>(rules.flatMap(({ id, protects }) => (protects ? [id] : [])))
  const planFor = (template: Template) => {
    const plan = plans.get(template) ?? planOf(rules, template)
    plans.set(template, plan)
    return plan
  }

  const checkEntry = ({ field, ops }: FieldEntry, read: ReadNote, fieldRules: readonly FieldRule[]) => {
    if (!ops || !read.visible(field.id)) return nothing
    const obligatory = () => read.obligatory(field.id)
    const found = ops
      .check(read.note.answers[field.id], obligatory, fieldPlace(field.label), read.scope)
      .map((finding) => fieldMarker(read.note.id, field.id, finding))
    for (const rule of fieldRules) found.push(...findingsOf(rule, read.context, () => rule.check(ops, read)))
    return found.length === 0 ? nothing : found
  }
  const checkNote = (rule: NoteRule, read: ReadNote) => findingsOf(rule, read.context, () => rule.check(read))
  const isKnown = (template: Template, id: string) => templateIndex(template).byId.get(id)?.ops !== undefined
  const unknownIn = ({ note, template }: NoteWithTemplate) =>
    Object.keys(note.answers)
      .filter((id) => !isKnown(template, id))
      .map((id) => unknownAnswer(note.id, id))
  const analysis = (read: ReadNote, kept: Kept): Analysis => ({
    ...read,
    markers: inOrder(read, kept, protecting),
    kept,
  })

  const analyse: Analyser['analyse'] = (subject, context) => {
    const { noteRules, fieldRules } = planFor(subject.template)
    const known = nothingKnown()
    const read = readNote(subject, context, known)
    return analysis(read, {
      known,
      fields: templateIndex(subject.template).entries.map((entry) => checkEntry(entry, read, fieldRules)),
      rules: noteRules.map((rule) => checkNote(rule, read)),
      unknown: unknownIn(subject),
    })
  }

  const update: Analyser['update'] = (before, note, changed, context = before.context) => {
    const { template, kept } = before
    if (!sameContext(before.context, context)) return analyse({ note, template }, context)
    const { noteRules, fieldRules, reach } = planFor(template)
    const { entries } = templateIndex(template)
    const touched = new Set(changed.flatMap((id) => reach.fields.get(id) ?? []))
    const touchedRules = new Set(changed.flatMap((id) => reach.rules.get(id) ?? []))
    const known = without(kept.known, touched)
    const read = readNote({ note, template }, context, known)
    const turns = (index: number) => {
      const id = entries[index]?.field.id
      return id !== undefined && read.visible(id) !== before.visible(id)
    }
    const shown = [...touched].some(turns) ? read.shown : before.shown
    const fields = kept.fields.slice()
    for (const index of touched) {
      const entry = entries[index]
      if (entry) fields[index] = checkEntry(entry, read, fieldRules)
    }
    return analysis(
      { ...read, shown },
      {
        known,
        fields,
        rules: kept.rules.map((found, index) => {
          const rule = noteRules[index]
          return rule && touchedRules.has(index) ? checkNote(rule, read) : found
        }),
        unknown: changed.every((id) => isKnown(template, id)) ? kept.unknown : unknownIn({ note, template }),
      },
    )
  }

  return { analyse, update }
}
