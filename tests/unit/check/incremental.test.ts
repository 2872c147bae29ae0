import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnswerField, type AnswerType, holdsAnswer } from '../../../shared/fields/index.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import type { NoteWithTemplate } from '../../../shared/note/context.ts'
import type { ReadNote } from '../../../shared/note/read-note.ts'
import { analyse, update } from '../../../shared/rules/index.ts'
import type { Template } from '../../../shared/template/template.ts'
import { samples } from '../fields/samples.ts'
import { shipped, shippedTemplates } from '../rules/bundles.ts'
import { contextWith, type Small, smallKinds, smallNote, smallTemplate } from '../rules/small-case.ts'
import { context, draft, templateOf } from './sample.ts'

type Json = Answers[string]
type Value = Json | undefined

const texts = ['', 'hej', 'Vår plan för återgång', 'FK', 'x'.repeat(300_000)]
const dates = ['', '2026-05-20', '2026-02-30', '3/2 2026', '2027-01-01', '2027-04-01']

const performer = fc.constantFrom<Json>(
  {},
  { name: 'FK' },
  { actor: 'arbetsgivare' },
  { name: 'Vårdcentralen' },
)
const rowId = fc.constantFrom('r1', 'r2', 'r3')
const insatser = fc.uniqueArray(
  fc.record({
    id: rowId,
    what: fc.constantFrom('', 'Fysioterapi', 'FK ordnar praktik', 'Vår återgångsplan'),
    performer,
    from: fc.constantFrom(...dates),
    to: fc.constantFrom(...dates),
    status: fc.constantFrom('planerad', 'behovs-men-saknas'),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
)
const aktiviteter = fc.uniqueArray(
  fc.record({
    id: rowId,
    what: fc.constantFrom('', 'Ringa'),
    counterpart: fc.constantFrom('arbetsgivare', 'den-forsakrade'),
    status: fc.constantFrom('planerad', 'installd'),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
)
const consents = fc.array(
  fc.record({
    actor: fc.constantFrom('arbetsgivare', 'socialtjansten'),
    consent: fc.constantFrom('ja', 'nej'),
  }),
  { maxLength: 2 },
)
const persons = fc.record({
  name: fc.constantFrom('', 'Karin'),
  role: fc.constantFrom('arbetsgivare', 'den-forsakrade'),
})

/** Answers to a field: none, right, wrong, and of the wrong form. */
function answersTo(field: AnswerField): fc.Arbitrary<Value> {
  const odd = fc.constantFrom<Value>(undefined, undefined, null, 7, 'skräp', [])
  return fc.oneof({ weight: 4, arbitrary: fitting(field) }, { weight: 1, arbitrary: odd })
}

/** What is tried in a field of a type, whatever the field; a type that is not here is tried with its sample. */
const tried: Partial<Record<AnswerType, fc.Arbitrary<Value>>> = {
  text: fc.constantFrom(...texts),
  'rich-text': fc
    .constantFrom(...texts)
    .map((text) => ({ blocks: [{ type: 'paragraph', runs: [{ text }] }] })),
  date: fc.constantFrom(...dates),
  number: fc.constantFrom('', '12,5', 'tolv'),
  'yes-no': fc.constantFrom('ja', 'nej'),
  person: persons,
  consents,
  insatser,
  aktiviteter,
}

function fitting(field: AnswerField): fc.Arbitrary<Value> {
  if (field.type === 'choice')
    return fc.constantFrom(...field.options.map(({ value }) => value), 'okant').map((value) => ({ value }))
  if (field.type === 'choices')
    return fc
      .subarray([...field.options.map(({ value }): string => value), 'okant'])
      .map((values) => ({ values }))
  if (field.type === 'group')
    return fc
      .array(persons, { maxLength: 2 })
      .map((all) =>
        all.map((person, index) => ({ id: `r${index}`, answers: { [field.fields[0]?.id ?? '']: person } })),
      )
  return tried[field.type] ?? fc.constant(samples[field.type].answer)
}

interface Edit {
  field: string
  value: Value
}

function edits(template: Template): fc.Arbitrary<Edit[]> {
  const fields = template.sections.flatMap((section) => section.fields).filter(holdsAnswer)
  const known = fields.map((field) => answersTo(field).map((value): Edit => ({ field: field.id, value })))
  const unknown = fc
    .constantFrom<Value>('kvar', undefined)
    .map((value): Edit => ({ field: 'okant-falt', value }))
  return fc.array(fc.oneof(...known, unknown), { minLength: 1, maxLength: 40, size: 'max' })
}

function edited(subject: NoteWithTemplate, { field, value }: Edit): NoteWithTemplate {
  const { [field]: _, ...rest } = subject.note.answers
  return {
    ...subject,
    note: { ...subject.note, answers: value === undefined ? rest : { ...rest, [field]: value } },
  }
}

/** Conditions through other conditions, an obligation under one, and a group that looks outside its row. */
const intertwined = templateOf([
  { id: 'a', type: 'yes-no' },
  { id: 'b', type: 'yes-no', visibleWhen: { field: 'a', op: 'is', value: 'ja' } },
  {
    id: 'c',
    type: 'text',
    obligation: 'obligatorisk',
    visibleWhen: { not: { field: 'b', op: 'is', value: 'ja' } },
  },
  {
    id: 'd',
    type: 'date',
    obligatoryWhen: {
      any: [
        { field: 'c', op: 'answered' },
        { field: 'b', op: 'unanswered' },
      ],
    },
  },
  {
    id: 'e',
    type: 'group',
    item: { sv: 'rad', en: 'row' },
    visibleWhen: { field: 'd', op: 'greater', value: '2026-01-01' },
    fields: [
      {
        id: 'vem',
        type: 'person',
        label: { sv: 'Vem', en: 'Who' },
        obligation: 'frivillig',
        visibleWhen: { field: 'a', op: 'answered' },
        obligatoryWhen: { field: 'c', op: 'answered' },
        demand: { basis: 'eget-val' },
      },
    ],
  },
])

/** What is shown, and what of it must be answered. */
const shownOf = (read: ReadNote) =>
  read.shown().map(({ field }) => `${field.id} ${read.obligatory(field.id) ? 'obligatory' : ''}`)

describe('after each edit, what is found and what the journal says are as of the whole note read anew', () => {
  const templates = [...shippedTemplates.map(shipped), intertwined]
  test.each(templates.map((template) => [template.title.sv, template] as const))('%s', (_, template) => {
    fc.assert(
      fc.property(edits(template), (sequence) => {
        let subject = draft(template, {})
        let state = analyse(subject, context)
        for (const edit of sequence) {
          subject = edited(subject, edit)
          state = update(state, subject.note, [edit.field])
          const anew = analyse(subject, context)
          expect(state.markers).toEqual(anew.markers)
          expect(shownOf(state)).toEqual(shownOf(anew))
        }
        expect(toJournalEntry(state)).toEqual(toJournalEntry(analyse(subject, context)))
      }),
      { numRuns: 60 },
    )
  })
})

/** Notes that tell of the case: a plan with another goal, another actor's insats, an area, and no sjukpenning. */
const around: readonly Small[] = [
  {
    kind: 'arbetsgivarens-plan',
    on: '2026-05-01',
    answers: {
      'plan-status': { value: 'inkommen' },
      mal: { value: 'ordinarie-arbete' },
      // A wait of half a year between them, so that an explanation of it counts.
      insatser: [
        {
          id: 'r8',
          what: 'Handledning',
          performer: { actor: 'arbetsgivare' },
          from: '2026-06-01',
          to: '2026-06-05',
        },
        {
          id: 'r9',
          what: 'Lärling',
          performer: { actor: 'arbetsgivare' },
          from: '2026-12-01',
          to: '2026-12-31',
        },
      ],
    },
  },
  {
    kind: 'planering',
    on: '2026-04-01',
    answers: { verksamhetsomrade: { value: 'forsta-ansprak' }, sjukpenning: { value: 'nej' } },
  },
]

describe('the same in a case whose other notes the rules ask', () => {
  test.each(smallKinds)('%s', (kind) => {
    const inCase = contextWith(around)
    fc.assert(
      fc.property(edits(smallTemplate(kind)), (sequence) => {
        let subject = smallNote({ kind, answers: {} })
        let state = analyse(subject, inCase)
        for (const edit of sequence) {
          subject = edited(subject, edit)
          state = update(state, subject.note, [edit.field])
          expect(state.markers).toEqual(analyse(subject, inCase).markers)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('an edit', () => {
  const template = shipped('planering')
  const before = draft(template, {
    insatser: [{ id: 'r', what: 'x', performer: { name: 'FK' } }],
    'nasta-uppfoljning': 'sen',
  })
  const state = analyse(before, context)
  const marked = (
    markers: readonly { rule: string; where: { field?: string | undefined } }[],
    rule: string,
    field: string,
  ) => markers.find((marker) => marker.rule === rule && marker.where.field === field)

  test('leaves the markers it does not reach as they are, the same objects', () => {
    const after = update(state, edited(before, { field: 'mal', value: { value: 'ordinarie-arbete' } }).note, [
      'mal',
    ])
    expect(marked(after.markers, 'falt/obligatoriskt', 'mal')).toBeUndefined()
    for (const [rule, field] of [
      ['R1', 'insatser'],
      ['falt/datum', 'nasta-uppfoljning'],
      ['R27', 'samrad'],
    ] as const) {
      expect(marked(state.markers, rule, field)).toBeDefined()
      expect(marked(after.markers, rule, field)).toBe(marked(state.markers, rule, field))
    }
  })

  test('leaves what the fields it does not reach say in the journal, the same objects', () => {
    const said = (read: ReadNote) =>
      toJournalEntry(read)
        .sections.flatMap((section) => section.blocks)
        .filter(({ type }) => type !== 'answer')
    const [table] = said(state)
    const after = update(state, edited(before, { field: 'nasta-uppfoljning', value: '2026-07-06' }).note, [
      'nasta-uppfoljning',
    ])
    expect(table).toMatchObject({ type: 'table' })
    expect(said(after)[0]).toBe(table)
  })

  test('on another day is a check of the whole note', () => {
    const later = { ...context, others: [] }
    expect(update(state, before.note, ['mal'], later).markers).toEqual(analyse(before, later).markers)
  })

  test('of several fields at once, as a fix makes, is one update', () => {
    const after = { ...before, note: { ...before.note, answers: { 'nasta-uppfoljning': '2026-07-06' } } }
    expect(update(state, after.note, ['insatser', 'nasta-uppfoljning']).markers).toEqual(
      analyse(after, context).markers,
    )
  })
})

test('markers stand in document order, those of the whole note first', () => {
  const template = shipped('planering')
  const order: string[] = template.sections.flatMap((section) => section.fields.map(({ id }) => id))
  const note = draft(template, {
    insatser: [{ id: 'r', performer: { name: 'FK' } }],
    'nasta-uppfoljning': 'sen',
  })
  const { markers } = analyse(note, context)
  const places = markers.map(({ where }) => (where.field === undefined ? -1 : order.indexOf(where.field)))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(new Set(places).size).toBeGreaterThan(3)
})
