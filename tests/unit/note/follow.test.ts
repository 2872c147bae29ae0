import { describe, expect, test } from 'vitest'
import { loadTemplates } from '../../../main/core/templates.ts'
import type { Json } from '../../../shared/fields/json.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { followNote } from '../../../shared/note/follow.ts'
import { followReport } from '../../../shared/note/follow-report.ts'
import { draftNoteSchema, type Note } from '../../../shared/note/note.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { newestVersions, type Template } from '../../../shared/template/template.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { fillings } from '../template/fill.ts'

const words = (text: string) => ({ sv: text, en: text })
const option = (value: string, more = {}) => ({ value, label: words(value), ...more })
const options = (...values: string[]) => values.map((value) => option(value))
const text = (id: string) => ({ id, type: 'text' })
const column = (id: string, type = 'text') => ({
  ...text(id),
  type,
  label: words(id),
  obligation: 'frivillig',
  demand: { basis: 'eget-val' },
})
const group = (id: string, ...fields: ReturnType<typeof column>[]) => ({
  id,
  type: 'group',
  item: words('punkt'),
  fields,
})

const noteSchema = draftNoteSchema.pick({ objections: true, takenOver: true })
const noteWith = (more: unknown): Partial<Note> => noteSchema.parse(more)

/** Every text that stands anywhere in a value. */
function leaves(value: Json): string[] {
  if (typeof value !== 'object' || value === null)
    return value === null || value === '' ? [] : [value.toString()]
  return Object.values(value).flatMap(leaves)
}

type Fields = Parameters<typeof templateOf>[0]
const version = (number: number, fields: Fields, ...steps: Record<string, unknown>[]): Template =>
  templateOf(fields, {
    version: number,
    ...(steps.length === 0
      ? {}
      : {
          follows: {
            from: number - 1,
            steps: steps.map((step, index) => ({ name: `steg-${index}`, ...step })),
          },
        }),
  })

/** What a draft of the first of these versions says when it has followed to the last. */
function follow(versions: readonly [Template, ...Template[]], answers: Answers, more: Partial<Note> = {}) {
  const [first] = versions
  const { note } = draft(first, answers)
  const read = readNote({ template: first, note: { ...note, ...more, status: 'utkast' } }, context)
  const following = followNote(read, versions.at(-1) ?? first, versions)
  return { ...following.followed, report: followReport(read, following) }
}

const row = (id: string, answers: Record<string, Json>) => ({ id, answers })

describe('a step', () => {
  test.each<
    [what: string, before: Fields, after: Fields, step: Record<string, unknown>, from: Answers, to: Answers]
  >([
    [
      'renames a field',
      [text('mal')],
      [text('malet')],
      { do: 'rename', field: 'mal', to: 'malet' },
      { mal: 'Åter' },
      { malet: 'Åter' },
    ],
    [
      'renames a column of a group, row by row',
      [group('behov', column('vad'), column('skal'))],
      [group('behov', column('vad'), column('varfor'))],
      { do: 'rename-column', group: 'behov', column: 'skal', to: 'varfor' },
      { behov: [row('a', { vad: 'Hiss', skal: 'Ett' }), row('b', { vad: 'Stol' })] },
      { behov: [row('a', { vad: 'Hiss', varfor: 'Ett' }), row('b', { vad: 'Stol' })] },
    ],
    [
      'makes an answer a row of a group',
      [text('hinder'), group('behov', column('vad'))],
      [group('behov', column('vad'))],
      { do: 'into-group', field: 'hinder', group: 'behov', column: 'vad' },
      { hinder: 'Trappor', behov: [row('a', { vad: 'Hiss' })] },
      { behov: [row('a', { vad: 'Hiss' }), row('fran-hinder', { vad: 'Trappor' })] },
    ],
    [
      'makes what is written in a column an answer of its own',
      [group('behov', column('vad'), column('skal'))],
      [group('behov', column('vad')), text('skal')],
      { do: 'out-of-group', group: 'behov', column: 'skal', to: 'skal', separator: '\n' },
      { behov: [row('a', { vad: 'Hiss', skal: 'Ett' }), row('b', { skal: 'Två' })] },
      { behov: [row('a', { vad: 'Hiss' })], skal: 'Ett\nTvå' },
    ],
    [
      'splits a choice by its options',
      [{ id: 'kanal', type: 'choice', options: options('brev', 'via-annan') }],
      [
        { id: 'kanal', type: 'choice', options: options('brev') },
        { id: 'avsandare', type: 'choice', options: options('annan') },
      ],
      {
        do: 'split-options',
        field: 'kanal',
        into: [
          { field: 'kanal', options: { brev: 'brev' } },
          { field: 'avsandare', options: { 'via-annan': 'annan' } },
        ],
      },
      { kanal: { value: 'via-annan' } },
      { avsandare: { value: 'annan' } },
    ],
    [
      'splits several choices by their options, and own words go with those that ask',
      [
        {
          id: 'om',
          type: 'choices',
          options: [...options('tider', 'buss'), option('annat', { other: true })],
        },
      ],
      [
        { id: 'arbete', type: 'choices', options: options('tider') },
        { id: 'resor', type: 'choices', options: [...options('buss'), option('annat', { other: true })] },
      ],
      {
        do: 'split-options',
        field: 'om',
        into: [
          { field: 'arbete', options: { tider: 'tider' } },
          { field: 'resor', options: { buss: 'buss', annat: 'annat' }, ownWords: true },
        ],
      },
      { om: { values: ['tider', 'buss', 'annat'], other: 'Cykel' } },
      { arbete: { values: ['tider'] }, resor: { values: ['buss', 'annat'], other: 'Cykel' } },
    ],
    [
      'splits rows by what they say in a column',
      [group('deltagare', column('namn'), column('kom', 'yes-no'))],
      [group('deltagare', column('namn')), group('franvarande', column('namn'))],
      {
        do: 'split-rows',
        field: 'deltagare',
        column: 'kom',
        into: [
          { field: 'deltagare', values: ['ja'], unanswered: true },
          { field: 'franvarande', values: ['nej'] },
        ],
      },
      {
        deltagare: [
          row('a', { namn: 'A', kom: 'ja' }),
          row('b', { namn: 'B', kom: 'nej' }),
          row('c', { namn: 'C' }),
        ],
      },
      {
        deltagare: [row('a', { namn: 'A' }), row('c', { namn: 'C' })],
        franvarande: [row('b', { namn: 'B' })],
      },
    ],
    [
      'splits a text where a mark first stands',
      [text('allt')],
      [text('rubrik'), text('resten')],
      { do: 'split-text', field: 'allt', at: '\n', into: ['rubrik', 'resten'] },
      { allt: 'Ett\nTvå\nTre' },
      { rubrik: 'Ett', resten: 'Två\nTre' },
    ],
    [
      'merges texts',
      [text('a'), text('b')],
      [text('b')],
      { do: 'merge', fields: ['a', 'b'], to: 'b', separator: '\n\n' },
      { a: 'Ett', b: 'Två' },
      { b: 'Ett\n\nTvå' },
    ],
    [
      'makes a text a formatted one',
      [text('a')],
      [{ id: 'a', type: 'rich-text' }],
      { do: 'retype', field: 'a', from: 'text', to: 'rich-text' },
      { a: 'Ett\nrad\n\nTvå' },
      {
        a: {
          blocks: [
            { type: 'paragraph', runs: [{ text: 'Ett\nrad' }] },
            { type: 'paragraph', runs: [{ text: 'Två' }] },
          ],
        },
      },
    ],
    [
      'makes a formatted text without formats a plain one',
      [{ id: 'a', type: 'rich-text' }],
      [text('a')],
      { do: 'retype', field: 'a', from: 'rich-text', to: 'text' },
      { a: { blocks: [{ type: 'paragraph', runs: [{ text: 'Ett' }] }] } },
      { a: 'Ett' },
    ],
    [
      'makes one choice several, with its own words',
      [{ id: 'a', type: 'choice', options: [option('x', { other: true })] }],
      [{ id: 'a', type: 'choices', options: [option('x', { other: true })] }],
      { do: 'retype', field: 'a', from: 'choice', to: 'choices' },
      { a: { value: 'x', other: 'Så' } },
      { a: { values: ['x'], other: 'Så' } },
    ],
    [
      'makes several choices one, where there is but one',
      [{ id: 'a', type: 'choices', options: options('x', 'y') }],
      [{ id: 'a', type: 'choice', options: options('x', 'y') }],
      { do: 'retype', field: 'a', from: 'choices', to: 'choice' },
      { a: { values: ['y'] } },
      { a: { value: 'y' } },
    ],
    [
      'makes yes or no a choice',
      [{ id: 'a', type: 'yes-no' }],
      [{ id: 'a', type: 'choice', options: options('helt', 'inte') }],
      { do: 'retype', field: 'a', from: 'yes-no', to: 'choice', map: { ja: 'helt', nej: 'inte' } },
      { a: 'nej' },
      { a: { value: 'inte' } },
    ],
    [
      'makes a choice yes or no',
      [{ id: 'a', type: 'choice', options: options('helt', 'inte') }],
      [{ id: 'a', type: 'yes-no' }],
      { do: 'retype', field: 'a', from: 'choice', to: 'yes-no', map: { helt: 'ja', inte: 'nej' } },
      { a: { value: 'helt' } },
      { a: 'ja' },
    ],
    [
      'calls options something else, two the same where it says so',
      [{ id: 'a', type: 'choices', options: options('x', 'y', 'z') }],
      [{ id: 'a', type: 'choices', options: options('xy', 'z') }],
      { do: 'map-options', field: 'a', map: { x: 'xy', y: 'xy' } },
      { a: { values: ['x', 'y', 'z'] } },
      { a: { values: ['xy', 'z'] } },
    ],
  ])('%s', (_what, before, after, step, from, to) => {
    const { answers, setAside } = follow([version(1, before), version(2, after, step)], from)
    expect(answers).toEqual(to)
    expect(setAside).toEqual([])
  })
})

describe('an answer that no step names', () => {
  test('goes to the field that asks the same; without one it is set aside, and told', () => {
    const versions = [
      version(1, [{ ...text('mal'), concept: 'mal' }, text('borta')]),
      version(2, [{ ...text('malet'), concept: 'mal' }]),
    ] as const
    const { answers, report } = follow(versions, { mal: 'Åter', borta: 'Kvar' })
    expect(answers).toEqual({ malet: 'Åter' })
    expect(report.moved).toMatchObject([{ from: [words('mal')], to: words('malet'), before: 'Åter' }])
    expect(report.noPlace).toMatchObject([
      { template: { version: 1 }, label: words('borta'), text: 'Kvar', answers: { borta: 'Kvar' } },
    ])
  })
})

test('an answer that its own version had no field for has one where the later version asks for it', () => {
  const versions = [version(1, [text('a')]), version(2, [text('a'), text('b')])] as const
  expect(follow(versions, { b: 'Kom med en fil' }).answers).toEqual({ b: 'Kom med en fil' })
})

describe('what only partly finds a place is kept as it was written, whole', () => {
  test.each<
    [
      what: string,
      before: Fields,
      after: Fields,
      step: Record<string, unknown>,
      answer: Json,
      placed: Answers,
    ]
  >([
    [
      'options that the step says nothing of',
      [{ id: 'a', type: 'choices', options: options('x', 'y') }],
      [
        { id: 'a', type: 'choices', options: options('x') },
        { id: 'b', type: 'choices', options: options('z') },
      ],
      {
        do: 'split-options',
        field: 'a',
        into: [
          { field: 'a', options: { x: 'x' } },
          { field: 'b', options: { z: 'z' } },
        ],
      },
      { values: ['x', 'y'] },
      { a: { values: ['x'] } },
    ],
    [
      'formats that a plain text has not',
      [{ id: 'a', type: 'rich-text' }],
      [text('a')],
      { do: 'retype', field: 'a', from: 'rich-text', to: 'text' },
      { blocks: [{ type: 'paragraph', runs: [{ text: 'Fet', bold: true }] }] },
      {},
    ],
    [
      'own words beside what becomes yes or no',
      [{ id: 'a', type: 'choice', options: [option('x', { other: true })] }],
      [{ id: 'a', type: 'yes-no' }],
      { do: 'retype', field: 'a', from: 'choice', to: 'yes-no', map: { x: 'ja' } },
      { value: 'x', other: 'Ibland' },
      {},
    ],
  ])('%s', (_what, before, after, step, answer, placed) => {
    const { answers, setAside } = follow([version(1, before), version(2, after, step)], { a: answer })
    expect(answers).toEqual(placed)
    expect(setAside.map((aside) => aside.answers)).toEqual([{ a: answer }])
  })

  test('a text that a step would put where another stands: nothing is written over', () => {
    const step = { do: 'rename', field: 'a', to: 'b' }
    const versions = [version(1, [text('a'), text('b')]), version(2, [text('b')], step)] as const
    const { answers, setAside } = follow(versions, { a: 'Ett', b: 'Två' })
    expect(answers).toEqual({ b: 'Två' })
    expect(setAside.map((aside) => aside.answers)).toEqual([{ a: 'Ett' }])
  })
})

test('a cell that a step would put where another stands: nothing is written over, and the rows are kept whole', () => {
  const step = { do: 'rename-column', group: 'g', column: 'a', to: 'b' }
  const first = version(1, [group('g', column('a'), column('b'))])
  const rows = [row('1', { a: 'Ett', b: 'Två' }), row('2', { a: 'Tre' }), row('3', { b: 'Fyra', a: ' ' })]
  const { answers, setAside } = follow([first, version(2, [group('g', column('b'))], step)], { g: rows })
  expect(answers).toEqual({ g: [row('1', { b: 'Två' }), row('2', { b: 'Tre' }), row('3', { b: 'Fyra' })] })
  expect(setAside.map((aside) => aside.answers)).toEqual([{ g: rows }])
})

test('two columns change places by way of a name that neither has', () => {
  const both = group('g', column('a'), column('b'))
  const swap = [
    ['a', 'x'],
    ['b', 'a'],
    ['x', 'b'],
  ].map(([from, to]) => ({ do: 'rename-column', group: 'g', column: from, to }))
  const { answers } = follow([version(1, [both]), version(2, [both], ...swap)], {
    g: [row('1', { a: 'Ett', b: 'Två' })],
  })
  expect(answers).toEqual({ g: [row('1', { a: 'Två', b: 'Ett' })] })
})

describe('over several versions', () => {
  const first = version(1, [text('a'), text('b'), { id: 'k', type: 'yes-no' }])
  const second = version(2, [text('a2'), text('b'), { id: 'k', type: 'yes-no' }], {
    do: 'rename',
    field: 'a',
    to: 'a2',
  })
  const third = version(
    3,
    [{ id: 'allt', type: 'rich-text' }],
    { do: 'merge', fields: ['a2', 'b'], to: 'allt', separator: '\n\n' },
    { do: 'retype', field: 'allt', from: 'text', to: 'rich-text' },
  )
  const rich = (...texts: string[]) => ({
    blocks: texts.map((words) => ({ type: 'paragraph', runs: [{ text: words }] })),
  })

  test('the steps of each are taken in turn, and it is told from the first to the last', () => {
    const { answers, report } = follow([first, second, third], { a: 'Ett', b: 'Två', k: 'ja' })
    expect(answers).toEqual({ allt: rich('Ett', 'Två') })
    expect(report.changed).toEqual([
      {
        field: 'allt',
        from: [words('a'), words('b')],
        to: words('allt'),
        before: 'Ett\nTvå',
        after: 'Ett\nTvå',
      },
    ])
    expect(report.noPlace).toMatchObject([{ template: { version: 2 }, label: words('k'), text: 'Ja' }])
  })

  test('what an earlier version had no place for stays aside, and is not told again', () => {
    const aside = {
      template: { id: first.id, version: 1 },
      title: first.title,
      label: words('b'),
      text: 'Undan',
      answers: { b: 'Undan' },
    }
    const { setAside, report } = follow([second, third], { a2: 'Ett' }, { setAside: [aside] })
    expect(setAside).toEqual([aside])
    expect(report.noPlace).toEqual([])
  })

  test('the same answer in other words is told as that', () => {
    const asking = (label: string) => ({
      id: 'k',
      type: 'choice',
      options: [{ value: 'x', label: words(label) }],
    })
    const versions = [version(1, [asking('Före')]), version(2, [asking('Efter')])] as const
    const { report } = follow(versions, { k: { value: 'x' } })
    expect(report.reworded).toMatchObject([{ before: 'Före', after: 'Efter' }])
    expect(report.changed).toEqual([])
  })

  test('an answer that is shown no longer until something else is answered is told', () => {
    const hiding = version(2, [
      { id: 'status', type: 'yes-no' },
      { ...text('b'), visibleWhen: { field: 'status', op: 'is', value: 'ja' } },
    ])
    const { report } = follow([version(1, [text('b')]), hiding], { b: 'Kvar' })
    expect(report.hidden).toEqual([words('b')])
  })
})

describe('what is said of an answer follows it', () => {
  const before = version(1, [text('a'), text('b'), text('c')])
  const after = version(
    2,
    [text('ab'), text('d')],
    { do: 'merge', fields: ['a', 'b'], to: 'ab', separator: '\n' },
    { do: 'rename', field: 'c', to: 'd' },
  )
  const answers = { a: 'Ett.', b: 'Två.', c: 'Tre.' }
  const { template: _template, note } = draft(before, answers)
  const by = { by: note.author, at: note.createdAt }

  test('an objection, to the field where its sentence stands', () => {
    const objections = [
      { rule: 'R10', field: 'b', sentence: 'Två.', ...by },
      { rule: 'R10', field: 'c', sentence: 'Tre.', ...by },
    ]
    const held = noteWith({ objections })
    expect(follow([before, after], answers, held).objections.map(({ field }) => field)).toEqual(['ab', 'd'])
  })

  test('where it was taken from, but for what is no longer what was taken', () => {
    const from = { kind: 'case' }
    const held = noteWith({
      takenOver: [
        { field: 'a', from },
        { field: 'c', from },
      ],
    })
    expect(follow([before, after], answers, held).takenOver.map(({ field }) => field)).toEqual(['a', 'd'])
  })
})

describe('an old draft, filled in whole, of a template that ships in two versions', () => {
  const { all } = loadTemplates('templates')
  const older = all.filter(({ id, version: one }) =>
    all.some((other) => other.id === id && other.version > one),
  )

  test.each(older.map((template): [string, Template] => [`${template.id} ${template.version}`, template]))(
    '%s: keeps all that was written',
    (_, template) => {
      const newest = newestVersions(all).find(({ id }) => id === template.id)
      if (!newest) throw new Error(`No newer ${template.id}`)
      for (const { answers } of fillings(template, { context, referred: () => '' })) {
        const { answers: now, setAside } = follow([template, newest], answers)
        const kept = new Set(leaves([now, setAside.map((aside) => aside.answers)]))
        const mayBeRenamed = new Set(['via-den-forsakrade', 'ja', 'nej'])
        expect(leaves(answers).filter((leaf) => !kept.has(leaf) && !mayBeRenamed.has(leaf))).toEqual([])
      }
    },
  )

  const follows = (id: string, answers: Answers) => {
    const template = older.find((one) => one.id === id)
    const newest = newestVersions(all).find((one) => one.id === id)
    if (!template || !newest) throw new Error(`No two versions of ${id}`)
    return follow([template, newest], answers)
  }

  test('a plan by way of the insured: from whom is a question of its own now, and how is open', () => {
    const { answers } = follows('arbetsgivarens-plan', { kanal: { value: 'via-den-forsakrade' } })
    expect(answers).toEqual({ avsandare: { value: 'den-forsakrade' } })
    expect(follows('arbetsgivarens-plan', { kanal: { value: 'telefon' } }).answers).toEqual({
      kanal: { value: 'telefon' },
    })
  })

  test('those who did not come to a meeting are a list of their own', () => {
    const person = { name: 'Karin Lind', role: 'arbetsgivare' }
    const deltagare = [
      row('a', { person, narvarade: 'ja' }),
      row('b', { person: { ...person, name: 'Nils Ny' }, narvarade: 'nej' }),
    ]
    const { answers, setAside } = follows('avstamningsmote', { deltagare })
    expect(answers).toEqual({
      deltagare: [row('a', { person })],
      franvarande: [row('b', { person: { ...person, name: 'Nils Ny' } })],
    })
    expect(setAside).toEqual([])
  })

  test('the limit that a planering aimed at is asked no more, and is kept', () => {
    const { setAside } = follows('planering', { tidsgrans: { value: 'dag-180' } })
    expect(setAside.map((aside) => aside.answers)).toEqual([{ tidsgrans: { value: 'dag-180' } }])
  })
})
