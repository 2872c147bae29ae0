import { z } from 'zod'

/**
 * Why a revision was made. `skriven` is all that is written in the note; `invandning` where an objection to how a rule reads
 * a sentence came or went; `konflikt` where a conflict was settled, both texts among what is kept.
 */
export const revisionCauses = [
  'skapad',
  'importerad',
  'skriven',
  'invandning',
  'konflikt',
  'godtaget-forslag',
  'flyttad',
  'foljde-mallen',
  'aterstalld',
] as const
export const revisionCauseSchema = z.enum(revisionCauses)
export type RevisionCause = z.infer<typeof revisionCauseSchema>

/** What whoever saves can say of why; the core says the rest itself. */
export const saveCauseSchema = revisionCauseSchema.extract(['skriven', 'konflikt', 'godtaget-forslag'])
export type SaveCause = z.infer<typeof saveCauseSchema>
