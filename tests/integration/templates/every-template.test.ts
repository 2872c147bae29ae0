import { JSDOM } from 'jsdom'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { exportNote } from '../../../main/export/index.ts'
import type { ExportFormat } from '../../../shared/api/notes.ts'
import { caseSchema } from '../../../shared/case/case.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { shortText } from '../../../shared/fields/said.ts'
import type { NoteContext } from '../../../shared/note/context.ts'
import { readNote } from '../../../shared/note/read-note.ts'
import type { Template } from '../../../shared/template/template.ts'
import { inLanguage, type Language } from '../../../shared/text/index.ts'
import { draft } from '../../unit/check/sample.ts'
import { shipped, shippedTemplates } from '../../unit/rules/bundles.ts'
import { type Filling, fillings } from '../../unit/template/fill.ts'
import { type Client, caseDetails, startWithArchive, workAs } from '../core/support.ts'
import { libreOfficeTexts, pdfPages, readerTest } from '../export/readers.ts'
import { decode, squeeze } from '../export/squeeze.ts'

const languages = ['sv', 'en'] as const satisfies readonly Language[]
const today = isoDateSchema.parse('2026-03-04')
const nobody = '7b0c8f2e-52c1-4f5e-9d36-0d7a4d1c8a77'

const contextIn = (details: unknown, language: Language): NoteContext => ({
  case: caseSchema.parse(details),
  today,
  language,
  others: [],
})

const wordsOf = (text: string) => text.split(/[\s,;:()]+/).filter((word) => word !== '')

/** The words of every label and every answer that a filled note prints; what a reference refers to is another note's. */
function wordsPrinted(template: Template, { answers }: Filling, context: NoteContext): string[] {
  const read = readNote(draft(template, answers), context)
  return read.shown().flatMap(({ field, ops }) => {
    if (!ops || ops.field.journal?.omit === true || answers[field.id] === null) return []
    // The agency's own steps stand under a heading of their own, whatever the field is called.
    const own = field.type === 'aktiviteter'
    const label = own ? '' : inLanguage(context.language, ops.field.journal?.label ?? ops.field.label)
    const said = field.type === 'note-reference' ? '' : shortText(ops.say(answers[field.id], read.scope))
    return wordsOf(`${label} ${said}`)
  })
}

const bodyText = (html: string) => new JSDOM(html).window.document.body.textContent ?? ''

/** What somebody who opens a file reads in it; Word files are read all at once, below. */
const readers: Record<Exclude<ExportFormat, 'docx' | 'json' | 'fhir'>, (bytes: Uint8Array) => string> = {
  txt: decode,
  md: (bytes) => bodyText(micromark(decode(bytes), { extensions: [gfm()], htmlExtensions: [gfmHtml()] })),
  html: (bytes) => bodyText(decode(bytes)),
  pdf: (bytes) => pdfPages(bytes).join('\n'),
}

function expectWords(text: string, words: readonly string[]): void {
  const whole = squeeze(text)
  expect(words.filter((word) => !whole.includes(squeeze(word)))).toEqual([])
}

/** A case, and in it a note of each kind that a template's references can refer to. */
async function caseWithNotes(client: Client) {
  const { id: caseId } = await client.cases.create(caseDetails())
  const made = new Map<string, string>()
  for (const template of shippedTemplates.map(shipped))
    if (!made.has(template.kind))
      made.set(template.kind, (await client.notes.create({ caseId, templateId: template.id })).id)
  const referred = (kinds: readonly string[]) => kinds.flatMap((kind) => made.get(kind) ?? [])[0] ?? nobody
  const { case: details } = await client.cases.get({ id: caseId })
  return { caseId, details, referred }
}

describe.each(shippedTemplates)('%s', (id) => {
  const template = shipped(id)

  readerTest(['pdftotext'], 'is opened, filled, saved and read in every format and language', async () => {
    const { client } = await startWithArchive()
    // The one role that every template may be written by.
    await workAs(client, { name: 'Sara Lund', role: 'rehabiliteringsspecialist' })
    const { caseId, details, referred } = await caseWithNotes(client)
    for (const filling of fillings(template, { context: contextIn(details, 'sv'), referred })) {
      const note = await client.notes.create({ caseId, templateId: template.id })
      await client.notes.save({ id: note.id, baseRevision: 1, answers: filling.answers })
      expect((await client.notes.get({ id: note.id })).answers).toEqual(filling.answers)

      const exported = async (format: ExportFormat, language: Language) =>
        Buffer.from((await client.notes.export({ id: note.id, format, language })).base64, 'base64')
      for (const language of languages) {
        const words = wordsPrinted(template, filling, contextIn(details, language))
        for (const format of ['txt', 'md', 'html', 'pdf'] as const)
          expectWords(readers[format](await exported(format, language)), words)
        expect(JSON.parse(decode(await exported('json', language)))).toMatchObject({
          note: { answers: filling.answers },
        })
      }
    }
  })
})

readerTest(['soffice'], 'LibreOffice reads every template as Word, filled in both languages', async () => {
  const files: Uint8Array[] = []
  const words: string[][] = []
  const details = { ...caseDetails(), id: nobody }
  for (const template of shippedTemplates.map(shipped)) {
    const notes = fillings(template, { context: contextIn(details, 'sv'), referred: () => nobody })
    for (const [at, filling] of notes.entries()) {
      for (const language of at === 0 ? languages : (['sv'] as const)) {
        const context = contextIn(details, language)
        files.push((await exportNote(draft(template, filling.answers), context, 'docx')).bytes)
        words.push(wordsPrinted(template, filling, context))
      }
    }
  }
  const texts = libreOfficeTexts(files)
  expect(texts).toHaveLength(files.length)
  for (const [at, text] of texts.entries()) expectWords(text, words[at] ?? [])
})

test('what a file leaves out is missed', () => {
  expect(() => expectWords('Datum: 2026-03-04', wordsOf('Datum: 2026-03-04 Skäl'))).toThrow(/Skäl/)
})
