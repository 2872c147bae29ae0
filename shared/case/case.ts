import { z } from 'zod'
import { personRoleSchema } from './actors.ts'
import { consentSchema } from './consents.ts'
import { isoDateSchema, timestampSchema } from './dates.ts'
import { organisationNumberSchema, personnummerSchema } from './identity.ts'
import { caseIdSchema } from './ids.ts'

const name = z.string().trim().min(1).max(200)

/** Extent of the sick leave in percent; capacity is reduced by at least a quarter (27 kap. 2 § SFB). */
export const extents = [25, 50, 75, 100] as const

/** Whether the case can be assumed to last at least 60 days (30 kap. 6 § SFB, 000:177-180). */
export const expectedLengths = ['minst-60-dagar', 'kortare', 'oklart'] as const

export const employmentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('anstalld'),
    employer: z.strictObject({ name, organisationNumber: organisationNumberSchema }),
  }),
  z.strictObject({ kind: z.literal('arbetslos') }),
  z.strictObject({ kind: z.literal('annan') }),
])
export type Employment = z.infer<typeof employmentSchema>

export const casePersonSchema = z.strictObject({
  name,
  role: personRoleSchema,
  title: z.string().max(200).optional(),
})
export type CasePerson = z.infer<typeof casePersonSchema>

/** Why something is closed, or disposed of: words that somebody else shall understand. */
export const closingReasonSchema = z.string().trim().min(1).max(500)

/** What the investigator fills in about a case; the store adds the id. */
export const caseDetailsSchema = z.strictObject({
  /** The agency's case number, e.g. 24-1187. */
  number: z.string().trim().min(1).max(40),
  insured: z.strictObject({ name, personnummer: personnummerSchema }),
  employment: employmentSchema,
  firstSickDay: isoDateSchema,
  extent: z.union([z.literal(25), z.literal(50), z.literal(75), z.literal(100)]),
  expectedLength: z.enum(expectedLengths),
  /** The investigator the case is assigned to. */
  assignedTo: name,
  /** The agency's office (kontor) that has the case; left out where nobody has said which. Own choice. */
  office: name.optional(),
  persons: z.array(casePersonSchema).max(100),
  /** The register of consents: the latest answer for each actor. */
  consents: z.array(consentSchema).max(20),
  /** Left out while the case is open. */
  closed: z.strictObject({ on: isoDateSchema, reason: closingReasonSchema }).optional(),
})
export type CaseDetails = z.infer<typeof caseDetailsSchema>

export const caseSchema = caseDetailsSchema.extend({ id: caseIdSchema })
export type Case = z.infer<typeof caseSchema>

/** A case as the store has it: each change of its details is one revision more. */
export const storedCaseSchema = z.object({
  case: caseSchema,
  revision: z.int().min(1),
  updatedAt: timestampSchema,
})
export type StoredCase = z.infer<typeof storedCaseSchema>
