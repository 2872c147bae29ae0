import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { exportNote } from '../../../main/export/index.ts'
import { pdf as pdfFormat } from '../../../main/export/pdf/index.ts'
import { toJournalEntry } from '../../../shared/journal/to-entry.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import { matching } from '../core/support.ts'
import { expectations, hostile, hostileDraft } from './hostile.ts'
import { libreOffice, pdfPages, preflight, qpdfCheck, qpdfPlain, readerTest } from './readers.ts'
import { decode, squeeze } from './squeeze.ts'

/** Fails naming every text that a reader did not find. */
function expectAll(found: string, texts: readonly string[] = expectations): void {
  const whole = squeeze(found)
  expect(texts.filter((text) => !whole.includes(squeeze(text)))).toEqual([])
}

const bytesOf = async (format: Parameters<typeof exportNote>[2]) =>
  (await exportNote(hostileDraft(), hostileDraft(), format)).bytes

/** The page without what only holds its look. */
function bodyText(html: string): { document: Document; text: string } {
  const { document } = new JSDOM(html).window
  return { document, text: document.body.textContent ?? '' }
}

const dangerous = 'script, img, a, iframe, object, embed, form, input, link[rel~=stylesheet], svg'

describe('HTML, formulas and unprintable characters in every field are read as text', () => {
  test('in text', async () => {
    expectAll(decode(await bytesOf('txt')))
  })

  test('in Markdown, by a CommonMark reader with GitHub’s extensions', async () => {
    const markdown = decode(await bytesOf('md'))
    // HTML and every address allowed: what we failed to escape would work.
    const html = micromark(markdown, {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
    })
    const { document, text } = bodyText(html)
    expectAll(text)
    expect(document.querySelectorAll(dangerous)).toHaveLength(0)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect([...document.querySelectorAll('code, del, sup')].map((one) => one.outerHTML)).toEqual([])
    expect(document.querySelectorAll('table')).toHaveLength(4)
    const rows = [...document.querySelectorAll('table')].map(
      (table) => table.querySelectorAll('tbody tr').length,
    )
    expect(rows).toEqual(Array(4).fill(Object.keys(hostile).length))
  })

  test('in HTML', async () => {
    const { document, text } = bodyText(decode(await bytesOf('html')))
    expectAll(text)
    expect(document.querySelectorAll(dangerous)).toHaveLength(0)
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    )
    expect(handlers).toEqual([])
  })

  test('in JSON, where the answers are as they were saved', async () => {
    const input = hostileDraft()
    const { id: _, ...details } = input.case
    const read: unknown = JSON.parse(decode(await bytesOf('json')))
    expect(read).toEqual({
      format: 'klarlagt/anteckning',
      version: 1,
      case: details,
      note: input.note,
      digest: matching(/^[0-9a-f]{64}$/),
    })
  })

  readerTest(['pdftotext', 'qpdf', 'preflight'], 'in PDF, which stays a valid PDF/A', async () => {
    const bytes = await bytesOf('pdf')
    // pdftotext writes marks of direction of its own; the test below looks for ours.
    const withoutMarks = (text: string) => text.replace(/[\u200e\u200f\u202a-\u202e]/gu, '')
    expectAll(withoutMarks(pdfPages(bytes).join('\n')), expectations.map(withoutMarks))
    expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors')
    const entry = toJournalEntry(readNote(hostileDraft(), hostileDraft()))
    const pages = await pdfFormat.render({ entry, at: new Date(0), author: 'Anna Ek', subject: 'Prov' })
    expect(preflight(pages)).toContain('is a valid PDF/A-1b file')
  })

  readerTest(
    ['qpdf'],
    'marks of direction and what no font draws stand in the PDF beside what is drawn',
    async () => {
      const content = qpdfPlain(await bytesOf('pdf'))
      expect(content).toContain('/ActualText <feff0061202e>')
      expect(content).toContain('/ActualText <feff4e2d>')
    },
  )

  readerTest(['soffice'], 'in Word', async () => {
    const bytes = await bytesOf('docx')
    expectAll(libreOffice(bytes, 'txt', (path) => readFileSync(path, 'utf8')))
  })
})

describe('a file name', () => {
  test('is safe on any system and says nothing about a person', async () => {
    const { fileName } = await exportNote(hostileDraft(), hostileDraft(), 'pdf')
    expect(fileName).toBe('planering-24-1187-utkast.pdf')
  })

  test('leaves out a personnummer that was used as case number', async () => {
    const input = hostileDraft()
    const { personnummer } = input.case.insured
    const { fileName } = await exportNote(
      input,
      { ...input, case: { ...input.case, number: personnummer } },
      'txt',
    )
    expect(fileName).toBe('planering-utkast.txt')
  })
})
