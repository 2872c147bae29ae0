// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { htmlToRichText, plainToRichText } from '../../../renderer/fields/rich-text/paste-html.ts'
import { richTextSchema } from '../../../shared/fields/rich-blocks.ts'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures', 'rich-text')
const paste = (html: string) => htmlToRichText(new DOMParser().parseFromString(html, 'text/html'))
const paragraph = (...runs: object[]) => ({ type: 'paragraph', runs })
const list = (ordered: boolean, ...items: object[]) => ({ type: 'list', ordered, items })
const item = (text: string, items?: object) => ({ runs: [{ text }], ...(items ? { items } : {}) })

test('text and lists from Word come in clean', () => {
  const html = readFileSync(join(fixtures, 'word-list.html'), 'utf8')
  const expected: unknown = JSON.parse(readFileSync(join(fixtures, 'word-list.json'), 'utf8'))
  expect(paste(html)).toEqual(expected)
})

describe('pasting formatted text', () => {
  test.each([
    [
      'bold and italic, nested',
      '<p>a <b>b <em>c</em></b></p>',
      [paragraph({ text: 'a ' }, { text: 'b ', bold: true }, { text: 'c', bold: true, italic: true })],
    ],
    [
      'weights as styles',
      '<span style="font-weight:700">a</span><span style="font-weight: 400">b</span>',
      [paragraph({ text: 'a', bold: true }, { text: 'b' })],
    ],
    [
      "Google Docs' wrapper is not bold",
      '<b style="font-weight:normal"><p>a</p><p><span style="font-weight:700">b</span></p></b>',
      [paragraph({ text: 'a' }), paragraph({ text: 'b', bold: true })],
    ],
    ['line breaks stay within the paragraph', '<div>a <br> b</div>', [paragraph({ text: 'a\nb' })]],
    ['white space is one space', '<p>  a\n\t&nbsp; b  </p>', [paragraph({ text: 'a b' })]],
    [
      'a deep heading is the lowest of ours, and not bold',
      '<h5><b>a</b></h5>',
      [{ type: 'heading', level: 3, runs: [{ text: 'a' }] }],
    ],
    [
      'nested lists, either way of writing them',
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li><ul><li>d</li></ul></ul>',
      [list(false, item('a', list(true, item('b'))), item('c', list(false, item('d'))))],
    ],
    [
      'paragraphs in a list item are lines of it',
      '<ol><li><p>a</p><p>b</p></li></ol>',
      [list(true, item('a\nb'))],
    ],
    [
      'a table keeps its words, a line a row',
      '<table><tr><th>Vad</th><th>Vem</th></tr><tr><td>Bord</td><td>Chefen</td></tr></table>',
      [paragraph({ text: 'Vad\tVem' }), paragraph({ text: 'Bord\tChefen' })],
    ],
    [
      'links are words, images and scripts nothing',
      '<p><a href="javascript:alert(1)">här</a><img src=x onerror=alert(1)><script>alert(1)</script></p>',
      [paragraph({ text: 'här' })],
    ],
    [
      'an element that no browser knows is what stands in it, whatever it is called',
      '<p><constructor>a</constructor></p>',
      [paragraph({ text: 'a' })],
    ],
  ])('%s', (_name, html, blocks) => {
    const pasted = paste(html)
    expect(pasted).toEqual({ blocks })
    expect(richTextSchema.safeParse(pasted).success).toBe(true)
  })

  test('nothing to keep is nothing', () => {
    expect(paste('<p>&nbsp;</p><img src=x>')).toBeUndefined()
  })
})

test('plain text: an empty line parts paragraphs', () => {
  expect(plainToRichText('a\r\nb\n\n\nc')).toEqual({
    blocks: [paragraph({ text: 'a\nb' }), paragraph({ text: 'c' })],
  })
})
