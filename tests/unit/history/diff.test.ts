import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SaidRow } from '../../../shared/fields/define.ts'
import { changedFields, diffNotes, type FieldDiff } from '../../../shared/history/diff.ts'
import { diffRows, rowsOfSide } from '../../../shared/history/rows.ts'
import { diffWords, sideOf, type WordPiece } from '../../../shared/history/words.ts'
import type { Answers } from '../../../shared/note/answers.ts'
import { objectionSchema } from '../../../shared/note/note.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import type { Template } from '../../../shared/template/template.ts'
import { context, draft, templateOf } from '../check/sample.ts'
import { samples } from '../fields/samples.ts'

const words = (text: string) => ({ sv: text, en: text })
const template = templateOf([
  { id: 'mal', type: 'text', label: words('Mål') },
  { id: 'bedomning', type: 'rich-text', label: words('Bedömning') },
  { id: 'datum', type: 'date', label: words('Datum') },
  { id: 'samtycke', type: 'consents', label: words('Samtycke') },
  { id: 'insatser', type: 'insatser', label: words('Insatser') },
  {
    id: 'hinder',
    type: 'choices',
    label: words('Hinder'),
    options: [
      { value: 'a', label: words('Buller') },
      { value: 'b', label: words('Lyft') },
    ],
  },
])
const read = (answers: Answers, of: Template = template) => readNote(draft(of, answers), context)
const diff = (before: Answers, after: Answers) => diffNotes(read(before), read(after))
const swap = (pieces: readonly WordPiece[]) =>
  pieces.map(({ kind, text }) => ({
    kind: kind === 'same' ? kind : kind === 'added' ? 'removed' : 'added',
    text,
  }))

/** Pieces as a reader marks them: [-removed-] and {+added+}. */
const marked = (pieces: readonly WordPiece[]) =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

/** What differs, on a line for each field or row. */
const told = (fields: readonly FieldDiff[]) =>
  fields.flatMap(({ label, change, said }) =>
    said.as === 'words'
      ? [`${label.sv} ${change}: ${marked(said.pieces)}`]
      : said.rows.map(
          (row) =>
            `${label.sv} ${row.change}${row.moved ? ' moved' : ''}: ${row.cells
              .map(({ heading, pieces }) => `${heading} ${marked(pieces)}`)
              .join(', ')}`,
        ),
  )

const rich = (text: string, format: object = {}) => ({
  blocks: [{ type: 'paragraph', runs: [{ text, ...format }] }],
})

describe('words', () => {
  test.each([
    ['Lisa kan arbeta halvtid.', 'Lisa kan inte arbeta halvtid.', 'Lisa kan {+inte +}arbeta halvtid.'],
    ['åtta timmar', 'fyra timmar', '[-åtta-]{+fyra+} timmar'],
    ['en stor sak', 'ett litet ting', '[-en stor sak-]{+ett litet ting+}'],
    ['', 'Ny text', '{+Ny text+}'],
    ['Rad ett\nRad två', 'Rad ett\nRad tre', 'Rad ett\nRad [-två-]{+tre+}'],
    ['planen', 'planeringen', '[-planen-]{+planeringen+}'],
  ])('%j → %j', (before, after, expected) => {
    expect(marked(diffWords(before, after))).toBe(expected)
  })

  const text = fc.oneof(
    fc
      .array(fc.constantFrom('plan', 'planering', ' ', '. ', '\n', 'åäö', '🙂', 'e\u0301'))
      .map((some) => some.join('')),
    fc.string({ unit: 'grapheme' }),
  )

  test('both sides can be read out of it, nothing lost and nothing made up', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after)
        expect(sideOf(pieces, 'before')).toBe(before)
        expect(sideOf(pieces, 'after')).toBe(after)
      }),
    )
  })

  test('of a text and itself nothing differs', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffWords(same, same).filter(({ kind }) => kind !== 'same')).toEqual([])
      }),
    )
  })

  test('asked the other way it says the same', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const there = diffWords(before, after)
        const back = swap(diffWords(after, before)).toSorted(() => 0)
        // What was removed stands before what was added, whichever way it was asked.
        const sorted = (pieces: readonly { kind: string; text: string }[]) => {
          const done = [...pieces]
          for (let index = 1; index < done.length; index += 1) {
            const [one, next] = [done[index - 1], done[index]]
            if (one?.kind === 'added' && next?.kind === 'removed') done.splice(index - 1, 2, next, one)
          }
          return done
        }
        expect(sorted(back)).toEqual(there)
      }),
    )
  })

  test('two long texts without a word in common are told as one in place of the other', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ')
    expect(diffWords(long('a'), long('b'))).toEqual([
      { kind: 'removed', text: long('a') },
      { kind: 'added', text: long('b') },
    ])
  })
})

describe('rows', () => {
  const row = (id: string, what: string): SaidRow => ({
    id,
    cells: [{ heading: 'Vad', text: what, ownWords: true }],
  })
  const rows = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.constantFrom('vila', 'gå', 'lyfta')),
      {
        selector: ([id]) => id,
      },
    )
    .map((all) => all.map(([id, what]) => row(id, what)))

  test('both lists can be read out of it in their order', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const found = diffRows(before, after)
        expect(rowsOfSide(found, 'before')).toEqual(before)
        expect(rowsOfSide(found, 'after')).toEqual(after)
      }),
    )
  })

  test('of a list and itself nothing differs', () => {
    fc.assert(
      fc.property(rows, (same) => {
        expect(diffRows(same, same).filter(({ change, moved }) => change !== 'same' || moved)).toEqual([])
      }),
    )
  })

  test('asked the other way, what was inserted was removed, and the same rows have moved', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const there = new Map(diffRows(before, after).map((one) => [one.id, one]))
        for (const back of diffRows(after, before)) {
          const one = there.get(back.id)
          const other = {
            inserted: 'removed',
            removed: 'inserted',
            same: 'same',
            changed: 'changed',
          } as const
          expect(one?.change).toBe(other[back.change])
          expect(one?.moved).toBe(back.moved)
        }
      }),
    )
  })

  test('one that is taken up above the others has moved, and the others stand still', () => {
    const moved = diffRows(
      [row('a', '1'), row('b', '2'), row('c', '3')],
      [row('c', '3'), row('a', '1'), row('b', '2')],
    )
    expect(moved.map(({ id, moved: has }) => [id, has])).toEqual([
      ['c', true],
      ['a', false],
      ['b', false],
    ])
  })
})

describe('two revisions', () => {
  test('field by field, in the order of the template', () => {
    const before: Answers = {
      mal: 'Tillbaka i arbete',
      datum: '2026-05-01',
      hinder: { values: ['a'] },
      insatser: [
        { id: 'r1', what: 'Fysioterapi', from: '2026-05-04' },
        { id: 'r2', what: 'Arbetsträning' },
        { id: 'r3', what: 'Samtal' },
      ],
    }
    const after: Answers = {
      datum: '2026-05-02',
      bedomning: rich('Kan arbeta halvtid.'),
      hinder: { values: ['a', 'b'] },
      insatser: [
        { id: 'r3', what: 'Samtal' },
        { id: 'r1', what: 'Fysioterapi', from: '2026-05-11' },
        { id: 'r4', what: 'Hjälpmedel' },
      ],
    }
    expect(told(diff(before, after))).toEqual([
      'Mål removed: [-Tillbaka i arbete-]',
      'Bedömning added: {+Kan arbeta halvtid.+}',
      'Datum changed: [-2026-05-01-]{+2026-05-02+}',
      'Insatser same: Vad ska göras? Samtal',
      'Insatser changed moved: Vad ska göras? Fysioterapi, Från [-2026-05-04-]{+2026-05-11+}',
      'Insatser removed: Vad ska göras? [-Arbetsträning-]',
      'Insatser inserted: Vad ska göras? {+Hjälpmedel+}',
      'Hinder changed: Buller{+; Lyft+}',
    ])
  })

  test('a consent is told in words', () => {
    const consent = (answer: string) => ({
      samtycke: [{ actor: 'arbetsgivare', consent: answer, date: '2026-05-01' }],
    })
    expect(told(diff(consent('ja'), consent('aterkallat')))).toEqual([
      'Samtycke changed: Aktör Arbetsgivaren, Svar [-Samtycker-]{+Har återkallat sitt samtycke+}, Datum 2026-05-01',
    ])
  })

  test.each([
    ['bold', rich('Viktigt'), rich('Viktigt', { bold: true })],
    ['a heading', rich('Viktigt'), { blocks: [{ type: 'heading', level: 2, runs: [{ text: 'Viktigt' }] }] }],
    [
      'a list',
      rich('Viktigt'),
      { blocks: [{ type: 'list', ordered: false, items: [{ runs: [{ text: 'Viktigt' }] }] }] },
    ],
  ])('only other looks are told as such: %s', (_what, before, after) => {
    expect(diff({ bedomning: before }, { bedomning: after })).toMatchObject([
      { change: 'formatting', formatting: true },
    ])
  })

  test('other looks are told beside other words', () => {
    const after = {
      blocks: [{ type: 'paragraph', runs: [{ text: 'Mycket ' }, { text: 'viktigt', bold: true }] }],
    }
    expect(diff({ bedomning: rich('viktigt') }, { bedomning: after })).toMatchObject([
      { change: 'changed', formatting: true },
    ])
    expect(diff({ bedomning: rich('viktigt') }, { bedomning: rich('mycket viktigt') })).toMatchObject([
      { change: 'changed', formatting: false },
    ])
  })

  test('across a move to another template, fields that ask the same are one', () => {
    const other = templateOf(
      [
        { id: 'andamal', type: 'text', label: words('Ändamål'), concept: 'mal' },
        { id: 'mal', type: 'text', label: words('Mål') },
      ],
      { id: 'annan' },
    )
    const fields = diffNotes(read({ mal: 'Halvtid', datum: '2026-05-01' }), read({ mal: 'Heltid' }, other))
    expect(told(fields)).toEqual(['Mål changed: [-Halvtid-]{+Heltid+}', 'Datum removed: [-2026-05-01-]'])
  })

  test('an answer that no field takes is shown as it is stored', () => {
    expect(told(diff({ okand: 'förr' }, { okand: 'nu' }))).toEqual(['okand changed: [-"förr"-]{+"nu"+}'])
  })

  test('an answer of another form than its field’s is shown as it is stored, and what was there before is not lost', () => {
    expect(told(diff({ insatser: [{ id: 'r1', what: 'Fysioterapi' }] }, { insatser: 'text' }))).toHaveLength(
      1,
    )
  })

  test('objections are told as well', () => {
    const objection = objectionSchema.parse({
      rule: 'R1',
      field: 'mal',
      sentence: 'Vi ordnar det.',
      by: { name: 'Anna Ek', role: 'utredare' },
      at: '2026-03-04T10:00:00Z',
    })
    const { note } = draft(template, {})
    const before = read({})
    const after = readNote({ template, note: { ...note, objections: [objection] } }, context)
    expect(told(diffNotes(before, after))).toEqual(['Invändningar inserted:  {+Vi ordnar det.+}'])
  })

  test.each(Object.entries(samples))(
    'an answer of every type is added, removed, and the same as itself: %s',
    (type, { field, answer }) => {
      const one = templateOf([{ id: 'svar', type, ...field }])
      const [none, some] = [read({}, one), read({ svar: answer }, one)]
      expect(diffNotes(none, some)).toMatchObject([{ change: 'added' }])
      expect(diffNotes(some, none)).toMatchObject([{ change: 'removed' }])
      expect(diffNotes(some, some)).toMatchObject([{ change: 'same' }])
      expect(diffNotes(none, none)).toEqual([])
    },
  )

  test('which fields have changed, in brief: those that say something else', () => {
    expect(changedFields({ mal: 'a', datum: '' }, { mal: 'b', bedomning: rich('x') })).toEqual([
      'mal',
      'bedomning',
    ])
  })
})
