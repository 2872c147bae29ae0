import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { type Bundle, bundleSchema } from '../../../shared/note/bundle.ts'
import type { NoteContext } from '../../../shared/note/context.ts'
import { takeOver } from '../../../shared/note/take-over.ts'
import { type Template, templateSchema } from '../../../shared/template/template.ts'
import { smallTemplate } from '../check/sample.ts'

const words = (text: string) => ({ sv: text, en: text })
type Given = { id: string; type: string; [member: string]: unknown }
const field = (given: Given) => ({
  label: words(given.id),
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
  ...given,
})

function template(id: string, kind: string, fields: readonly Given[]): Template {
  return templateSchema.parse({
    ...smallTemplate,
    id,
    kind,
    owner: kind === 'arbetsgivarens-plan' ? 'arbetsgivare' : 'forsakringskassan',
    sections: [{ id: 'allt', title: words('Allt'), fields: fields.map(field) }],
  })
}

const goals = (...values: string[]) => values.map((value) => ({ value, label: words(value) }))
const plan = template('plan', 'arbetsgivarens-plan', [
  { id: 'dag', type: 'date', concept: 'plan-datum' },
  { id: 'rader', type: 'insatser' },
])
const planering = template('planering', 'planering', [
  { id: 'dag', type: 'date', concept: 'handelse-datum' },
  { id: 'mal', type: 'choice', concept: 'mal', options: goals('ordinarie-arbete', 'annat-arbete') },
  { id: 'rader', type: 'insatser' },
])

/** A case with notes of the two templates, each with its answers. */
function caseWith(...notes: [of: Template, answers: Record<string, unknown>][]): NoteContext {
  const bundle: Bundle = bundleSchema.parse({
    format: 'klarlagt/arende',
    version: 1,
    case: {
      id: '3b9a2f5e-52c1-4f5e-9d36-0d7a4d1c8a01',
      number: '26-1',
      insured: { name: 'Linnéa Berg', personnummer: '18940611-2384' },
      employment: {
        kind: 'anstalld',
        employer: { name: 'Åkerö Verkstad AB', organisationNumber: '556912-3473' },
      },
      firstSickDay: '2026-03-02',
      extent: 100,
      expectedLength: 'minst-60-dagar',
      assignedTo: 'Anna Ek',
      persons: [{ name: 'Kim Sand', role: 'arbetsgivare', title: 'enhetschef' }],
      consents: [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-03-20' }],
    },
    notes: notes.map(([{ id, kind, owner }, answers], index) => ({
      id: noteIds[index],
      template: { id, version: 1 },
      kind,
      owner,
      author: { name: 'Anna Ek', role: 'utredare' },
      status: 'utkast',
      createdAt: '2026-04-01T08:00:00Z',
      updatedAt: '2026-04-01T08:00:00Z',
      answers,
    })),
  })
  return {
    case: bundle.case,
    today: isoDateSchema.parse('2026-06-03'),
    language: 'sv',
    others: bundle.notes.flatMap((note, index) => {
      const [of] = notes[index] ?? []
      return of ? [{ note, template: of }] : []
    }),
  }
}
const noteIds = [
  '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a77',
  '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a78',
  '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a79',
]

/** What a new note with one field takes over. */
function taken(given: Omit<Given, 'id'> & { type: string }, context: NoteContext) {
  return takeOver(template('ny', 'uppfoljning', [{ id: 'f', ...given }]), context)
}

describe('from the case’s own details', () => {
  const context = caseWith()
  test.each([
    [
      'the consents of its register',
      { type: 'consents', takesOver: { from: 'case', what: 'consents' } },
      [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-03-20' }],
    ],
    [
      'its employer, as an actor',
      { type: 'actor', takesOver: { from: 'case', what: 'employer' } },
      { actor: 'arbetsgivare', name: 'Åkerö Verkstad AB' },
    ],
    [
      'its employer, as a text',
      { type: 'text', takesOver: { from: 'case', what: 'employer' } },
      'Åkerö Verkstad AB',
    ],
    [
      'the person who has a role in it',
      { type: 'person', takesOver: { from: 'case', what: 'persons', role: 'arbetsgivare' } },
      { name: 'Kim Sand', role: 'arbetsgivare', title: 'enhetschef' },
    ],
    [
      'everybody it names, a row each',
      {
        type: 'group',
        item: words('kallad'),
        fields: [field({ id: 'vem', type: 'person' })],
        takesOver: { from: 'case', what: 'persons' },
      },
      [
        { id: 'person-1', answers: { vem: { name: 'Linnéa Berg', role: 'den-forsakrade' } } },
        {
          id: 'person-2',
          answers: { vem: { name: 'Kim Sand', role: 'arbetsgivare', title: 'enhetschef' } },
        },
        { id: 'person-3', answers: { vem: { name: 'Anna Ek', role: 'forsakringskassan' } } },
      ],
    ],
  ])('%s', (_what, given, answer) => {
    expect(taken(given, context)).toEqual({
      answers: { f: answer },
      takenOver: [{ field: 'f', from: { kind: 'case' } }],
    })
  })

  test('nobody, where nobody has the role', () => {
    const given = { type: 'person', takesOver: { from: 'case', what: 'persons', role: 'socialtjansten' } }
    expect(taken(given, context)).toEqual({ answers: {}, takenOver: [] })
  })

  test('no consent about an actor that the document does not concern', () => {
    const asked = { type: 'consents', actors: ['arbetsformedlingen'] }
    const from = { takesOver: { from: 'case', what: 'consents' } }
    expect(taken({ ...asked, ...from }, context)).toEqual({ answers: {}, takenOver: [] })
  })
})

describe('from the case’s notes', () => {
  const goal = (values: string[]) => ({
    type: 'choice',
    options: goals(...values),
    takesOver: { from: 'note', concept: 'mal', kinds: ['planering'] },
  })
  const earlier: [Template, Record<string, unknown>] = [
    planering,
    { dag: '2026-04-10', mal: { value: 'ordinarie-arbete' } },
  ]
  const later: [Template, Record<string, unknown>] = [
    planering,
    { dag: '2026-05-10', mal: { value: 'annat-arbete' } },
  ]

  test('the last goal by the day that the notes tell of, not by when they were written', () => {
    expect(taken(goal(['ordinarie-arbete', 'annat-arbete']), caseWith(later, earlier))).toEqual({
      answers: { f: { value: 'annat-arbete' } },
      takenOver: [{ field: 'f', from: { kind: 'note', note: noteIds[0] } }],
    })
  })
  test('the one before it, where the last note gives none', () => {
    const context = caseWith(earlier, [planering, { dag: '2026-05-10' }])
    expect(taken(goal(['ordinarie-arbete']), context).answers).toEqual({ f: { value: 'ordinarie-arbete' } })
  })
  test('none that the field does not offer', () => {
    expect(taken(goal(['annat-arbete']), caseWith(earlier)).answers).toEqual({})
  })
  test('a reference to the last note of a kind', () => {
    const given = {
      type: 'note-reference',
      kinds: ['planering'],
      takesOver: { from: 'note', kinds: ['planering'] },
    }
    expect(taken(given, caseWith(earlier, later)).answers).toEqual({ f: { note: noteIds[1] } })
  })
})

describe('insatser', () => {
  const ofPlan = { type: 'insatser', takesOver: { from: 'insatser', owner: 'arbetsgivare' } }
  const ofPlanering = { type: 'insatser', takesOver: { from: 'insatser', owner: 'forsakringskassan' } }
  const context = caseWith(
    [
      plan,
      {
        dag: '2026-04-01',
        rader: [
          { id: 'a', what: 'Kortare dagar', status: 'pagar' },
          { id: 'b', what: 'Handledning', status: 'genomford' },
        ],
      },
    ],
    [planering, { dag: '2026-04-10', rader: [{ id: 'c', what: 'Fysioterapi' }] }],
  )
  test('that are not over are taken over with their row ids, so that each stays the same through the case', () => {
    expect(taken(ofPlan, context).answers).toEqual({
      f: [{ id: 'a', what: 'Kortare dagar', status: 'pagar' }],
    })
  })
  test('of the plan are never those of planering', () => {
    expect(taken(ofPlanering, context)).toEqual({
      answers: { f: [{ id: 'c', what: 'Fysioterapi' }] },
      takenOver: [{ field: 'f', from: { kind: 'note', note: noteIds[1] } }],
    })
  })
})
