// Forms in formats of others, read into an archive as working copies, and templates of ours that go out as such.
import { expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { problemText, reportText } from '../../../shared/interchange/report.ts'
import { fileText } from '../../../shared/note/own-digest.ts'
import { type Client, needTemplate, refused, startWithArchive } from './support.ts'

const inspected = (client: Client, content: string | Uint8Array) =>
  client.studio.inspect({ base64: Buffer.from(content).toString('base64') })

const item = [{ linkId: 'a', text: 'Hur går det?', type: 'string', required: true }]
const questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  language: 'sv',
  title: 'Besök',
  item,
}
const template = { format: 'klarlagt/mall', id: 'besok' }
const sheet = (rows: readonly string[][]) => rows.map((row) => row.map((value) => ({ value })))
const xlsForm = (survey: readonly string[][]) =>
  writeXlsx([
    { sheet: 'survey', data: sheet(survey) },
    { sheet: 'settings', data: sheet([['form_title'], ['Besök']]) },
  ]).toBuffer()

test('a Questionnaire and an XLSForm are known by what they hold, and begin a working copy with what is told', async () => {
  const { client } = await startWithArchive()
  const rows = [
    ['type', 'name', 'label'],
    ['text', 'a', 'Hur går det?'],
  ]
  for (const content of [JSON.stringify(questionnaire), await xlsForm(rows)]) {
    const found = await inspected(client, content)
    if (found.kind !== 'form') throw new Error(`It is ${found.kind}.`)
    expect(found.title.sv).toBe('Besök')
    expect(found.report.map(({ key }) => key)).toContain('interchange.in.legalBasis')
    expect((await client.studio.list()).working).toEqual([])
    const begun = await client.studio.begin({ template: found.template })
    expect(begun).toMatchObject({ template: { sections: [{ fields: [{ id: 'a' }] }] } })
    await client.studio.discard({ id: begun.id })
  }
})

test('a template that went out as a Questionnaire comes back the same, and its number is told to be taken', async () => {
  const { client } = await startWithArchive()
  const ref = { id: needTemplate, version: 2 }
  const { base64, fileName, report } = await client.studio.export({ template: ref, format: 'fhir' })
  expect(fileName).toBe('behovsklarlaggande-2.fhir.json')
  expect(report.map((entry) => reportText('sv', entry))).toContain(
    'Bara Klarlagt förstår lagstödet. Det följer med i filen.',
  )
  const template = await client.studio.version(ref)
  const taken = { key: 'interchange.in.taken', params: { id: needTemplate, version: 3 }, path: '' }
  const file = Buffer.from(base64, 'base64')
  expect(await inspected(client, file)).toMatchObject({ kind: 'form', template, report: [taken] })
  expect(await inspected(client, fileText(template))).toMatchObject({ kind: 'form', report: [taken] })
  expect(await refused(client.studio.export({ template: ref, format: 'json' }))).toMatchObject({
    code: 'NOT_FOUND',
  })
})

test.for([
  [
    'neither text nor a spreadsheet',
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
    /varken en mall från Klarlagt/,
  ],
  ['JSON of something else', '{"cases":[]}', /varken en mall från Klarlagt/],
  ['broken JSON', '{"resourceType":', /^Filen är inte giltig JSON. Felet börjar på rad 1, tecken 17/],
  ['another resource of FHIR', '{"resourceType":"Patient"}', /^resourceType har ett värde som inte finns/],
  ['a broken template of ours', JSON.stringify(template), /^version saknas/],
  ['a broken spreadsheet', 'PK trasig', /inget kalkylblad i formatet .xlsx/],
] as const)('%s is refused in words, and changes nothing', async ([, content, words]) => {
  const { client } = await startWithArchive()
  const found = await inspected(client, content)
  if (found.kind !== 'refused') throw new Error(`It is ${found.kind}.`)
  const said = found.problems.map((problem) => problemText('sv', problem))
  expect(said).toContainEqual(expect.stringMatching(words))
})

test('a spreadsheet without questions is refused with what to look for', async () => {
  const { client } = await startWithArchive()
  expect(await inspected(client, await xlsForm([['fråga'], ['Hur går det?']]))).toMatchObject({
    kind: 'refused',
    problems: [{ key: 'interchange.xls.empty', path: 'survey' }],
  })
})
