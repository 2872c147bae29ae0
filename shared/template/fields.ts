import type { Concept } from './concepts.ts'
import type { AnswerField, Field, FieldType } from './field.ts'
import type { Section, Template } from './template.ts'

/** A field with where it stands: its section and its number in document order. */
export interface FieldEntry {
  field: Field
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
    .map((entry, index) => ({ ...entry, index }))
  const byConcept = new Map<Concept, AnswerField>()
  for (const { field } of entries) {
    if (field.type !== 'info' && field.concept !== undefined) byConcept.set(field.concept, field)
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

function hasText(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasText)
  if (typeof value !== 'object' || value === null) return false
  if ('text' in value && typeof value.text === 'string' && value.text.trim() !== '') return true
  return Object.values(value).some(hasText)
}

/**
 * Whether a stored answer says anything: blank text, an empty choice, formatting without words and a list
 * without rows do not. Takes whatever was stored, of the field's form or not.
 */
export function isAnswered(type: FieldType, value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value !== 'object') return true
  if (Array.isArray(value)) return value.length > 0
  if (type === 'rich-text') return hasText(value)
  return Object.values(value).some((part) => isAnswered('text', part))
}

/** The number that a text names, with a comma or a point and spaces between thousands, or undefined. */
export function parseNumber(text: string): number | undefined {
  const compact = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(compact) ? Number(compact) : undefined
}
