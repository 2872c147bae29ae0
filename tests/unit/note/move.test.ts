import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import { type AnswerField, holdsAnswer } from '../../../shared/fields/index.ts'
import { isObject, type Json, saysSomething } from '../../../shared/fields/json.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { type Moved, moveNote, setAsideMember } from '../../../shared/note/move.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { newestVersions, type Template, templateOf as versionOf } from '../../../shared/template/template.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { samples } from '../fields/samples.ts'

const words = (text: string) => ({ sv: text, en: text })
const option = (value: string, more = {}) => ({ value, label: words(value), ...more })
const shippedTemplates = loadTemplates('templates')

interface Held {
  template: Template
  answers: Answers
  setAside?: Moved['setAside']
}

/** A note of a template, moved to another. */
function move(
  { template, answers, setAside = [] }: Held,
  to: Template,
  known: readonly Template[] = [],
): Held & Moved {
  const { note } = draft(template, answers)
  const subject = { template, note: { ...note, ...setAsideMember(setAside) } }
  const find = (ref: Template | { id: Template['id']; version: number }) =>
    versionOf([template, to, ...known, ...shippedTemplates.all], ref)
  return { ...moveNote(readNote(subject, context), to, find), template: to }
}

describe('an answer follows to the field that asks the same', () => {
  const from = templateOf([
    { id: 'mal', type: 'text', concept: 'mal' },
    { id: 'bakgrund', type: 'text' },
    { id: 'inkom', type: 'date' },
    {
      id: 'form',
      type: 'choice',
      options: [option('fysiskt'), option('digitalt'), option('annat', { other: true })],
    },
    {
      id: 'om',
      type: 'choices',
      options: [option('tider'), option('uppgifter'), option('annat', { other: true })],
    },
  ])
  const to = templateOf(
    [
      { id: 'malet', type: 'text', concept: 'mal' },
      { id: 'bakgrund', type: 'text' },
      { id: 'inkom', type: 'text' },
      { id: 'form', type: 'choice', options: [option('digitalt'), option('telefon')] },
      { id: 'om', type: 'choices', options: [option('uppgifter'), option('pauser')] },
    ],
    { id: 'annan' },
  )

  test('with its concept whatever its id, or with its id', () => {
    const moved = move({ template: from, answers: { mal: 'Åter i arbete', bakgrund: 'Undersköterska' } }, to)
    expect(moved.answers).toEqual({ malet: 'Åter i arbete', bakgrund: 'Undersköterska' })
    expect(moved.setAside).toEqual([])
    expect(moved.followed).toEqual(['malet', 'bakgrund'])
  })

  test('not to one of another type, where it is set aside with its label and its words', () => {
    const moved = move({ template: from, answers: { inkom: '2026-05-20' } }, to)
    expect(moved.answers).toEqual({})
    expect(moved.setAside).toEqual([
      {
        template: { id: 'prov', version: 1 },
        title: words('Prov'),
        label: words('inkom'),
        text: '2026-05-20',
        answers: { inkom: '2026-05-20' },
      },
    ])
  })

  test.each<[what: string, answer: Json, follows: Json | undefined, aside: string | undefined]>([
    ['a choice that both have', { value: 'digitalt' }, { value: 'digitalt' }, undefined],
    ['a choice that the other has not', { value: 'fysiskt' }, undefined, 'fysiskt'],
    [
      'own words that the other has no option for',
      { value: 'annat', other: 'På gården' },
      undefined,
      'annat: På gården',
    ],
  ])('%s', (_what, answer, follows, aside) => {
    const moved = move({ template: from, answers: { form: answer } }, to)
    expect(moved.answers.form).toEqual(follows)
    expect(moved.setAside[0]?.text).toBe(aside)
  })

  test('of several choices those that both have; the others and own words are set aside', () => {
    const answers = { om: { values: ['tider', 'uppgifter', 'annat'], other: 'Buss' } }
    const moved = move({ template: from, answers }, to)
    expect(moved.answers.om).toEqual({ values: ['uppgifter'] })
    expect(moved.setAside.map(({ text }) => text)).toEqual(['tider; annat: Buss'])
    const back = move({ ...moved, answers: { om: { values: ['uppgifter', 'pauser'] } } }, from)
    expect(back.setAside.map(({ text }) => text)).toEqual(['pauser'])
    expect(back.answers.om).toEqual({ values: ['uppgifter', 'tider', 'annat'], other: 'Buss' })
  })

  test('an answer that no field of its own template takes is kept as it is stored', () => {
    const moved = move({ template: from, answers: { borta: ['kvar'] } }, to)
    expect(moved.setAside).toMatchObject([{ label: words('borta'), text: '["kvar"]' }])
  })

  test('what a third template set aside comes to its place by the way it came', () => {
    const third = templateOf([{ id: 'annat', type: 'number' }], { id: 'tredje' })
    const once = move({ template: from, answers: { mal: 'Åter i arbete', inkom: '2026-05-20' } }, to)
    const twice = move(once, third, [from])
    expect(twice.answers).toEqual({})
    expect(move(twice, from, [to]).answers).toEqual({ mal: 'Åter i arbete', inkom: '2026-05-20' })
    expect(move(twice, from, [to]).setAside).toEqual([])
  })
})

const compare = (one: Json, other: Json) => JSON.stringify(one).localeCompare(JSON.stringify(other))

/** Every text and number that stands anywhere in a value. */
function leaves(value: Json | undefined): string[] {
  if (typeof value !== 'object' || value === null)
    return value === undefined || value === null ? [] : [value.toString()]
  return Object.values(value).flatMap(leaves)
}

/** An answer to a field, right or of another form, with what is written in it told apart from all else. */
function answerTo(field: AnswerField): fc.Arbitrary<Json> {
  const written = fc.uuid().map((id) => `skrivet ${id}`)
  const odd = fc.oneof(
    written.map((text) => [text]),
    written.map((text): Json => ({ okant: text })),
  )
  const values = 'options' in field ? field.options.map(({ value }): string => value) : []
  const fitting: fc.Arbitrary<Json> =
    field.type === 'choice'
      ? fc.tuple(fc.constantFrom(...values, 'okant'), written).map(([value, other]) => ({ value, other }))
      : field.type === 'choices'
        ? fc
            .tuple(fc.subarray([...values, 'okant'], { minLength: 1 }), written)
            .map(([all, other]) => ({ values: all, other }))
        : field.type === 'text'
          ? written
          : field.type === 'insatser'
            ? written.map((what) => [{ id: 'r1', what }])
            : field.type === 'group'
              ? written.map((text) => [{ id: 'r1', answers: { [field.fields[0]?.id ?? 'x']: text } }])
              : fc.constant(samples[field.type].answer)
  return fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 1, arbitrary: odd })
}

function answersOf(template: Template): fc.Arbitrary<Answers> {
  const fields = template.sections.flatMap((section) => section.fields).filter(holdsAnswer)
  const each = Object.fromEntries(fields.map((field) => [field.id, answerTo(field)]))
  return fc.record({ ...each, 'okant-falt': fc.constant('kvar') }, { requiredKeys: [] })
}

describe('whatever is moved, and wherever', () => {
  const byId = new Map<string, Template>(
    newestVersions(shippedTemplates.all).map((template) => [template.id, template]),
  )
  const named = (id: string): Template => {
    const template = byId.get(id)
    if (!template) throw new Error(`No template ${id}`)
    return template
  }
  const ids = fc.constantFrom(...byId.keys())
  // By their names, so that a journey that fails can be read.
  const journeys = fc
    .tuple(ids, fc.array(ids, { minLength: 1, maxLength: 4 }))
    .chain(([start, stops]) => answersOf(named(start)).map((answers) => ({ start, stops, answers })))
  const travel = (start: string, stops: readonly string[], answers: Answers): Held =>
    stops.reduce<Held>((held, stop) => (stop === held.template.id ? held : move(held, named(stop))), {
      template: named(start),
      answers,
    })

  test('nothing that was written is lost', () => {
    fc.assert(
      fc.property(journeys, ({ start, stops, answers }) => {
        const held = travel(start, stops, answers)
        const kept = new Set(leaves([held.answers, (held.setAside ?? []).map((aside) => aside.answers)]))
        const written = Object.values(answers).filter(saysSomething)
        expect(leaves(written).filter((leaf) => !kept.has(leaf))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('moved and moved back, it says what it said', () => {
    const sorted = (value: Json): Json =>
      isObject(value) && Array.isArray(value.values)
        ? { ...value, values: [...value.values].sort(compare) }
        : value
    fc.assert(
      fc.property(journeys, ({ start, stops: [stop = start], answers }) => {
        const held = travel(start, [stop, start], answers)
        for (const [id, answer] of Object.entries(answers))
          if (saysSomething(answer) && id !== 'okant-falt')
            expect(sorted(held.answers[id] ?? null)).toEqual(sorted(answer))
      }),
      { numRuns: 300 },
    )
  })
})
