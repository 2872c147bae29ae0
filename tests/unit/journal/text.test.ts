import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../../shared/journal/columns.ts'
import { renderText } from '../../../shared/journal/text.ts'
import { printable } from '../../../shared/text/printable.ts'
import { draftOf, entryOf, example, goldenFolder } from './examples.ts'

const textOf = (input: Parameters<typeof entryOf>[0]) => renderText(entryOf(input))
const squeeze = (text: string) => printable(text).replace(/\s+/gu, '')
const shipped = ['arbetsgivarens-plan', 'behovsklarlaggande', 'planering', 'avstamningsmote']

describe('the text to paste into the case system', () => {
  test.each(shipped)('of %s is as agreed', async (template) => {
    await expect(textOf(example(template))).toMatchFileSnapshot(join(goldenFolder, `${template}.txt`))
  })

  test('marks a draft at the top and at the bottom', () => {
    const lines = textOf(example('planering')).trimEnd().split('\n')
    expect(lines[0]).toMatch(/^UTKAST/)
    expect(lines.at(-1)).toMatch(/^UTKAST/)
  })

  test('does not mark what is journalfört', () => {
    expect(textOf(example('arbetsgivarens-plan'))).not.toMatch(/utkast/i)
  })

  test('breaks a word that is wider than the page without losing or adding a character', () => {
    const word = `https://exempel.se/${'a'.repeat(200)}å̈`
    const text = textOf(draftOf([{ id: 'f', type: 'text' }], { f: word }))
    expect(squeeze(text)).toContain(squeeze(word))
    expect(Math.max(...text.split('\n').map(columnsOf))).toBeLessThanOrEqual(80)
  })
})

describe('columns in a fixed-width font', () => {
  test.each([
    ['åäö', 3],
    ['a\u0308', 1],
    ['👩‍🔧', 2],
    ['中文', 4],
    ['a\u200fb', 2],
    ['', 0],
  ])('%j takes %i', (text, columns) => {
    expect(columnsOf(text)).toBe(columns)
  })
})

const written = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.lorem({ maxCount: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '=1+1',
    'a|b',
    '**x**',
    '\u0000',
    '\ud800',
    '\u202eRTL',
    'a\u030a',
  ),
)

describe('whatever is written', () => {
  const fields = [
    { id: 'kort', type: 'text' },
    { id: 'lang', type: 'text', multiline: true },
    { id: 'fri', type: 'rich-text' },
    { id: 'person', type: 'person' },
    { id: 'insatser', type: 'insatser' },
    { id: 'grupp', type: 'group', item: { sv: 'rad', en: 'row' }, fields: [{ id: 'vad', type: 'text' }] },
  ]
  const notes = fc.record({
    kort: written,
    lang: written,
    fri: written,
    person: written,
    insats: written,
    skal: written,
    grupp: written,
  })

  test('stands in the text, and no line is wider than 80 columns', () => {
    fc.assert(
      fc.property(notes, (said) => {
        const text = textOf(
          draftOf(fields, {
            kort: said.kort,
            lang: said.lang,
            fri: { blocks: [{ type: 'list', ordered: true, items: [{ runs: [{ text: said.fri }] }] }] },
            person: { name: said.person },
            insatser: [
              { id: '1', what: said.insats, status: 'behovs-men-saknas', missingComment: said.skal },
            ],
            grupp: [{ id: '1', answers: { vad: said.grupp } }],
          }),
        )
        const lines = text.split('\n')
        expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(80)
        for (const answer of Object.values(said)) expect(squeeze(text)).toContain(squeeze(answer))
      }),
      { numRuns: 300 },
    )
  })
})
