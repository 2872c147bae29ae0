import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CaseDraft,
  draftOf,
  emptyDraft,
  withPerson,
} from '../../../renderer/features/cases/form/draft.ts'
import { readDraft } from '../../../renderer/features/cases/form/read-draft.ts'
import { caseDetailsSchema, caseSchema } from '../../../shared/case/case.ts'
import { isoDateSchema, timestampSchema } from '../../../shared/case/dates.ts'
import { isTextKey } from '../../../shared/text/index.ts'
import { organisationNumber, personnummer } from './support.ts'

const today = isoDateSchema.parse('2026-04-04')
const filled: CaseDraft = {
  ...emptyDraft('Anna Ek'),
  number: '26-1187',
  insuredName: 'Lova Berg',
  personnummer,
  employerName: 'Granviks Snickeri AB',
  organisationNumber,
  firstSickDay: '2026-01-01',
}
const siv = { key: 'p0', name: 'Siv Holm', role: 'arbetsgivare', title: 'Chef' } as const

describe('A case form in order', () => {
  test('becomes the case', () => {
    expect(readDraft(filled, today)).toEqual({
      ok: true,
      details: {
        number: '26-1187',
        insured: { name: 'Lova Berg', personnummer },
        employment: { kind: 'anstalld', employer: { name: 'Granviks Snickeri AB', organisationNumber } },
        firstSickDay: '2026-01-01',
        extent: 100,
        expectedLength: 'oklart',
        assignedTo: 'Anna Ek',
        persons: [],
        consents: [],
      },
    })
  })

  test.each([
    ['the personnummer without hyphen', { personnummer: personnummer.replace('-', '') }],
    ['the organisation number without hyphen', { organisationNumber: organisationNumber.replace('-', '') }],
    ['the first sick day in short', { firstSickDay: '1 jan' }],
    [
      'blanks around every text',
      { number: ' 26-1187 ', insuredName: '\tLova Berg ', assignedTo: 'Anna Ek ' },
    ],
    ['characters that cannot be signed', { insuredName: 'Lova\0 Berg' }],
    ['a person row that nobody has written in', { persons: [{ ...siv, name: ' ', title: '' }] }],
    ['a consent with nothing registered', { consents: { arbetsgivare: { consent: '', date: '' } } }],
  ] satisfies [string, Partial<CaseDraft>][])('reads the same from %s', (_what, patch) => {
    expect(readDraft({ ...filled, ...patch }, today)).toEqual(readDraft(filled, today))
  })

  test('of somebody without employment asks for no employer', () => {
    const read = readDraft(
      { ...filled, employment: 'arbetslos', employerName: '', organisationNumber: '' },
      today,
    )
    expect(read.ok && read.details.employment).toEqual({ kind: 'arbetslos' })
  })

  test('carries persons and consents', () => {
    const read = readDraft(
      { ...filled, persons: [siv], consents: { arbetsgivare: { consent: 'ja', date: 'igår' } } },
      today,
    )
    expect(read.ok && [read.details.persons, read.details.consents]).toEqual([
      [{ name: 'Siv Holm', role: 'arbetsgivare', title: 'Chef' }],
      [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-04-03' }],
    ])
  })

  test('of a stored case gives the same case back', () => {
    const details = caseDetailsSchema.parse({
      number: '26-7',
      insured: { name: 'Lova Berg', personnummer },
      employment: { kind: 'anstalld', employer: { name: 'Granviks Snickeri AB', organisationNumber } },
      firstSickDay: '2026-01-01',
      extent: 50,
      expectedLength: 'minst-60-dagar',
      assignedTo: 'Anna Ek',
      persons: [
        { name: 'Siv Holm', role: 'arbetsgivare' },
        { name: 'Bo Ahl', role: 'halso-och-sjukvarden', title: 'Läkare' },
      ],
      consents: [{ actor: 'arbetsgivare', consent: 'nej' }],
    })
    const stored = caseSchema.parse({ ...details, id: 'cccccccc-0000-4000-8000-000000000001' })
    const updatedAt = timestampSchema.parse('2026-01-02T10:00:00Z')
    expect(readDraft(draftOf({ case: stored, revision: 1, updatedAt }), today)).toEqual({ ok: true, details })
  })
})

describe('A case form that is wrong', () => {
  const wrongDigit = `${personnummer.slice(0, -1)}${(Number(personnummer.at(-1)) + 1) % 10}`
  const wrongOrganisation = `${organisationNumber.slice(0, -1)}${(Number(organisationNumber.at(-1)) + 1) % 10}`

  test.each([
    ['no number', { number: ' ' }, 'number', 'cases.error.number'],
    ['a number of 41 characters', { number: 'x'.repeat(41) }, 'number', 'cases.error.long'],
    ['no name', { insuredName: '' }, 'insuredName', 'cases.error.insuredName'],
    ['only invisible characters as name', { insuredName: '\0' }, 'insuredName', 'cases.error.insuredName'],
    ['a name of 201 characters', { insuredName: 'x'.repeat(201) }, 'insuredName', 'cases.error.long'],
    ['no personnummer', { personnummer: '' }, 'personnummer', 'cases.error.personnummer.empty'],
    ['a word as personnummer', { personnummer: 'okänt' }, 'personnummer', 'cases.error.personnummer.form'],
    ['nine digits', { personnummer: '940215-238' }, 'personnummer', 'cases.error.personnummer.form'],
    ['a wrong check digit', { personnummer: wrongDigit }, 'personnummer', 'cases.error.personnummer.check'],
    [
      'a birthday that is none',
      { personnummer: '18940230-2384' },
      'personnummer',
      'cases.error.personnummer.check',
    ],
    ['no employer', { employerName: '' }, 'employerName', 'cases.error.employerName'],
    [
      'no organisation number',
      { organisationNumber: '' },
      'organisationNumber',
      'cases.error.organisationNumber.empty',
    ],
    [
      'a short organisation number',
      { organisationNumber: '5561' },
      'organisationNumber',
      'cases.error.organisationNumber.form',
    ],
    [
      'a wrong organisation number',
      { organisationNumber: wrongOrganisation },
      'organisationNumber',
      'cases.error.organisationNumber.check',
    ],
    ['no first sick day', { firstSickDay: '' }, 'firstSickDay', 'cases.error.firstSickDay.empty'],
    ['a day that does not exist', { firstSickDay: '2026-02-30' }, 'firstSickDay', 'cases.error.date'],
    ['nobody assigned', { assignedTo: '' }, 'assignedTo', 'cases.error.assignedTo'],
    [
      'a person without a name',
      { persons: [{ ...siv, name: '' }] },
      'persons.p0.name',
      'cases.error.personName',
    ],
    [
      'a title of 201 characters',
      { persons: [{ ...siv, title: 'x'.repeat(201) }] },
      'persons.p0.title',
      'cases.error.long',
    ],
    [
      'a date of consent without an answer',
      { consents: { arbetsgivare: { consent: '', date: '2026-01-02' } } },
      'consents.arbetsgivare.date',
      'cases.error.consent',
    ],
    [
      'a date of consent that is none',
      { consents: { arbetsgivare: { consent: 'ja', date: 'snart' } } },
      'consents.arbetsgivare.date',
      'cases.error.date',
    ],
  ] satisfies [string, Partial<CaseDraft>, string, string][])(
    'is told of %s, at its field',
    (_what, patch, field, key) => {
      const read = readDraft({ ...filled, ...patch }, today)
      expect(read.ok ? [] : read.errors.map((error) => [error.field, error.key])).toEqual([[field, key]])
    },
  )

  test('is told of everything at once, in the order of the form', () => {
    const read = readDraft({ ...emptyDraft(''), persons: [{ ...siv, name: '' }] }, today)
    expect(read.ok ? [] : read.errors.map(({ field }) => field)).toEqual([
      'number',
      'insuredName',
      'personnummer',
      'employerName',
      'organisationNumber',
      'firstSickDay',
      'assignedTo',
      'persons.p0.name',
    ])
  })

  test('never throws, and has a text for every error, whatever is typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(text, text, text, text, (number, name, day, identity) => {
        const draft = {
          ...filled,
          number,
          insuredName: name,
          firstSickDay: day,
          personnummer: identity,
          organisationNumber: identity,
        }
        const read = readDraft(draft, today)
        expect(read.ok || read.errors.every(({ key }) => isTextKey(key))).toBe(true)
        expect(read.ok || read.errors.every(({ key }) => key !== 'cases.error.other')).toBe(true)
      }),
    )
  })
})

test('A new person row has a key that no other has, also after one is removed', () => {
  const two = withPerson(withPerson(filled))
  const again = withPerson({ ...two, persons: two.persons.slice(1) })
  expect(again.persons.map(({ key }) => key)).toEqual(['p1', 'p2'])
})
