import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { describe, expect } from 'vitest'
import { exportNote } from '../../../main/export/index.ts'
import { draftWith, type EntryInput, example } from '../../unit/journal/examples.ts'
import { libreOffice, pdfInfo, pdfPages, readerTest, timesIn } from './readers.ts'

const word = async (input: EntryInput) => (await exportNote(input, input, 'docx')).bytes
const asHtml = (bytes: Uint8Array) =>
  new JSDOM(libreOffice(bytes, 'html', (path) => readFileSync(path, 'utf8'))).window.document
/** latin1 keeps every byte through the string. */
const asPdf = (bytes: Uint8Array) =>
  Buffer.from(
    libreOffice(bytes, 'pdf', (path) => readFileSync(path, 'latin1')),
    'latin1',
  )
const texts = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim())

describe('LibreOffice reads the Word file', () => {
  readerTest(['soffice'], 'with headings, lists, tables, title and language', async () => {
    const document = asHtml(await word(example('arbetsgivarens-plan')))
    expect(document.title).toBe('Muntlig redogörelse för arbetsgivarens plan, Ärende 24-1187')
    expect(texts(document, 'h1')).toEqual(['Muntlig redogörelse för arbetsgivarens plan'])
    expect(texts(document, 'h2')).toContain('Vad planen innehåller')
    expect(texts(document, 'h3')).toEqual(['Vad som är bestämt'])
    expect(texts(document, 'ol > li')[0]).toBe('Två timmar om dagen i lagret från vecka 17.')
    expect(texts(document, 'ul > li')).toContain('Något är otydligt')
    expect(texts(document, 'thead td, thead th')).toContain('Insats')
    expect(texts(document, 'td')).toContain('Företagshälsovården')
    expect(document.body.lang || document.body.getAttribute('lang')).toBe('sv-SE')
  })

  readerTest(
    ['soffice', 'pdftotext', 'pdfinfo'],
    'with UTKAST and page number on every page of a draft, and the note’s id once, after the text',
    async () => {
      const input = example('planering')
      const syn = Array.from({ length: 120 }, (_, index) => `Stycke ${index + 1}`).join('\n\n')
      const bytes = asPdf(await word(draftWith(input, { ...input.note.answers, 'den-forsakrades-syn': syn })))
      const pages = pdfPages(bytes)
      expect(pdfInfo(bytes)).toMatch(/^Pages: +[3-9]$/m)
      pages.forEach((page, index) => {
        expect(page).toMatch(/UTKAST$/m)
        expect(page).toContain(`Sida ${index + 1} av ${pages.length}`)
        expect(timesIn(page, '8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809003')).toBe(index === pages.length - 1 ? 1 : 0)
      })
    },
  )

  readerTest(['soffice', 'pdftotext'], 'without it on what is signed', async () => {
    const text = pdfPages(asPdf(await word(example('arbetsgivarens-plan')))).join('\n')
    expect(timesIn(text, '9f2c'.repeat(16))).toBe(1)
    expect(text).not.toMatch(/utkast/i)
  })
})
