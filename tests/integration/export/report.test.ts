// The report of how it goes as a PDF: what a screen reader is told of its structure.
import { expect } from 'vitest'
import { reportPdf } from '../../../main/export/report/pdf.ts'
import { asked, cases, readReport } from '../store/indicators/world.ts'
import { pdfStructure, readerTest } from './readers.ts'

/** The structure of a report of so many long cases, most of which have a plan, at two offices. */
async function structure(): Promise<string> {
  const of = (office: string, plan_came_on?: string) => ({
    first_sick_day: '2023-06-01',
    office,
    ...(plan_came_on === undefined ? {} : { plan_came_on }),
  })
  const db = cases([
    { times: 30, facts: of('Norr', '2024-01-01') },
    { times: 20, facts: of('Söder') },
  ])
  const report = readReport(db, asked())
  const survey = { asked: report.asked, figures: [] }
  return pdfStructure(await reportPdf({ report, survey, fields: new Map(), language: 'sv' }, 'Anna Ek'))
}

/** The tables, each as the lines that tell of it. */
const tablesIn = (told: string) => told.split(/^(?= {2}\S)/m).filter((part) => part.startsWith('  Table'))

readerTest(['pdfinfo'], 'a report is one document with a title and a heading for each figure', async () => {
  const told = await structure()
  expect(told).toMatch(/^Document\n/)
  expect(told.match(/^ {2}H1 /gm)).toHaveLength(1)
  expect(told).toMatch(/^ {2}H2 \(block\)\n {4}"60\u00a0?\s?% av ärendena har en plan från arbetsgivaren"/m)
})

readerTest(['pdfinfo'], 'its tables have heads of columns and of rows, and a cell for each', async () => {
  const [, planShare = '', ...more] = tablesIn(await structure())
  expect(more.length).toBeGreaterThan(1)
  const [head = '', ...rows] = planShare.split(/^ {4}TR\n/m).slice(1)
  expect(head.match(/TH:\n\s+\/Scope \/Column/g)).toHaveLength(3)
  expect(rows).toHaveLength(3)
  for (const row of rows) {
    expect(row.match(/TH:\n\s+\/Scope \/Row\n\s+"\S+ 2026"/g)).toHaveLength(1)
    expect(row.match(/TD/g)).toHaveLength(2)
  }
})

readerTest(
  ['pdfinfo'],
  'its bars repeat what the cells say, and are not read out; no picture is left without words',
  async () => {
    const told = await structure()
    for (const figure of told.split(/^\s+(?=Figure)/m).slice(1)) expect(figure).toMatch(/^Figure.*\n\s+\/Alt/)
  },
)

readerTest(
  ['pdfinfo'],
  'words at the end of a line stand apart from those at the beginning of the next',
  async () => {
    const told = (await structure()).replace(/\u00a0/g, ' ')
    expect(told).toContain(
      'de säger inget om någon enskild handläggare och visas aldrig för färre än 10 ärenden.',
    )
    expect(told).toContain(
      'Långa och korta sjukfall skiljer sig så mycket att en gemensam siffra skulle dölja båda.',
    )
  },
)
