import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { exportNote } from '../../../main/export/index.ts'
import { pdf as pdfFormat } from '../../../main/export/pdf/index.ts'
import { plainText } from '../../../shared/fields/rich-blocks.ts'
import type { JournalBlock } from '../../../shared/journal/entry.ts'
import { draftOf, draftWith, type EntryInput, entryOf, example } from '../../unit/journal/examples.ts'
import {
  pdfAttached,
  pdfFonts,
  pdfInfo,
  pdfPages,
  pdfStructure,
  preflight,
  qpdfCheck,
  qpdfJson,
  qpdfPlain,
  readerTest,
  timesIn,
} from './readers.ts'
import { squeeze } from './squeeze.ts'

const shipped = ['arbetsgivarens-plan', 'behovsklarlaggande', 'planering', 'avstamningsmote']
const pdf = async (input: EntryInput) => (await exportNote(input, input, 'pdf')).bytes

/** Everything an entry says, text by text. */
function sayings(block: JournalBlock): string[] {
  switch (block.type) {
    case 'answer':
      return [block.label, block.text]
    case 'text':
      return [block.label, ...block.paragraphs]
    case 'list':
      return [block.label, ...block.items]
    case 'rich':
      return [block.label, ...plainText({ blocks: block.blocks }).split('\n')]
    case 'table':
      return [block.label, ...block.columns, ...block.rows.flat()]
  }
}

/** A planering whose insatser go on over pages. */
function long(): EntryInput {
  const input = example('planering')
  const insatser = Array.from({ length: 70 }, (_, index) => ({
    id: `i${index}`,
    what: `Insats nummer ${index + 1}`,
    performer: { actor: 'arbetsgivare', name: 'Åkerö Verkstad AB' },
    from: '2026-04-20',
    purpose: 'Pröva arbetsuppgifter utan tunga lyft',
    status: 'planerad',
  }))
  return draftWith(input, { ...input.note.answers, insatser })
}

describe.each(shipped)('the PDF of %s', (template) => {
  readerTest(['pdftotext'], 'says all that the entry says', async () => {
    const { header, sections, foot } = entryOf(example(template))
    const found = squeeze(pdfPages(await pdf(example(template))).join('\n'))
    const expected = [
      header.owner,
      header.title,
      ...[...header.rows, ...foot.rows].flatMap(({ label, text }) => [label, text]),
      ...sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(sayings)]),
    ]
    expect(expected.length).toBeGreaterThan(20)
    expect(expected.filter((text) => !found.includes(squeeze(text)))).toEqual([])
  })

  readerTest(['preflight', 'qpdf'], 'is valid PDF/A', async () => {
    const entry = entryOf(example(template))
    const pages = await pdfFormat.render({ entry, at: new Date(0), author: 'Anna Ek', subject: 'Prov' })
    expect(preflight(pages)).toContain('is a valid PDF/A-1b file')
    expect(qpdfCheck(pages)).toContain('No syntax or stream encoding errors')
  })

  readerTest(
    ['preflight', 'qpdf', 'pdfdetach'],
    'carries the note as a file, as PDF/A-3 lets it',
    async () => {
      const input = example(template)
      const bytes = await pdf(input)
      expect(qpdfCheck(bytes)).toContain('No syntax or stream encoding errors')
      // The validator knows PDF/A-1 alone, which allows no files, is of part 1, and wants of a font what later parts do not.
      const complaints = preflight(bytes).match(/^\d[\d.]+(?= : )/gm) ?? []
      expect([...new Set(complaints)]).toEqual(['1.4.7', '1.2.9', '3.1.11', '7.11.2'])
      const plain = qpdfPlain(bytes)
      expect(plain).toContain('<pdfaid:part>3</pdfaid:part>')
      expect(plain).toMatch(/\/AFRelationship \/Source/)
      const attached: unknown = JSON.parse(pdfAttached(bytes, 'anteckning.json'))
      expect(attached).toMatchObject({ format: 'klarlagt/anteckning', note: { id: input.note.id } })
    },
  )
})

readerTest(['preflight'], 'the validator refuses a PDF that is no PDF/A', async () => {
  const doc = new PDFDocument()
  const bytes = buffer(doc)
  doc.text('Utan inbäddade typsnitt')
  doc.end()
  expect(preflight(await bytes)).not.toContain('is a valid PDF/A-1b file')
})

readerTest(['pdfinfo', 'qpdf'], 'title, tags and language are set', async () => {
  const bytes = await pdf(example('arbetsgivarens-plan'))
  const info = pdfInfo(bytes)
  expect(info).toMatch(/^Title: +Muntlig redogörelse för arbetsgivarens plan, Ärende 24-1187$/m)
  expect(info).toMatch(/^Tagged: +yes$/m)
  expect(info).toMatch(/^PDF version: +1\.7$/m)
  const catalog = qpdfJson(bytes)
  expect(catalog).toMatch(/"\/Lang": "u:sv-SE"/)
  expect(catalog).toMatch(/"\/DisplayDocTitle": true/)
  expect(qpdfJson(await pdf({ ...example('arbetsgivarens-plan'), language: 'en' }))).toMatch(
    /"\/Lang": "u:en-GB"/,
  )
})

readerTest(['pdfinfo'], 'headings, lists and tables are there for a screen reader', async () => {
  const structure = pdfStructure(await pdf(example('arbetsgivarens-plan')))
  expect(structure).toMatch(/H1 \(block\)\s+"Muntlig redogörelse för arbetsgivarens plan"/)
  expect(structure).toMatch(/H2 \(block\)\s+"Vad planen innehåller"/)
  expect(structure).toMatch(/H3 \(block\)\s+"Vad som är bestämt"/)
  expect(structure).toMatch(/TH:?\s+\/Scope \/Column\s+"Insats"/)
  expect(structure).toMatch(/TH:?\s+\/Scope \/Row\s+"Rättslig grund"/)
  expect(structure).toMatch(/LI[^"]*Lbl[^"]*"1\."\s+LBody[^"]*"Två timmar om dagen i lagret från vecka 17\."/)
  expect(structure).toMatch(/TD[^"]*"Företagshälsovården"/)
})

readerTest(['pdffonts'], 'every font is inside the file', async () => {
  const lines = pdfFonts(await pdf(example('arbetsgivarens-plan')))
    .trim()
    .split('\n')
    .slice(2)
  expect(lines.length).toBeGreaterThanOrEqual(3)
  for (const line of lines) expect(line).toMatch(/ yes yes yes +\d+ +\d+$/)
})

describe('a draft of several pages', () => {
  readerTest(['pdftotext'], 'is marked UTKAST on every page, numbered, with note and digest', async () => {
    const pages = pdfPages(await pdf(long()))
    expect(pages.length).toBeGreaterThanOrEqual(3)
    pages.forEach((page, index) => {
      expect(page).toMatch(/^UTKAST$/m)
      expect(page).toContain(`Sida ${index + 1} av ${pages.length}`)
      expect(timesIn(page, '8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809003')).toBe(1)
    })
  })

  readerTest(['pdftotext'], 'repeats the head of a table, and loses no row', async () => {
    const pages = pdfPages(await pdf(long()))
    const withRows = pages.filter((page) => page.includes('Insats nummer'))
    expect(withRows.length).toBeGreaterThanOrEqual(2)
    for (const page of withRows) expect(page).toMatch(/Utförare\s+Från\s+Syfte/)
    const found = pages.join('\n').match(/Insats nummer\s+\d+/g) ?? []
    expect(found.map((row) => Number(row.match(/\d+/)?.[0]))).toEqual(
      Array.from({ length: 70 }, (_, i) => i + 1),
    )
  })

  readerTest(['pdftotext'], 'breaks a cell that is longer than a page', async () => {
    const input = example('planering')
    const words = Array.from({ length: 380 }, (_, index) => `ord${index}`)
    const insatser = [{ id: 'i', what: 'Lång', purpose: words.slice(0, 150).join('\n'), status: 'planerad' }]
    const pages = pdfPages(await pdf(draftWith(input, { ...input.note.answers, insatser })))
    const found = pages.join('\n').match(/\bord\d+\b/g) ?? []
    expect(found).toEqual(words.slice(0, 150))
  })
})

readerTest(
  ['pdftotext'],
  'what is signed is marked nowhere and carries its digest once on every page',
  async () => {
    const pages = pdfPages(await pdf(example('arbetsgivarens-plan')))
    for (const page of pages) {
      expect(page).not.toMatch(/utkast/i)
      expect(timesIn(page, '9f2c'.repeat(16))).toBe(1)
    }
  },
)

describe('a text that grows line by line', () => {
  const grown = (lines: number) => {
    const text = Array.from({ length: lines }, (_, index) => `rad ${index + 1}.`).join('\n')
    return draftOf([{ id: 'f', type: 'text', multiline: true }], { f: text })
  }
  /** How many of the lines stand on each page. */
  const linesOnPages = async (lines: number) =>
    pdfPages(await pdf(grown(lines))).map((page) => (page.match(/rad \d+\./g) ?? []).length)

  readerTest(['pdftotext'], 'is on as many pages as it needs, none of them with its foot alone', async () => {
    const [first = 0, ...rest] = await linesOnPages(100)
    expect(first).toBeGreaterThan(20)
    const [second = 0] = rest
    expect(rest).toEqual([second, 100 - first - second])
    expect(await linesOnPages(1)).toEqual([1])
    expect(await linesOnPages(first - 1)).toEqual([first - 1])
    expect(await linesOnPages(first)).toEqual([first])
    expect(await linesOnPages(first + 1)).toEqual([first, 1])
    expect(await linesOnPages(first + second)).toEqual([first, second])
    expect(await linesOnPages(first + second + 1)).toEqual([first, second, 1])
  })

  readerTest(['pdfinfo'], 'has its foot in the text for a screen reader, once', async () => {
    const structure = pdfStructure(await pdf(grown(60)))
    expect(timesIn(structure, '8a1f2c30-1d2e-4f3a-8b4c-5d6e7f809003')).toBe(1)
  })
})

test('a foot too long for the foot of a page stands once, after the text', async () => {
  const foot = { rows: Array.from({ length: 20 }, (_, row) => ({ label: `Rad ${row}`, text: `fot ${row}` })) }
  const input = example('planering')
  const entry = { ...entryOf(input), foot }
  const bytes = await pdfFormat.render({ entry, at: new Date(0), author: 'Anna Ek', subject: 'Planering' })
  const text = pdfPages(bytes).join('\n')
  foot.rows.forEach((row) => {
    expect(timesIn(text, `${row.text}\n`)).toBe(1)
  })
})

test('the same note gives the same bytes', async () => {
  expect(await pdf(example('planering'))).toEqual(await pdf(example('planering')))
})

readerTest(['pdftotext'], 'what no font can draw is copied as what it is', async () => {
  const input = example('planering')
  const bytes = await pdf(
    draftWith(input, { ...input.note.answers, 'den-forsakrades-syn': 'Namnet 中 finns' }),
  )
  expect(squeeze(pdfPages(bytes).join('\n'))).toContain(squeeze('Namnet 中 finns'))
})
