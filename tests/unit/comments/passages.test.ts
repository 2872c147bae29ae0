import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followAnswers, passageText, withWords } from '../../../shared/comments/passages.ts'
import {
  anchorSchema,
  type Entry,
  entryIdSchema,
  entrySchema,
  isResolved,
  openSuggestion,
  passageSchema,
  suggestionState,
} from '../../../shared/comments/thread.ts'
import { fieldIdSchema } from '../../../shared/fields/base.ts'
import { toJson } from '../../../shared/fields/json.ts'
import type { RichBlock } from '../../../shared/fields/rich-blocks.ts'
import { cleanText } from '../../../shared/note/answers.ts'

const blocks: RichBlock[] = [
  { type: 'heading', level: 2, runs: [{ text: 'Arbetet' }] },
  { type: 'paragraph', runs: [{ text: 'Hon kan ' }, { text: 'inte', bold: true }, { text: ' sitta.' }] },
  {
    type: 'list',
    ordered: false,
    items: [
      {
        runs: [{ text: 'Stol' }],
        items: { type: 'list', ordered: true, items: [{ runs: [{ text: 'Hög stol' }] }] },
      },
      { runs: [{ text: 'Bord' }] },
    ],
  },
]
const stored = toJson({ blocks })

function passage(quote: string, from = 0) {
  const start = (passageText(stored) ?? '').indexOf(quote, from)
  return passageSchema.parse({ kind: 'passage', field: 'mal', start, end: start + quote.length, quote })
}

describe('a suggestion is put in the place of its passage', () => {
  test.each([
    ['in a heading', 'Arbetet', 'Arbetet i dag'],
    ['across formats', 'kan inte sitta', 'har svårt att sitta'],
    ['of a nested item', 'Hög stol', 'Högre stol'],
    ['of the item after the nested ones', 'Bord', 'Skrivbord'],
    ['taken away', ' inte', ''],
  ])('%s', (_what, quote, words) => {
    const text = passageText(stored) ?? ''
    const next = withWords(stored, passage(quote), words)
    expect(passageText(next)).toBe(text.replace(quote, words))
  })

  test('it looks as the words that the passage begins with, and all else keeps its looks', () => {
    const next = withWords(stored, passage('inte sitta'), 'knappt sitta')
    expect(next).toMatchObject({
      blocks: [{}, { runs: [{ text: 'Hon kan ' }, { text: 'knappt sitta', bold: true }, { text: '.' }] }, {}],
    })
  })

  test('of plain text', () => {
    const at = passageSchema.parse({ kind: 'passage', field: 'mal', start: 4, end: 7, quote: 'kan' })
    expect(withWords('Hon kan gå.', at, 'vill')).toBe('Hon vill gå.')
    expect(withWords('Hon ville gå.', at, 'vill')).toBeUndefined()
  })

  test('nothing but the passage changes, whichever it is', () => {
    const text = passageText(stored) ?? ''
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(8), fc.string(), (start, length, words) => {
        const quote = text.slice(start, start + 1 + length)
        if (quote.includes('\n') || cleanText(words) !== words) return
        const at = passageSchema.parse({
          kind: 'passage',
          field: 'mal',
          start,
          end: start + quote.length,
          quote,
        })
        const next = withWords(stored, at, words)
        expect(passageText(next)).toBe((text.slice(0, start) + words + text.slice(at.end)).normalize('NFC'))
      }),
    )
  })
})

test('an anchor follows the answer of its own field alone', () => {
  const at = passage('Bord')
  const same = { mal: stored, annat: 'Något' }
  expect(followAnswers(at, same, { ...same, annat: 'Något annat' })).toBe(at)
  expect(followAnswers(at, same, { mal: 'Ett Bord' })).toMatchObject({ start: 4, quote: 'Bord' })
  expect(followAnswers(at, same, {})).toMatchObject({ gone: true, quote: 'Bord' })
  const field = { kind: 'field', field: at.field } as const
  expect(followAnswers(field, same, {})).toBe(field)
})

test('words that are gone come back as they were when the thread was begun, too', () => {
  const begun = passage('Bord')
  const gone = { ...begun, quote: 'Skrivbord', gone: true as const }
  expect(followAnswers(gone, { mal: 'Ett ' }, { mal: 'Ett Bord' }, { begun })).toMatchObject({
    start: 4,
    quote: 'Bord',
  })
  expect(followAnswers(gone, { mal: 'Ett ' }, { mal: 'Ett Skrivbord' }, { begun })).toMatchObject({
    quote: 'Skrivbord',
  })
  expect(followAnswers(gone, { mal: 'Ett ' }, { mal: 'Ett hus' }, { begun })).toMatchObject({
    gone: true,
    quote: 'Skrivbord',
  })
})

const ids = [1, 2, 3, 4, 5].map((n) => entryIdSchema.parse(`00000000-0000-4000-8000-00000000000${n}`))
const [first, , third] = ids

function thread(...done: object[]): { entries: Entry[] } {
  return {
    entries: done.map((entry, index) =>
      entrySchema.parse({
        id: ids[index],
        at: '2026-03-04T10:00:00.000Z',
        by: { name: 'Anna Ek', role: 'utredare' },
        ...entry,
      }),
    ),
  }
}

describe('what has been decided in a thread', () => {
  const suggests = { kind: 'comment', text: 'Så?', suggestion: 'kan' }
  const declined = { kind: 'declined', of: first, text: 'Nej.' }
  const accepted = { kind: 'accepted', of: first, revision: 3 }
  const [resolved, reopened, answer] = [
    { kind: 'resolved' },
    { kind: 'reopened' },
    { kind: 'comment', text: 'Ja.' },
  ]
  test.each([
    ['begun', [suggests], false, 'open'],
    ['answered', [suggests, answer], false, 'open'],
    ['resolved', [suggests, resolved], true, 'open'],
    ['opened again', [suggests, resolved, reopened], false, 'open'],
    ['resolved again', [suggests, resolved, reopened, resolved], true, 'open'],
    ['accepted', [suggests, accepted], true, 'accepted'],
    ['accepted and opened again', [suggests, accepted, reopened], false, 'accepted'],
    ['declined', [suggests, declined], false, 'declined'],
  ])('%s', (_what, done, isDone, state) => {
    const made = thread(...done)
    expect(isResolved(made)).toBe(isDone)
    expect(first && suggestionState(made, first)).toBe(state)
    expect(openSuggestion(made)?.id).toBe(!isDone && state === 'open' ? first : undefined)
  })

  test('the newest suggestion is the one that waits', () => {
    expect(openSuggestion(thread(suggests, declined, suggests))?.id).toBe(third)
  })
})

test('where what stood in a field stands elsewhere, an anchor is there, at its own words', () => {
  const field = (id: string) => fieldIdSchema.parse(id)
  const places = new Map([[field('mal'), [field('forst'), field('sist')]]])
  const before = { mal: 'Ett Skrivbord' }
  const after = { forst: 'Ett', sist: 'Det är Skrivbord' }
  const passage = anchorSchema.parse({ kind: 'passage', field: 'mal', start: 4, end: 13, quote: 'Skrivbord' })
  expect(followAnswers(passage, before, after, { places })).toMatchObject({
    field: 'sist',
    start: 7,
    end: 16,
  })
  const whole = anchorSchema.parse({ kind: 'field', field: 'mal' })
  expect(followAnswers(whole, before, after, { places })).toEqual({ kind: 'field', field: 'forst' })
})
