import { z } from 'zod'
import { caseIdSchema } from '../case/ids.ts'
import { type Severity, severities } from '../fields/place.ts'
import { lateIn, lateSchema } from '../note/late.ts'
import type { ReadCase } from './read-case.ts'

/** What in a case needs somebody: its open problems by severity, and what is late. */
export const attentionSchema = z.object({
  caseId: caseIdSchema,
  problems: z.record(z.enum(severities), z.int()),
  late: z.array(lateSchema),
})
export type Attention = z.infer<typeof attentionSchema>

function countsOf({ markers, drafts }: ReadCase): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of [...markers, ...drafts.flatMap((draft) => draft.markers)]) counts[severity] += 1
  return counts
}

/** What in a case needs somebody on the day that it is read. */
export function attentionOf(read: ReadCase): Attention {
  return { caseId: read.context.case.id, problems: countsOf(read), late: lateIn(read) }
}
