import { describe, expect, test } from 'vitest'
import { MAX_FIELD_CHARS } from '../../../shared/case/limits.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { fieldMarkers, templateOf } from './sample.ts'

type Json = Answers[string]
const short = (found: ReturnType<typeof fieldMarkers>) =>
  found.map(({ rule, severity, where: { column } }) =>
    [rule, severity, ...(column ? [column] : [])].join(' '),
  )

const label = (text: string) => ({ sv: text, en: text })
const options = [
  { value: 'a', label: label('A') },
  { value: 'b', label: label('B') },
  { value: 'annat', label: label('Annat'), other: true },
  { value: 'inga', label: label('Inga'), exclusive: true },
  { value: 'vet-inte', label: label('Vet inte'), exclusive: true },
]

const fields: Record<string, Record<string, unknown>> = {
  text: { type: 'text', maxLength: 20 },
  'rich-text': { type: 'rich-text' },
  date: {
    type: 'date',
    min: { relativeTo: 'first-sick-day', days: 0 },
    max: { relativeTo: 'today', days: 0 },
  },
  number: { type: 'number', min: 0, max: 100 },
  'yes-no': { type: 'yes-no' },
  choice: { type: 'choice', options: options.slice(0, 3) },
  choices: { type: 'choices', options },
  actor: { type: 'actor' },
  person: { type: 'person' },
  'note-reference': { type: 'note-reference', kinds: ['arbetsgivarens-plan'] },
  consents: { type: 'consents' },
  insatser: { type: 'insatser', kinds: ['medicinsk', 'social'] },
  aktiviteter: { type: 'aktiviteter', kinds: ['kontakt'] },
}
const rich = (text: string) => ({ blocks: [{ type: 'paragraph', runs: [{ text }] }] })
const insats = (more: Record<string, Json>): Json => [
  { id: 'r', what: 'Fysioterapi', performer: { actor: 'halso-och-sjukvarden' }, ...more },
]

const cases: [type: string, what: string, answer: Json, found: string[]][] = [
  ['text', 'fits', 'hej', []],
  ['text', 'too long for its field', 'x'.repeat(21), ['falt/for-lang error']],
  ['text', 'with a blank of a phrase', 'Den {datum}', ['falt/lucka warning']],
  ['rich-text', 'with a blank of a phrase', rich('Den {datum} ringer'), ['falt/lucka warning']],
  ['text', 'with braces and nothing in them', 'x {} y', []],
  ['text', 'of another form', 7, ['falt/form error']],
  ['rich-text', 'fits', rich('hej'), []],
  ['rich-text', 'too long for any field', rich('x'.repeat(MAX_FIELD_CHARS + 1)), ['falt/for-lang error']],
  ['rich-text', 'of another form', 'hej', ['falt/form error']],
  ['date', 'first sick day', '2026-03-02', []],
  ['date', 'before the sick leave', '2026-03-01', ['falt/datum-grans warning']],
  ['date', 'tomorrow', '2026-06-04', ['falt/datum-grans warning']],
  ['date', 'that does not exist', '2026-02-30', ['falt/datum error']],
  ['date', 'that is no date', 'snart', ['falt/datum error']],
  ['number', 'with a comma', '12,5', []],
  ['number', 'below', '-1', ['falt/tal-grans warning']],
  ['number', 'above', '1 000', ['falt/tal-grans warning']],
  ['number', 'in words', 'tolv', ['falt/tal error']],
  ['yes-no', 'ja', 'ja', []],
  ['yes-no', 'kanske', 'kanske', ['falt/form error']],
  ['choice', 'an option', { value: 'a' }, []],
  ['choice', 'no option', { value: 'x' }, ['falt/val error']],
  ['choice', 'annat without own words', { value: 'annat', other: ' ' }, ['falt/egna-ord warning']],
  ['choice', 'annat with own words', { value: 'annat', other: 'Så här' }, []],
  ['choice', 'of another form', 'a', ['falt/form error']],
  ['choices', 'two', { values: ['a', 'b'] }, []],
  ['choices', 'one unknown', { values: ['a', 'x'] }, ['falt/val error']],
  ['choices', 'one that excludes', { values: ['inga'] }, []],
  ['choices', 'one that excludes, with another', { values: ['a', 'inga'] }, ['falt/val-ensamt error']],
  ['choices', 'two that exclude', { values: ['inga', 'vet-inte'] }, ['falt/val-ensamt error']],
  ['choices', 'annat without own words', { values: ['annat'] }, ['falt/egna-ord warning']],
  ['actor', 'one', { actor: 'arbetsgivare' }, []],
  ['actor', 'unknown', { actor: 'grannen' }, ['falt/form error']],
  ['person', 'one', { name: 'Karin Lind' }, []],
  ['person', 'of another form', 'Karin Lind', ['falt/form error']],
  [
    'note-reference',
    'to nothing',
    { note: '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a99' },
    ['falt/hanvisning warning'],
  ],
  ['consents', 'with its day', [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-05-20' }], []],
  [
    'consents',
    'without a day',
    [{ actor: 'arbetsgivare', consent: 'nej' }],
    ['falt/samtycke-datum warning date'],
  ],
  ['consents', 'not asked yet', [{ actor: 'arbetsgivare', consent: 'ej-fragat' }], []],
  [
    'consents',
    'a day that does not exist',
    [{ actor: 'arbetsgivare', consent: 'ja', date: '2026-13-01' }],
    ['falt/datum error date'],
  ],
  [
    'consents',
    'two answers for one actor',
    [
      { actor: 'arbetsgivare', consent: 'ja', date: '2026-05-20' },
      { actor: 'arbetsgivare', consent: 'ej-fragat' },
    ],
    ['falt/samtycke-dubbelt warning date'],
  ],
  ['insatser', 'complete', insats({}), []],
  ['insatser', 'empty', [{ id: 'r' }], ['falt/rad-vad error what', 'falt/rad-utforare warning performer']],
  ['insatser', 'without performer', insats({ performer: {} }), ['falt/rad-utforare warning performer']],
  [
    'insatser',
    'performer "annan" without a name',
    insats({ performer: { actor: 'annan' } }),
    ['falt/rad-utforare warning performer'],
  ],
  [
    'insatser',
    'followed up before it begins',
    insats({ from: '2026-06-08', followUp: '2026-06-07' }),
    ['falt/rad-ordning warning followUp'],
  ],
  ['insatser', 'followed up the day it begins', insats({ from: '2026-06-08', followUp: '2026-06-08' }), []],
  ['insatser', 'followed up, no day to begin', insats({ followUp: '2026-06-08' }), []],
  [
    'aktiviteter',
    'followed up before it is done',
    [{ id: 'r', what: 'Ringa', date: '2026-06-08', followUp: '2026-06-01' }],
    ['falt/rad-ordning warning followUp'],
  ],
  [
    'insatser',
    'needed but missing, with reason',
    [{ id: 'r', what: 'KBT', status: 'behovs-men-saknas', missingReason: 'vantetid' }],
    [],
  ],
  [
    'insatser',
    'needed but missing, without reason',
    [{ id: 'r', what: 'KBT', status: 'behovs-men-saknas' }],
    ['falt/rad-skal error missingReason'],
  ],
  [
    'insatser',
    'another reason without words',
    [{ id: 'r', what: 'KBT', status: 'behovs-men-saknas', missingReason: 'annat' }],
    ['falt/egna-ord warning missingComment'],
  ],
  [
    'insatser',
    'ends before it begins',
    insats({ from: '2026-06-10', to: '2026-06-09' }),
    ['falt/rad-ordning error to'],
  ],
  ['insatser', 'begins and ends on a day', insats({ from: '2026-06-10', to: '2026-06-10' }), []],
  [
    'insatser',
    'dates that are none',
    insats({ from: 'maj', to: '2026-02-30', followUp: 'sen' }),
    ['falt/datum error from', 'falt/datum error to', 'falt/datum error followUp'],
  ],
  ['insatser', 'a kind the field does not take', insats({ kind: 'annan' }), ['falt/val error kind']],
  ['insatser', 'of another form', [{ what: 'utan id' }], ['falt/form error']],
  ['aktiviteter', 'its kind is enough', [{ id: 'r', kind: 'kontakt' }], []],
  ['aktiviteter', 'empty', [{ id: 'r' }], ['falt/rad-vad error what']],
  [
    'aktiviteter',
    'a date that is none',
    [{ id: 'r', what: 'Ringa', date: 'i maj' }],
    ['falt/datum error date'],
  ],
  ['aktiviteter', 'a kind the field does not take', [{ id: 'r', kind: 'mote' }], ['falt/val error kind']],
]

describe('an answer is checked by its field’s type', () => {
  test.each(cases)('%s: %s', (type, _, answer, found) => {
    const template = templateOf([{ id: 'f', type, ...fields[type] }])
    expect(short(fieldMarkers(template, { f: answer }))).toEqual(found)
  })
})

describe('an obligatory field', () => {
  const blank: Record<string, Json[]> = {
    text: ['', '  \n'],
    'rich-text': [{ blocks: [] }, rich('  ')],
    date: [''],
    number: [' '],
    choice: [{ value: '' }],
    choices: [{ values: [] }, { values: [], other: ' ' }],
    person: [{ name: '' }],
    consents: [[]],
    insatser: [[]],
    aktiviteter: [[]],
  }
  test.each(Object.entries(fields))('of type %s must be answered', (type, field) => {
    const template = templateOf([{ id: 'f', ...field, type, obligation: 'obligatorisk' }])
    for (const answers of [{}, { f: null }, ...(blank[type] ?? []).map((f) => ({ f }))])
      expect(short(fieldMarkers(template, answers))).toEqual(['falt/obligatoriskt error'])
  })

  test('recommended and optional ones may be left', () => {
    expect(fieldMarkers(templateOf([{ id: 'f', type: 'text', obligation: 'rekommenderad' }]), {})).toEqual([])
  })
})

describe('a hidden field', () => {
  const template = templateOf([
    { id: 'a', type: 'yes-no' },
    { id: 'b', type: 'date', obligation: 'obligatorisk', visibleWhen: { field: 'a', op: 'is', value: 'ja' } },
    { id: 'c', type: 'text', obligation: 'obligatorisk', visibleWhen: { field: 'b', op: 'answered' } },
  ])
  test('is left out of the check, and counts as unanswered for others', () => {
    expect(fieldMarkers(template, { a: 'nej', b: 'snart' })).toEqual([])
    expect(short(fieldMarkers(template, { a: 'ja', b: 'snart' }))).toEqual([
      'falt/datum error',
      'falt/obligatoriskt error',
    ])
  })
})

test('an answer no field takes is kept and told of, last', () => {
  const found = fieldMarkers(templateOf([{ id: 'f', type: 'date' }]), {
    gammalt: 'kvar',
    f: 'x',
    'Inget Id': 1,
  })
  expect(short(found)).toEqual(['falt/datum error', 'falt/okant warning', 'falt/okant warning'])
})

describe('a repeated group', () => {
  const template = templateOf([
    {
      id: 'g',
      type: 'group',
      item: label('rad'),
      fields: [
        {
          id: 'namn',
          type: 'text',
          label: label('Namn'),
          obligation: 'obligatorisk',
          demand: { basis: 'eget-val' },
        },
        {
          id: 'dag',
          type: 'date',
          label: label('Dag'),
          obligation: 'frivillig',
          obligatoryWhen: { field: 'namn', op: 'is', value: 'Karin' },
          demand: { basis: 'eget-val' },
        },
      ],
    },
  ])
  const where = (rows: Json) =>
    fieldMarkers(template, { g: rows }).map(({ rule, where: w }) => [rule, w.row, w.column])
  test('is checked row by row, its conditions within the row', () => {
    expect(
      where([
        { id: 'r1', answers: { namn: 'Eva' } },
        { id: 'r2', answers: {} },
        { id: 'r3', answers: { namn: 'Karin' } },
        { id: 'r4', answers: { namn: 'Karin', dag: '2026-02-30' } },
      ]),
    ).toEqual([
      ['falt/obligatoriskt', 'r2', 'namn'],
      ['falt/obligatoriskt', 'r3', 'dag'],
      ['falt/datum', 'r4', 'dag'],
    ])
  })
  test('a fix in a row changes that row alone', () => {
    const rows = [
      { id: 'r1', answers: { namn: 'Eva' } },
      { id: 'r2', answers: { namn: 'Karin', dag: '3/2 2026' } },
    ]
    const [found] = fieldMarkers(template, { g: rows })
    expect(found?.fixes[0]).toMatchObject({
      changes: [
        { field: 'g', value: [rows[0], { id: 'r2', answers: { namn: 'Karin', dag: '2026-02-03' } }] },
      ],
    })
  })
})

describe('fixes', () => {
  const changes = (type: string, f: Json) =>
    fieldMarkers(templateOf([{ id: 'f', type, ...fields[type] }]), { f }).flatMap(({ fixes }) =>
      fixes.flatMap((fix) => (fix.kind === 'edit' ? fix.changes.map(({ value }) => value) : [])),
    )
  test('a date typed otherwise is offered as ÅÅÅÅ-MM-DD', () => {
    expect(changes('date', '20260403')).toEqual(['2026-04-03'])
    expect(changes('insatser', insats({ from: '3/6 2026' }))).toEqual([insats({ from: '2026-06-03' })])
  })
  test('an answer that excludes others: keep it, or the others', () => {
    expect(changes('choices', { values: ['a', 'b', 'inga'] })).toEqual([
      { values: ['inga'] },
      { values: ['a', 'b'] },
    ])
  })
  test('the only empty row taken away takes the answer away', () => {
    expect(changes('aktiviteter', [{ id: 'r' }])).toEqual([undefined])
  })
})
