import { z } from 'zod'
import { timestampSchema } from '../case/dates.ts'
import { documentKindSchema, ownerSchema } from '../case/kinds.ts'
import { slugSchema } from '../fields/base.ts'
import type { Concept } from '../fields/concepts.ts'
import { conditionSchema } from '../fields/condition.ts'
import type { FieldOps } from '../fields/define.ts'
import { type AnswerField, type Field, fieldSchema, holdsAnswer, opsOf } from '../fields/index.ts'
import { localizedSchema } from '../text/localized.ts'
import { type Role, roles, userSchema } from '../user/user.ts'
import { followsSchema } from './follow-steps.ts'

export const templateIdSchema = slugSchema.brand<'TemplateId'>()
export type TemplateId = z.infer<typeof templateIdSchema>

export const sectionSchema = z.strictObject({
  id: slugSchema,
  title: localizedSchema,
  help: localizedSchema.optional(),
  visibleWhen: conditionSchema.optional(),
  /** What the section is for, where rules must know: social factors belong in one and never in the other (001:2996-3008, 3049-3057). */
  part: z.enum(['bedomning-av-ratt', 'forutsattningar']).optional(),
  /** Of a checklist: asked without fail where a note of these kinds is reviewed, and not at all of others. */
  reviews: z.array(documentKindSchema).min(1).optional(),
  fields: z.array(fieldSchema).min(1),
})
export type Section = z.infer<typeof sectionSchema>

/** A template: data, never code. What it says of law or steering carries its reference. */
export const templateSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('klarlagt/mall'),
  id: templateIdSchema,
  version: z.int().min(1),
  kind: documentKindSchema,
  owner: ownerSchema,
  title: localizedSchema,
  /** What the journal entry is called where a condition holds; the first that does, else the title. */
  titles: z.array(z.strictObject({ when: conditionSchema, title: localizedSchema })).optional(),
  /** One line in the chooser: what this document is. */
  summary: localizedSchema,
  /** When to use it, and when not, with the document that fits instead. */
  whenToUse: localizedSchema,
  whenNotToUse: localizedSchema.optional(),
  /** The law it rests on; `when` says for which notes, where not for all. */
  legalBasis: z
    .array(
      z.strictObject({
        provision: z.string().min(1),
        source: z.string().min(1),
        when: conditionSchema.optional(),
      }),
    )
    .min(1),
  /** Whether a note must be approved by somebody else before it is signed: always, or where a condition holds. */
  review: z.union([z.literal('kravs'), z.strictObject({ when: conditionSchema })]).optional(),
  /** Whose document it is among the agency's own: only these roles write in it. Anybody who writes, where left out. */
  writtenBy: z.array(z.enum(roles)).min(1).optional(),
  /** How the answers of the version before come over to this one, where it is not to the field that asks the same. */
  follows: followsSchema.optional(),
  sections: z.array(sectionSchema).min(1),
})
export type Template = z.infer<typeof templateSchema>

/**
 * Whether somebody in a role writes in notes of a template. Among invented cases a trainer shows all of them.
 */
export function isWrittenBy({ writtenBy }: Template, role: Role, { demo }: { demo: boolean }): boolean {
  return writtenBy === undefined || writtenBy.includes(role) || (demo && role === 'utbildare')
}

/** What names a template's version in notes and bundles. */
export const templateRefSchema = z.strictObject({ id: templateIdSchema, version: z.int().min(1) })
export type TemplateRef = z.infer<typeof templateRefSchema>

/** The very version that a reference names, or undefined. */
export function templateOf<T extends TemplateRef>(templates: readonly T[], ref: TemplateRef): T | undefined {
  return templates.find(({ id, version }) => id === ref.id && version === ref.version)
}

/** Who said that a version is no longer to be begun with, and why. */
export const withdrawalSchema = z.strictObject({ at: timestampSchema, by: userSchema, reason: z.string() })
export type Withdrawal = z.infer<typeof withdrawalSchema>

/**
 * A template as an archive knows it. One that was withdrawn, or whose day has not come, is read where a note pins it, and offered
 * to nobody.
 */
export const knownTemplateSchema = templateSchema.extend({
  offered: z.literal(false).optional(),
  withdrawn: withdrawalSchema.optional(),
})
export type KnownTemplate = z.infer<typeof knownTemplateSchema>

/** The newest version of each template that is offered, in the order they first stand. */
export function newestVersions(templates: readonly KnownTemplate[]): Template[] {
  const offered = templates.filter((template) => template.offered !== false)
  return [...Map.groupBy(offered, ({ id }) => id).values()].flatMap(
    (versions) => versions.toSorted((a, b) => b.version - a.version)[0] ?? [],
  )
}

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
