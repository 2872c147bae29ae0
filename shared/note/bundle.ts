import { z } from 'zod'
import { caseSchema } from '../case/case.ts'
import { digestSchema } from '../case/ids.ts'
import { noteSchema } from './note.ts'

export const BUNDLE_FORMAT = 'klarlagt/arende'
export const BUNDLE_VERSION = 1

/** A case bundle, the interchange format: one case with its consents and its notes. */
export const bundleSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  case: caseSchema,
  notes: z.array(noteSchema),
  /** SHA-256 over all else as the file holds it. Bundles from before had none, and those written by hand need none. */
  digest: digestSchema.optional(),
})
export type Bundle = z.infer<typeof bundleSchema>
