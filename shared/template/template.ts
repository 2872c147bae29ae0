import { z } from 'zod'
import { documentKindSchema, ownerSchema } from '../case/kinds.ts'
import { slugSchema } from '../fields/base.ts'
import { conditionSchema } from '../fields/condition.ts'
import { fieldSchema } from '../fields/index.ts'
import { localizedSchema } from '../text/localized.ts'

export const templateIdSchema = slugSchema.brand<'TemplateId'>()
export type TemplateId = z.infer<typeof templateIdSchema>

export const sectionSchema = z.strictObject({
  id: slugSchema,
  title: localizedSchema,
  help: localizedSchema.optional(),
  visibleWhen: conditionSchema.optional(),
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
  /** One line in the chooser: what this document is. */
  summary: localizedSchema,
  /** When to use it, and when not, with the document that fits instead. */
  whenToUse: localizedSchema,
  whenNotToUse: localizedSchema.optional(),
  legalBasis: z.array(z.strictObject({ provision: z.string().min(1), source: z.string().min(1) })).min(1),
  sections: z.array(sectionSchema).min(1),
})
export type Template = z.infer<typeof templateSchema>

/** What names a template's version in notes and bundles. */
export const templateRefSchema = z.strictObject({ id: templateIdSchema, version: z.int().min(1) })
export type TemplateRef = z.infer<typeof templateRefSchema>
