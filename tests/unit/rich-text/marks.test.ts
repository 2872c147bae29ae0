import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHeadlessEditor } from '@lexical/headless'
import { $isMarkNode, MarkNode } from '@lexical/mark'
import fc from 'fast-check'
import { $getRoot, $isTextNode, type LexicalEditor } from 'lexical'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { $setRichText, $toRichText, richTextNodes } from '../../../renderer/fields/rich-text/lexical-form.ts'
import { createMarks, type Marks } from '../../../renderer/fields/rich-text/marks.ts'
import { type Passage, passageSchema } from '../../../shared/comments/thread.ts'
import { plainText, type RichText, richTextSchema } from '../../../shared/fields/rich-blocks.ts'

const states = join(import.meta.dirname, '..', '..', 'fixtures', 'rich-text', 'states')
const saved: [string, RichText][] = readdirSync(states).map((file) => [
  file,
  z.object({ richText: richTextSchema }).parse(JSON.parse(readFileSync(join(states, file), 'utf8'))).richText,
])

/** An editor with a text in it, on no page. */
function editorWith(richText: RichText): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: [...richTextNodes, MarkNode],
    onError: (error) => {
      throw error
    },
  })
  editor.getRootElement = () => null
  editor.update(() => $setRichText(richText), { discrete: true })
  return editor
}

const paragraph = (...texts: string[]): RichText => ({
  blocks: texts.map((text) => ({ type: 'paragraph', runs: [{ text }] })),
})

function passage(text: string, quote: string): Passage {
  const start = text.indexOf(quote)
  return passageSchema.parse({ kind: 'passage', field: 'mal', start, end: start + quote.length, quote })
}

/** The words that are marked for a thread, a mark each. */
function marked(editor: LexicalEditor, thread = 'a'): string[] {
  return editor.read(() => {
    const words = new Map<string, string>()
    for (const node of $getRoot().getAllTextNodes())
      for (const mark of node.getParents().filter($isMarkNode))
        if (mark.hasID(thread))
          words.set(mark.getKey(), (words.get(mark.getKey()) ?? '') + node.getTextContent())
    return [...words.values()]
  })
}

function replace(editor: LexicalEditor, marks: Marks, richText: RichText): void {
  editor.update(() => marks.$replace(richText), { discrete: true })
}

const said = (editor: LexicalEditor) => JSON.stringify(editor.read($toRichText))

describe('a note with comments says byte for byte what it says without', () => {
  test.each(saved)('%s', (_file, richText) => {
    const text = plainText(richText)
    const without = said(editorWith(richText))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(text.length), fc.nat(40)), { maxLength: 6 }), (places) => {
        const editor = editorWith(richText)
        const threads = places
          .map(([start, length]) => text.slice(start, start + length))
          .filter((quote) => quote.trim() !== '')
          .map((quote, index): [string, Passage] => [`t${index}`, passage(text, quote)])
        const marks = createMarks()
        marks.show(editor, new Map(threads))
        for (const [id, { quote }] of threads)
          expect(marked(editor, id).join('')).toBe(quote.replaceAll('\n', ''))
        expect(said(editor)).toBe(without)
        marks.show(editor, new Map())
        expect(said(editor)).toBe(without)
        for (const [id] of threads) expect(marked(editor, id)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

const text = 'Hon kan sitta i tio minuter.'
const commented = (quote: string) => {
  const editor = editorWith(paragraph(text))
  const marks = createMarks()
  const threads = new Map([['a', passage(text, quote)]])
  marks.show(editor, threads)
  expect(marked(editor)).toEqual([quote])
  return { editor, marks, threads }
}

/** Writes in the text node that says this, as somebody at the keyboard does. */
function write(editor: LexicalEditor, words: string, at: number, added: string): void {
  editor.update(
    () => {
      const node = $getRoot()
        .getAllTextNodes()
        .find((each) => each.getTextContent() === words)
      if ($isTextNode(node)) node.select(at, at).insertText(added)
    },
    { discrete: true },
  )
}

describe('the mark follows its words', () => {
  test.each([
    ['written before it', 'Hon kan sitta i ', 0, 'I dag: ', 'tio minuter'],
    ['written inside it', 'tio minuter', 3, ' eller elva', 'tio eller elva minuter'],
    ['written after it', '.', 1, ' Inte mer.', 'tio minuter'],
  ])('%s', (_what, words, at, added, now) => {
    const { editor } = commented('tio minuter')
    write(editor, words, at, added)
    expect(marked(editor)).toEqual([now])
  })

  test.each([
    ['another window has written before it', `I dag: ${text}`, ['tio minuter']],
    ['another window has taken it away', 'Hon kan sitta.', []],
    ['a fix has changed it', 'Hon kan sitta i tio korta minuter.', ['tio korta minuter']],
  ])('where the whole text comes anew: %s', (_what, next, now) => {
    const { editor, marks } = commented('tio minuter')
    replace(editor, marks, paragraph(next))
    expect(marked(editor)).toEqual(now)
    expect(said(editor)).toBe(said(editorWith(paragraph(next))))
  })

  test('what was taken away is marked again when undoing brings it back', () => {
    const { editor, marks } = commented('tio minuter')
    replace(editor, marks, paragraph('Hon kan sitta i .'))
    expect(marked(editor)).toEqual([])
    replace(editor, marks, paragraph(text))
    expect(marked(editor)).toEqual(['tio minuter'])
  })

  test('what was cut out and pasted elsewhere is marked there once the store has found it', () => {
    const { editor, marks, threads } = commented('tio minuter')
    const gone = passage(text, 'tio minuter')
    replace(editor, marks, paragraph('Hon kan sitta i .'))
    marks.show(editor, new Map([['a', { ...gone, gone: true }]]))
    editor.update(() => $setRichText(paragraph('Hon kan sitta i .', 'Högst tio minuter')), { discrete: true })
    expect(marked(editor)).toEqual([])
    marks.show(editor, new Map([...threads].map(([id]) => [id, { ...gone, start: 24, end: 35 }])))
    expect(marked(editor)).toEqual(['tio minuter'])
  })
})

test('a passage over several lines has a mark in each', () => {
  const editor = editorWith(paragraph('Hon kan sitta.', 'Hon kan stå.'))
  createMarks().show(editor, new Map([['a', passage('Hon kan sitta.\nHon kan stå.', 'sitta.\nHon')]]))
  expect(marked(editor)).toEqual(['sitta.', 'Hon'])
})

test('two comments on the same words are both marked, and one may go', () => {
  const editor = editorWith(paragraph(text))
  const marks = createMarks()
  const [a, b] = [passage(text, 'sitta i tio'), passage(text, 'tio minuter')]
  marks.show(
    editor,
    new Map([
      ['a', a],
      ['b', b],
    ]),
  )
  expect([marked(editor, 'a').join(''), marked(editor, 'b').join('')]).toEqual(['sitta i tio', 'tio minuter'])
  marks.show(editor, new Map([['b', b]]))
  expect([marked(editor, 'a'), marked(editor, 'b').join('')]).toEqual([[], 'tio minuter'])
})
