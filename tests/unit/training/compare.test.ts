import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../shared/fields/json.ts'
import { sideOf } from '../../../shared/history/words.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { compareNote, isDifference } from '../../../shared/training/compare.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { referredId, types } from '../fields/samples.ts'
import { shipped, shippedTemplates } from '../rules/bundles.ts'
import { fillings } from '../template/fill.ts'

const words = (text: string) => ({ sv: text, en: text })
const template = templateOf([
  {
    id: 'mal',
    type: 'choice',
    options: ['arbete', 'annat'].map((value) => ({ value, label: words(value), other: true })),
  },
  {
    id: 'hinder',
    type: 'choices',
    options: ['buller', 'lyft'].map((value) => ({ value, label: words(value) })),
  },
  { id: 'datum', type: 'date' },
  { id: 'beskrivning', type: 'text', multiline: true },
  { id: 'samrad', type: 'yes-no' },
  { id: 'inget-samrad', type: 'text', visibleWhen: { field: 'samrad', op: 'is', value: 'nej' } },
  { id: 'insatser', type: 'insatser' },
])

const compared = (written: Answers, answer: Answers) =>
  compareNote(readNote(draft(template, written), context), answer)
const verdicts = (written: Answers, answer: Answers) =>
  Object.fromEntries(compared(written, answer).map(({ id, verdict }) => [id, verdict]))

describe('a field of a learner’s note beside the pack’s answer', () => {
  test.each<[string, Answers, Answers, Record<string, string>]>([
    ['the same', { samrad: 'ja' }, { samrad: 'ja' }, { samrad: 'same' }],
    ['missing', {}, { samrad: 'ja' }, { samrad: 'missing' }],
    ['not asked for', { samrad: 'ja' }, {}, { samrad: 'not-asked' }],
    ['different', { datum: '2026-03-01' }, { datum: '2026-03-02' }, { datum: 'different' }],
    [
      'in own words, which nobody judges',
      { beskrivning: 'Orkar mer.' },
      { beskrivning: 'Arbetar halva dagar.' },
      { beskrivning: 'own-words' },
    ],
    [
      'own words beside the same choice',
      { mal: { value: 'annat', other: 'Ett' } },
      { mal: { value: 'annat', other: 'Två' } },
      { mal: 'own-words' },
    ],
    [
      'another choice, whatever own words stand beside it',
      { mal: { value: 'annat', other: 'Ett' } },
      { mal: { value: 'arbete' } },
      { mal: 'different' },
    ],
    [
      'several choices in another order',
      { hinder: { values: ['lyft', 'buller'] } },
      { hinder: { values: ['buller', 'lyft'] } },
      { hinder: 'same' },
    ],
    [
      'one choice too few',
      { hinder: { values: ['lyft'] } },
      { hinder: { values: ['buller', 'lyft'] } },
      { hinder: 'different' },
    ],
    ['left blank on both sides', { beskrivning: ' ' }, {}, {}],
    [
      'hidden, and so not answered',
      { samrad: 'ja', 'inget-samrad': 'Glömt' },
      { samrad: 'ja' },
      { samrad: 'same' },
    ],
  ])('%s', (_what, written, answer, expected) => {
    expect(verdicts(written, answer)).toEqual(expected)
  })

  const row = (more: Record<string, Json>) => ({
    id: 'r1',
    what: 'Kortare dagar',
    performer: { actor: 'arbetsgivare' },
    ...more,
  })
  test.each<[string, Json[], Json[], string]>([
    ['a row that the learner made, with an id of its own', [row({ id: 'mine' })], [row({})], 'same'],
    ['told in other words', [row({ what: 'Halva dagar' })], [row({})], 'own-words'],
    ['told in other words and no more', [{ id: 'r1', what: 'A' }], [{ id: 'r2', what: 'B' }], 'own-words'],
    ['by somebody else', [row({ performer: { actor: 'den-forsakrade' } })], [row({})], 'different'],
    [
      'in another order',
      [row({ id: 'b', what: 'B' }), row({ id: 'a', what: 'A' })],
      [row({ id: '1', what: 'A' }), row({ id: '2', what: 'B' })],
      'same',
    ],
    ['one row too few', [row({})], [row({}), row({ id: 'r2', what: 'Handledare' })], 'different'],
    ['one row too many', [row({}), row({ id: 'r2', what: 'Handledare' })], [row({})], 'different'],
  ])('rows: %s', (_what, written, answer, expected) => {
    expect(verdicts({ insatser: written }, { insatser: answer })).toEqual({ insatser: expected })
  })

  test('says both sides, the learner’s first', () => {
    const [field] = compared({ samrad: 'nej' }, { samrad: 'ja' })
    const pieces = field?.said.as === 'words' ? field.said.pieces : []
    expect([sideOf(pieces, 'before'), sideOf(pieces, 'after')]).toEqual(['Nej', 'Ja'])
  })
})

describe('an answer compared with itself has no differences', () => {
  test.each(types)('%s', (type, { field, answer }) => {
    const of = templateOf([{ id: 'falt', type, ...field }])
    const fields = compareNote(readNote(draft(of, { falt: answer }), context), { falt: answer })
    expect(fields.map(({ verdict }) => verdict)).toEqual(['same'])
  })

  test.each(shippedTemplates)('%s, with every field that it can show', (id) => {
    const of = shipped(id)
    for (const { answers, read } of fillings(of, { context, referred: () => referredId }))
      expect(compareNote(read, answers).filter(isDifference)).toEqual([])
  })

  test('rows of any kind and number, those that are alike too', () => {
    const cell = fc.constantFrom(undefined, 'A', 'B')
    const rows = fc.array(fc.record({ what: cell, purpose: cell, from: cell }))
    fc.assert(
      fc.property(rows, (some) => {
        const insatser = some.map((row, index) => ({
          id: `r${index}`,
          ...Object.fromEntries(Object.entries(row).filter(([, text]) => text !== undefined)),
        }))
        const theirs = insatser.map((row) => ({ ...row, id: `other ${row.id}` }))
        expect(compared({ insatser }, { insatser: theirs }).filter(isDifference)).toEqual([])
      }),
    )
  })
})
