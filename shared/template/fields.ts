import type { Concept } from '../fields/concepts.ts'
import type { FieldOps } from '../fields/define.ts'
import { type AnswerField, type Field, holdsAnswer, opsOf } from '../fields/index.ts'
import type { Section, Template } from './template.ts'

/** A field with where it stands: its section and its number in document order. */
export interface FieldEntry {
  field: Field
  /** What can be done with it and its answer; none for headings and help texts. */
  ops: FieldOps | undefined
  section: Section
  index: number
}

/** A template's fields, ready to be looked up. */
export interface TemplateIndex {
  /** All fields in document order, headings and help texts among them. */
  entries: readonly FieldEntry[]
  byId: ReadonlyMap<string, FieldEntry>
  byConcept: ReadonlyMap<Concept, AnswerField>
}

const indexes = new WeakMap<Template, TemplateIndex>()

function buildIndex(template: Template): TemplateIndex {
  const entries = template.sections
    .flatMap((section) => section.fields.map((field) => ({ field, section })))
    .map((entry, index): FieldEntry => {
      const ops = holdsAnswer(entry.field) ? opsOf(entry.field) : undefined
      return { ...entry, ops, index }
    })
  const byConcept = new Map<Concept, AnswerField>()
  for (const { field } of entries) {
    if (holdsAnswer(field) && field.concept !== undefined) byConcept.set(field.concept, field)
  }
  return { entries, byId: new Map(entries.map((entry) => [entry.field.id, entry])), byConcept }
}

/** The index of a template; built once for each template object. */
export function templateIndex(template: Template): TemplateIndex {
  const known = indexes.get(template)
  if (known) return known
  const index = buildIndex(template)
  indexes.set(template, index)
  return index
}
