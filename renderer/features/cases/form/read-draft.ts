import { cooperationActors } from '../../../../shared/case/actors.ts'
import { type CaseDetails, caseDetailsSchema } from '../../../../shared/case/case.ts'
import { readDateText } from '../../../../shared/case/date-text.ts'
import type { IsoDate } from '../../../../shared/case/dates.ts'
import { formatOrganisationNumber, formatPersonnummer } from '../../../../shared/case/identity.ts'
import { cleanText } from '../../../../shared/note/answers.ts'
import type { TextKey } from '../../../../shared/text/index.ts'
import type { MessageParams } from '../../../../shared/text/message.ts'
import type { CaseDraft, PersonDraft } from './draft.ts'

/** A field of the form by its name; `persons.p0.name` and `consents.arbetsgivare.date` are in rows. */
export type FieldName = string

/** What is wrong with one field: what to do about it, as a text key and its values. */
export interface FieldError {
  readonly field: FieldName
  readonly key: TextKey
  readonly params?: MessageParams
}

export type ReadDraft =
  | { readonly ok: true; readonly details: CaseDetails }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

const MAX_NAME = 200
const MAX_NUMBER = 40

/**
 * The case that the form means, or everything that is wrong with it, in the order of the form and at most one error a
 * field. Checks what a person can mend in words of their own; `caseDetailsSchema` has the last word.
 */
export function readDraft(draft: CaseDraft, today: IsoDate): ReadDraft {
  const errors = [
    ...required('number', draft.number, 'cases.error.number', MAX_NUMBER),
    ...required('insuredName', draft.insuredName, 'cases.error.insuredName'),
    ...checkPersonnummer(draft.personnummer),
    ...(draft.employment === 'anstalld' ? checkEmployer(draft) : []),
    ...checkFirstSickDay(draft.firstSickDay, today),
    ...required('assignedTo', draft.assignedTo, 'cases.error.assignedTo'),
    ...tooLong('office', tidy(draft.office)),
    ...draft.persons.flatMap(checkPerson),
    ...checkConsents(draft, today),
  ]
  if (errors.length > 0) return { ok: false, errors }
  const parsed = caseDetailsSchema.safeParse(details(draft, today))
  if (parsed.success) return { ok: true, details: parsed.data }
  return {
    ok: false,
    errors: parsed.error.issues.map(({ path }) => ({
      field: path.join('.'),
      key: 'cases.error.other',
      params: { where: path.join('.') },
    })),
  }
}

/** The text as it is stored: without invisible characters that cannot be signed, and without blanks at its ends. */
const tidy = (text: string) => cleanText(text).trim()

function details(draft: CaseDraft, today: IsoDate): unknown {
  return {
    number: tidy(draft.number),
    insured: { name: tidy(draft.insuredName), personnummer: formatPersonnummer(draft.personnummer.trim()) },
    employment:
      draft.employment === 'anstalld'
        ? {
            kind: 'anstalld',
            employer: {
              name: tidy(draft.employerName),
              organisationNumber: formatOrganisationNumber(draft.organisationNumber.trim()),
            },
          }
        : { kind: draft.employment },
    firstSickDay: readDateText(draft.firstSickDay, { today }),
    extent: draft.extent,
    expectedLength: draft.expectedLength,
    assignedTo: tidy(draft.assignedTo),
    ...(tidy(draft.office) === '' ? {} : { office: tidy(draft.office) }),
    persons: draft.persons
      .filter((person) => !isBlank(person))
      .map(({ name, role, title }) => ({
        name: tidy(name),
        role,
        ...(tidy(title) === '' ? {} : { title: tidy(title) }),
      })),
    consents: cooperationActors.flatMap((actor) => {
      const consent = draft.consents[actor]
      if (consent === undefined || consent.consent === '') return []
      const date = readDateText(consent.date, { today })
      return [{ actor, consent: consent.consent, ...(date === undefined ? {} : { date }) }]
    }),
  }
}

function required(field: FieldName, text: string, empty: TextKey, maximum = MAX_NAME): FieldError[] {
  const written = tidy(text)
  if (written === '') return [{ field, key: empty }]
  return tooLong(field, written, maximum)
}

function tooLong(field: FieldName, text: string, maximum = MAX_NAME): FieldError[] {
  return text.length > maximum ? [{ field, key: 'cases.error.long', params: { maximum } }] : []
}

function checkPersonnummer(text: string): FieldError[] {
  const field = 'personnummer'
  if (text.trim() === '') return [{ field, key: 'cases.error.personnummer.empty' }]
  if (formatPersonnummer(text.trim()) !== undefined) return []
  const digits = text.replace(/[\s+-]/g, '')
  return /^(\d{10}|\d{12})$/.test(digits)
    ? [{ field, key: 'cases.error.personnummer.check' }]
    : [{ field, key: 'cases.error.personnummer.form' }]
}

function checkEmployer({ employerName, organisationNumber }: CaseDraft): FieldError[] {
  return [
    ...required('employerName', employerName, 'cases.error.employerName'),
    ...checkOrganisationNumber(organisationNumber),
  ]
}

function checkOrganisationNumber(text: string): FieldError[] {
  const field = 'organisationNumber'
  if (text.trim() === '') return [{ field, key: 'cases.error.organisationNumber.empty' }]
  if (formatOrganisationNumber(text.trim()) !== undefined) return []
  return /^(\d{10}|\d{12})$/.test(text.replace(/[\s-]/g, ''))
    ? [{ field, key: 'cases.error.organisationNumber.check' }]
    : [{ field, key: 'cases.error.organisationNumber.form' }]
}

function checkFirstSickDay(text: string, today: IsoDate): FieldError[] {
  const field = 'firstSickDay'
  if (text.trim() === '') return [{ field, key: 'cases.error.firstSickDay.empty' }]
  const date = readDateText(text, { today })
  return date === undefined ? [{ field, key: 'cases.error.date', params: { written: text.trim() } }] : []
}

/** A row that nobody has written in is no person: it is left out rather than refused. */
function isBlank({ name, title }: PersonDraft): boolean {
  return tidy(name) === '' && tidy(title) === ''
}

function checkPerson(person: PersonDraft): FieldError[] {
  if (isBlank(person)) return []
  return [
    ...required(`persons.${person.key}.name`, person.name, 'cases.error.personName'),
    ...tooLong(`persons.${person.key}.title`, tidy(person.title)),
  ]
}

function checkConsents({ consents }: CaseDraft, today: IsoDate): FieldError[] {
  return cooperationActors.flatMap((actor): FieldError[] => {
    const consent = consents[actor]
    const written = consent?.date.trim() ?? ''
    if (consent === undefined || written === '') return []
    if (consent.consent === '') return [{ field: `consents.${actor}.date`, key: 'cases.error.consent' }]
    if (readDateText(written, { today }) !== undefined) return []
    return [{ field: `consents.${actor}.date`, key: 'cases.error.date', params: { written } }]
  })
}
