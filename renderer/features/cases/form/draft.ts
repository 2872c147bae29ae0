import type { CooperationActor, PersonRole } from '../../../../shared/case/actors.ts'
import type { Case, CaseDetails, Employment } from '../../../../shared/case/case.ts'
import type { Consent } from '../../../../shared/case/consents.ts'

export interface PersonDraft {
  /** Tells rows apart while they are edited; never stored. */
  readonly key: string
  readonly name: string
  readonly role: PersonRole
  readonly title: string
}
export interface ConsentDraft {
  /** Blank where nothing is registered. */
  readonly consent: Consent['consent'] | ''
  readonly date: string
}

/** The case form as it is typed: texts that may be wrong yet, so that nothing typed is lost. */
export interface CaseDraft {
  readonly number: string
  readonly insuredName: string
  readonly personnummer: string
  readonly employment: Employment['kind']
  readonly employerName: string
  readonly organisationNumber: string
  readonly firstSickDay: string
  readonly extent: CaseDetails['extent']
  readonly expectedLength: CaseDetails['expectedLength']
  readonly assignedTo: string
  readonly persons: readonly PersonDraft[]
  readonly consents: Readonly<Partial<Record<CooperationActor, ConsentDraft>>>
}

/** A new case: assigned to who makes it, employed, wholly on leave, and nothing said about how long. */
export function emptyDraft(assignedTo: string): CaseDraft {
  return {
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
    persons: [],
    consents: {},
  }
}

/** A case as it is put into the form. */
export function draftOf(details: Case): CaseDraft {
  const { employment } = details
  const employer = employment.kind === 'anstalld' ? employment.employer : undefined
  return {
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
}

/** The draft with one more person, whose key no other has. */
export function withPerson(draft: CaseDraft): CaseDraft {
  const taken = draft.persons.map(({ key }) => Number(key.slice(1)))
  const key = `p${Math.max(-1, ...taken) + 1}`
  return { ...draft, persons: [...draft.persons, { key, name: '', role: 'arbetsgivare', title: '' }] }
}
