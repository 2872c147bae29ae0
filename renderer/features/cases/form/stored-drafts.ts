import { z } from 'zod'
import { cooperationActorSchema, personRoleSchema } from '../../../../shared/case/actors.ts'
import { expectedLengths, extents } from '../../../../shared/case/case.ts'
import { caseIdSchema } from '../../../../shared/case/ids.ts'
import { consentAnswers } from '../../../../shared/case/rows.ts'
import type { CaseDraft } from './draft.ts'
import type { FormId } from './form-store.ts'

const draftSchema: z.ZodType<CaseDraft> = z.object({
  number: z.string(),
  insuredName: z.string(),
  personnummer: z.string(),
  employment: z.enum(['anstalld', 'arbetslos', 'annan']),
  employerName: z.string(),
  organisationNumber: z.string(),
  firstSickDay: z.string(),
  extent: z.literal(extents),
  expectedLength: z.enum(expectedLengths),
  assignedTo: z.string(),
  persons: z.array(
    z.object({ key: z.string(), name: z.string(), role: personRoleSchema, title: z.string() }),
  ),
  consents: z.partialRecord(
    cooperationActorSchema,
    z.object({ consent: z.enum([...consentAnswers, '']), date: z.string() }),
  ),
})
const formIdSchema: z.ZodType<FormId> = z.union([z.literal('new'), caseIdSchema])
const storedSchema = z.array(z.tuple([formIdSchema, draftSchema]))

/** The setting of the archive that keeps what is typed in case forms. */
export const DRAFTS_KEY = 'case-drafts'

/** Drafts as JSON that the archive can keep. */
export function writeDrafts(drafts: ReadonlyMap<FormId, CaseDraft>): z.core.util.JSONType {
  return z.json().parse([...drafts])
}

/** Drafts read back; none where they were written by a version that kept them otherwise. */
export function readDrafts(stored: unknown): ReadonlyMap<FormId, CaseDraft> {
  const parsed = storedSchema.safeParse(stored)
  return new Map(parsed.success ? parsed.data : [])
}
