// How it goes, over the calls of the core, on a real archive of invented cases.
import { describe, expect, test } from 'vitest'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { reportAskedSchema, reportSchema } from '../../../shared/indicators/figure.ts'
import { surveyAskedSchema } from '../../../shared/indicators/survey.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { templateIdSchema } from '../../../shared/template/template.ts'
import { type Client, caseDetails, startWithArchive } from './support.ts'

const today = isoDateSchema.parse('2026-03-04')
const asked = reportAskedSchema.parse({
  population: 'employedShorter',
  from: '2025-04',
  to: '2026-03',
  today,
})
const inMarch = surveyAskedSchema.parse({ ...asked, from: '2026-03' })

/** So many cases with an interview each, of which every other says yes. */
async function interviewed(client: Client, to: number, from = 0): Promise<void> {
  for (let index = from; index < to; index += 1) {
    const { id: caseId } = await client.cases.create(
      caseDetails({ number: `26-${1000 + index}`, office: 'Kontor Norr' }),
    )
    const note = await client.notes.create({
      caseId,
      templateId: templateIdSchema.parse('intervju-om-stodet'),
    })
    await client.notes.save({
      id: note.id,
      baseRevision: note.revision,
      answers: {
        datum: today,
        'fraga-1': `${30 + index},0`,
        'fraga-6': { value: index % 2 === 0 ? 'ja' : 'nej' },
        'fraga-18': { values: index < 4 ? ['nej'] : ['telefon', 'mote'] },
      },
    })
  }
}
const answersTo = async (client: Client, field: string, more: object = {}) =>
  (await client.indicators.survey({ ...inMarch, ...more })).figures.find((figure) => figure.field === field)

describe('interviews on the support', () => {
  test('are counted question by question, of ten cases at least', async () => {
    const { client } = await startWithArchive()
    await interviewed(client, 9)
    expect(await answersTo(client, 'fraga-6')).toMatchObject({ whole: { shown: false } })
    await interviewed(client, 10, 9)
    expect(await answersTo(client, 'fraga-6')).toMatchObject({
      population: 'employedShorter',
      whole: { shown: true, count: 10, shares: { ja: 0.5, nej: 0.5, 'vet-inte': 0 } },
    })
    expect(await answersTo(client, 'fraga-1')).toMatchObject({
      whole: { count: 10, median: 34.5, mean: 34.5 },
    })
    expect(await answersTo(client, 'fraga-6', { population: 'employedLong' })).toMatchObject({
      whole: { shown: false },
    })
  })

  test('of questions with several answers, each is a share of those who answered', async () => {
    const { client } = await startWithArchive()
    await interviewed(client, 10)
    expect(await answersTo(client, 'fraga-18')).toMatchObject({
      whole: { count: 10, shares: { nej: 0.4, telefon: 0.6, mote: 0.6 } },
    })
  })

  test('can be divided by what the survey’s plan names, and a case knows', async () => {
    const { client } = await startWithArchive()
    await interviewed(client, 10)
    const groups = async (breakdown: string) => (await answersTo(client, 'fraga-6', { breakdown }))?.groups
    expect(await groups('length')).toMatchObject([
      { group: 'upTo180', answers: { shown: true, count: 10 } },
      { group: 'upTo365', answers: { shown: false } },
      { group: 'upTo730' },
      { group: 'upTo1095' },
      { group: 'over1095' },
    ])
    expect(await groups('gender')).toMatchObject([
      { answers: { shown: true } },
      { answers: { shown: false } },
    ])
    expect(await groups('office')).toMatchObject([{ group: 'Kontor Norr', answers: { count: 10 } }])
    expect(await client.indicators.offices()).toEqual(['Kontor Norr'])
  })
})

describe('what leaves the archive', () => {
  const settings = { asked, language: 'sv' } as const

  test('is a report in each format, and is logged without what it was', async () => {
    const { client } = await startWithArchive()
    await interviewed(client, 10)
    const json = await client.indicators.export({ ...settings, format: 'json' })
    const told: unknown = JSON.parse(Buffer.from(json.base64, 'base64').toString())
    expect(reportSchema.parse(told).figures.map(({ indicator }) => indicator)).toContain('planShare')
    expect(told).toHaveProperty('survey.0.field', 'fraga-1')
    const csv = await client.indicators.export({ ...settings, format: 'csv' })
    const text = Buffer.from(csv.base64, 'base64').toString()
    expect(text).toContain('"Ärenden med arbetsgivarens plan";"Andel";"";"Vid periodens slut";"0";"";"10"')
    expect(text).toContain('Har du och din arbetsgivare diskuterat')
    const divided = await client.indicators.export({ ...settings, breakdown: 'gender', format: 'csv' })
    expect(Buffer.from(divided.base64, 'base64').toString()).toContain('"Ja";"Kön";"Kvinnor";"0.5"')
    const pdf = await client.indicators.export({ ...settings, format: 'pdf' })
    expect(pdf.fileName).toBe('klarlagt-uppfoljning-2026-03-04.pdf')
    expect(Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const { entries } = await client.log.list({ filter: {}, limit: 1 })
    expect(Object.keys(entries[0] ?? {}).toSorted()).toEqual(['action', 'at', 'by', 'seq'])
    expect(entries[0]).toMatchObject({ action: 'report-exported' })
  })

  test('the same report makes the same PDF', async () => {
    const { client } = await startWithArchive()
    const once = await client.indicators.export({ ...settings, format: 'pdf' })
    expect(await client.indicators.export({ ...settings, format: 'pdf' })).toEqual(once)
  })

  test('an office whose name begins like a formula is a text in the file', async () => {
    const { client } = await startWithArchive()
    for (let index = 0; index < 10; index += 1)
      await client.cases.create(caseDetails({ number: `26-${index + 1}`, office: '=HYPERLINK("x")' }))
    const { base64 } = await client.indicators.export({ ...settings, format: 'csv' })
    expect(Buffer.from(base64, 'base64').toString()).toContain(`"'=HYPERLINK(""x"")"`)
  })

  test('is refused where the agency governs the format', async () => {
    const policies = { ...noPolicies, policies: { exportFormats: ['xlsx' as const] } }
    const { client } = await startWithArchive({ policies })
    const file = client.indicators.export({ ...settings, format: 'pdf' })
    await expect(file).rejects.toMatchObject({ code: 'EXPORT_FORMAT_GOVERNED' })
  })
})
