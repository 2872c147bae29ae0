import { z } from 'zod'
import { caseIdSchema } from '../case/ids.ts'
import { type Severity, severities } from '../fields/place.ts'
import { lateIn, lateSchema } from '../note/late.ts'
import type { Marker } from '../note/marker.ts'
import type { ReadCase } from './read-case.ts'

/** What in a case needs somebody: its open problems by severity, and what is late. */
export const attentionSchema = z.object({
  caseId: caseIdSchema,
  problems: z.record(z.enum(severities), z.int()),
  late: z.array(lateSchema),
  /** How often each rule speaks; those that say nothing are left out. */
  rules: z.record(z.string(), z.int()),
})
export type Attention = z.infer<typeof attentionSchema>

const isRule = ({ rule }: Marker) => /^R\d+$/.test(rule)

function countsOf(markers: readonly Marker[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of markers) counts[severity] += 1
  return counts
}

function spokenIn(markers: readonly Marker[]): Record<string, number> {
  const byRule = Map.groupBy(markers.filter(isRule), ({ rule }) => rule)
  return Object.fromEntries([...byRule].map(([rule, found]) => [rule, found.length]))
}

/** What in a case needs somebody on the day that it is read. */
export function attentionOf(read: ReadCase): Attention {
  const markers = [...read.markers, ...read.drafts.flatMap((draft) => draft.markers)]
  return {
    caseId: read.context.case.id,
    problems: countsOf(markers),
    late: lateIn(read),
    rules: spokenIn(markers),
  }
}
