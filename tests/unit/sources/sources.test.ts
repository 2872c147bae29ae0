import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isTemplateFile } from '../../../main/core/templates.ts'
import { rulesWithSources, usesOfSources } from '../../../renderer/features/sources/uses.ts'
import { rules } from '../../../shared/rules/index.ts'
import { citations, citationText, imprint, placeText } from '../../../shared/sources/cite.ts'
import { sourceDocuments } from '../../../shared/sources/documents.ts'
import { parseTemplate } from '../../../shared/template/load.ts'
import type { Template } from '../../../shared/template/template.ts'
import { isTextKey } from '../../../shared/text/index.ts'

const templates: readonly Template[] = readdirSync('templates')
  .filter(isTemplateFile)
  .map((name) => {
    const parsed = parseTemplate(name, readFileSync(`templates/${name}`, 'utf8'))
    if (!parsed.ok) throw new Error(`${name}: ${parsed.problems[0]?.message}`)
    return parsed.template
  })

/** Every reference of the shipped templates and of the rules, with who makes it. */
const references = [
  ...templates.flatMap(({ id, legalBasis, sections }) => [
    ...legalBasis.map(({ provision, source }) => [`${id}: ${provision}`, source] as const),
    ...sections
      .flatMap(({ fields }) => fields)
      .flatMap((field) =>
        field.type === 'info' || field.demand.basis === 'eget-val'
          ? []
          : [[`${id}: ${field.id}`, field.demand.source] as const],
      ),
  ]),
  ...rules.flatMap(({ id, sources }) => sources.map((source) => [id, source] as const)),
]

const inSwedish = (reference: string) => citations(reference).map((citation) => citationText(citation, 'sv'))

describe('a reference is told as a reader with the document in hand looks for it', () => {
  test.each([
    [
      '000:177-180',
      'Svar på regeringsuppdrag i regleringsbrev 2025 om arbetet med arbetsgivarens plan för återgång i arbete och samordning (Försäkringskassan 2025, FK 2025/000536), avsnitt 1 ”Bakgrund och förutsättningar”, s. 5',
    ],
    [
      '001:4443-4449',
      'Rapport om Försäkringskassans samordningsuppdrag (Inspektionen för socialförsäkringen 2025), avsnitt 3.2 ”Försäkringskassan har begränsade möjligheter att se till att andra utför åtgärder”, s. 81',
    ],
    [
      '002:125-129',
      'Rehabilitering och Försäkringskassans samordningsuppdrag (Försäkringskassan, odaterad), ”Uppdraget och vårt förhållningssätt”, bild 6',
    ],
    [
      '003:579-582',
      'Rapport om förstärkt stöd för återgång i arbete (Försäkringskassan 2021, FK 2021-000350), avsnitt 4.1 ”Plan för återgång i arbete”, s. 12',
    ],
    [
      '004:172-182',
      'Uppföljning av stödet för återgång i arbete till sjukskrivna personer – En plan för arbetet (Försäkringskassan 2026), Bilaga 1, fråga 7 ”Frågor om stödet på din arbetsplats”',
    ],
    ['30 kap. 10 § SFB', '30 kap. 10 § SFB'],
  ])('%s', (reference, text) => {
    expect(inSwedish(reference)).toEqual([text])
  })

  test.each([
    ['000:101', 3],
    ['000:141', 4],
    ['000:175', 5],
    ['000:255', 6],
    ['000:298', 7],
    ['000:412', 8],
    ['000:446', 9],
    ['000:504', 10],
    ['001:195', 15],
    ['001:685', 22],
    ['001:1471', 37],
    ['001:3947', 74],
    ['001:7846', 130],
    ['001:10313', 165],
    ['001:12057', 192],
    ['001:14702', 230],
    ['003:288', 8],
  ])('%s stands on the page whose number the document itself shows: %i', (reference, page) => {
    const [cited] = citations(reference)
    expect(cited).toMatchObject({ passages: [{ leaves: [page, page] }] })
  })

  test('several documents are several citations, and passages of one section and page are told once', () => {
    const [first, second] = citations('000:185-187, 190-191; 003:579-582')
    expect(first).toMatchObject({ document: { id: '000' }, passages: [{}, {}] })
    expect(second).toMatchObject({ document: { id: '003' } })
    expect(inSwedish('000:185-187, 190-191')[0]).toMatch(/förutsättningar”, s\. 5$/)
  })

  test('two references to one document are one citation', () => {
    expect(citations('000:177-180; 30 kap. 6 § SFB; 000:265-270')).toMatchObject([
      { document: { id: '000' }, passages: [{ lines: '177-180' }, { lines: '265-270' }] },
      { words: '30 kap. 6 § SFB' },
    ])
  })

  test('a passage over a page break names both pages, in English too', () => {
    const [citation] = citations('001:1019-1048')
    expect(citation && citationText(citation, 'en')).toMatch(/section 1\.1 “.*”, p\. 28–29$/)
  })

  test.each(['009:1-2', '000:177-9999', '000:20-10', '000:snart', '000'])(
    '%s, which leads nowhere, stands as it is written',
    (reference) => {
      expect(citations(reference)).toEqual([{ kind: 'words', words: reference }])
    },
  )
})

test.each(references)('%s leans on a document and a place in it, or on the law: %s', (_who, reference) => {
  for (const citation of citations(reference)) {
    if (citation.kind === 'words') expect(citation.words).toMatch(/^\d+ kap\. .* § SFB|^\d+ kap\. .* §§ SFB/)
    else for (const { heading, place } of citation.passages) expect(`${place}${heading}`).not.toBe('')
  }
})

test('the headings and the leaves of every document stand in its order, within it', () => {
  for (const { id, headings, leaves, lines } of sourceDocuments) {
    const rows = headings.trim().split('\n')
    const begin = rows.map((row) => Number.parseInt(row, 10))
    for (const numbers of [begin, leaves?.begin ?? []]) {
      expect([id, numbers]).toEqual([id, numbers.toSorted((one, other) => one - other)])
      expect(numbers.at(-1) ?? 0).toBeLessThanOrEqual(lines)
    }
    for (const row of rows) expect([id, row.split('|').length]).toEqual([id, 3])
  }
})

describe('what leans on a source', () => {
  const uses = usesOfSources(templates, rules)
  const placesOf = (id: string) => uses.find(({ document }) => document.id === id)?.places ?? []

  test('is each field, legal basis and rule that names it, by its place', () => {
    const place = placesOf('000').find(({ passages }) => passages.some(({ lines }) => lines === '274-277'))
    expect(place?.uses.map((use) => (use.kind === 'rule' ? use.id : use.template.id))).toEqual(
      expect.arrayContaining(['R5', 'arbetsgivarens-plan']),
    )
  })

  test('stands in the order of the document', () => {
    const begin = placesOf('001').map(({ passages }) => Number.parseInt(passages[0].lines, 10))
    expect(begin).toEqual(begin.toSorted((one, other) => one - other))
    expect(begin.length).toBeGreaterThan(10)
  })

  test('is told once where several references lead to the same section and page', () => {
    for (const { document, places } of uses) {
      const read = places.map(({ passages }) => placeText(document, passages[0], 'sv'))
      expect(read).toEqual([...new Set(read)])
    }
  })

  test('names each rule once, in words', () => {
    const ids = rulesWithSources(rules).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect([id, isTextKey(`sources.rule.${id}`)]).toEqual([id, true])
  })
})

test('the paper on the sources has a row for each, as the program shows it', () => {
  const paper = readFileSync('docs/sources.md', 'utf8')
  for (const document of sourceDocuments) {
    const { id, title, publisher, date = '–', number = '–' } = document
    expect(paper).toContain(
      `| \`${id}\` | ${title}${document.untitled ? ' *' : ''} | ${publisher} | ${date} | ${number} |`,
    )
  }
  const example = citations('000:177-180')[0]
  expect(example?.kind === 'document' && imprint(example.document, 'sv')).toBe(
    'Försäkringskassan 2025, FK 2025/000536',
  )
  expect(paper).toContain(inSwedish('000:177-180')[0]?.split('), ')[1])
})
