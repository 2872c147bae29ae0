import { z } from 'zod'
import { cooperationActorSchema, personRoleSchema } from '../../../../shared/case/actors.ts'
import { expectedLengths, extents, type StoredCase } from '../../../../shared/case/case.ts'
import { consentAnswers } from '../../../../shared/case/consents.ts'

const personDraftSchema = z.object({
  /** Tells rows apart while they are edited; never stored with the case. */
  key: z.string(),
  name: z.string(),
  role: personRoleSchema,
  title: z.string(),
})
export type PersonDraft = Readonly<z.infer<typeof personDraftSchema>>

const consentDraftSchema = z.object({
  /** Blank where nothing is registered. */
  consent: z.enum([...consentAnswers, '']),
  date: z.string(),
})
export type ConsentDraft = Readonly<z.infer<typeof consentDraftSchema>>

/** The fields of the case form as they are typed: texts that may be wrong yet, so that nothing typed is lost. */
export const caseFieldsSchema = z.object({
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
  /** Blank where nobody has said; what was typed before cases had offices says nothing. */
  office: z.string().default(''),
  persons: z.array(personDraftSchema).readonly(),
  consents: z.partialRecord(cooperationActorSchema, consentDraftSchema).readonly(),
})
export type CaseFields = Readonly<z.infer<typeof caseFieldsSchema>>

/** What is typed in a case form, and what it was begun from. */
export const caseDraftSchema = caseFieldsSchema.extend({
  /**
   * The revision of the case that the form was filled from; 0 where there is no case yet. What was typed before cases
   * had revisions began from the first.
   */
  baseRevision: z.int().default(1),
  /** The form as it was filled. Not there in a new case, nor in what was typed before it was kept. */
  base: caseFieldsSchema.optional(),
})
export type CaseDraft = Readonly<z.infer<typeof caseDraftSchema>>

/** A new case: assigned to who makes it, employed, wholly on leave, and nothing said about how long. */
export function emptyDraft(assignedTo: string): CaseDraft {
  return {
    baseRevision: 0,
    number: '',
    insuredName: '',
    personnummer: '',
    employment: 'anstalld',
    employerName: '',
    organisationNumber: '',
    firstSickDay: '',
    extent: 100,
    expectedLength: 'oklart',
    assignedTo,
    office: '',
    persons: [],
    consents: {},
  }
}

/** A case as it is put into the form. */
export function draftOf({ case: details, revision }: StoredCase): CaseDraft {
  const { employment } = details
  const employer = employment.kind === 'anstalld' ? employment.employer : undefined
  const filled: CaseFields = {
    number: details.number,
    insuredName: details.insured.name,
    personnummer: details.insured.personnummer,
    employment: employment.kind,
    employerName: employer?.name ?? '',
    organisationNumber: employer?.organisationNumber ?? '',
    firstSickDay: details.firstSickDay,
    extent: details.extent,
    expectedLength: details.expectedLength,
    assignedTo: details.assignedTo,
    office: details.office ?? '',
    persons: details.persons.map(({ name, role, title }, index) => ({
      key: `p${index}`,
      name,
      role,
      title: title ?? '',
    })),
    consents: Object.fromEntries(
      details.consents.map(({ actor, consent, date }) => [actor, { consent, date: date ?? '' }]),
    ),
  }
  return { ...filled, baseRevision: revision, base: filled }
}

/** The draft with one more person, whose key no other has. */
export function withPerson(draft: CaseDraft): CaseDraft {
  const taken = draft.persons.map(({ key }) => Number(key.slice(1)))
  const key = `p${Math.max(-1, ...taken) + 1}`
  return { ...draft, persons: [...draft.persons, { key, name: '', role: 'arbetsgivare', title: '' }] }
}
