import { z } from 'zod'
import { personRoleSchema } from '../case/actors.ts'
import { documentKindSchema, ownerSchema } from '../case/kinds.ts'
import { conceptSchema } from './concepts.ts'

/**
 * Where a field of a new note takes its answer from, so that nobody writes twice what the case already knows. Taken over
 * once, when the note is begun, and shown as taken over until it is changed; see shared/note/take-over.ts.
 */
export const takesOverSchema = z.discriminatedUnion('from', [
  /** Of the case's own details: its consents, its employer, or its persons (those of one role, where it is given). */
  z.strictObject({
    from: z.literal('case'),
    what: z.enum(['consents', 'employer', 'persons']),
    role: personRoleSchema.optional(),
  }),
  /** The last answer to a concept in the case's notes, of these kinds where they are given; for a reference, the note. */
  z.strictObject({
    from: z.literal('note'),
    concept: conceptSchema.optional(),
    kinds: z.array(documentKindSchema).min(1).optional(),
  }),
  /** The insatser of plan or planering that are not over, with their row ids: the same insats through the case. */
  z.strictObject({ from: z.literal('insatser'), owner: ownerSchema }),
])
export type TakesOver = z.infer<typeof takesOverSchema>
