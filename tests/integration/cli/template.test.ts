import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { klarlagt, readJson, temporaryFolder } from './support.ts'

const folder = temporaryFolder()
const at = (name: string) => join(folder, name)

test('klarlagt template export writes a Questionnaire that import reads back as the same template', async () => {
  const exported = await klarlagt([
    'template',
    'export',
    'planering',
    '--version',
    '1',
    '--format',
    'fhir',
    '--out',
    at('q.json'),
  ])
  expect(exported.code).toBe(0)
  expect(exported.out).toContain('Bara Klarlagt förstår lagstödet. Det följer med i filen.')
  const imported = await klarlagt(['template', 'import', at('q.json'), '--out', at('mall.json')])
  expect(imported).toEqual({ code: 0, out: '', err: '' })
  await klarlagt([
    'template',
    'export',
    'planering',
    '--version',
    '1',
    '--format',
    'json',
    '--out',
    at('sig.json'),
  ])
  expect(readJson(at('mall.json'))).toEqual(readJson(at('sig.json')))
})

test('klarlagt template import reads an XLSForm, says what is missing, and ends with 1', async () => {
  const cell = (value: string) => ({ value })
  const sheets = [
    {
      sheet: 'survey',
      data: [
        ['type', 'name', 'label'],
        ['text', 'syfte', 'Syfte'],
        ['geopoint', 'plats', 'Plats'],
      ].map((row) => row.map(cell)),
    },
    {
      sheet: 'settings',
      data: [
        ['form_title', 'form_id'],
        ['Besök', 'besok'],
      ].map((row) => row.map(cell)),
    },
  ]
  writeFileSync(at('f.xlsx'), await writeXlsx(sheets).toBuffer())
  const { code, out } = await klarlagt(['template', 'import', at('f.xlsx'), '--out', at('besok.json')])
  expect(code).toBe(1)
  expect(out).toContain('Frågan har typen geopoint')
  expect(out).toContain('(plats)')
  expect(readJson(at('besok.json'))).toMatchObject({
    format: 'klarlagt/mall',
    id: 'besok',
    title: { sv: 'Besök' },
  })
  const { out: json } = await klarlagt([
    'template',
    'import',
    at('f.xlsx'),
    '--out',
    at('besok.json'),
    '--json',
  ])
  expect(json).toContain('"key": "interchange.in.type"')
  expect(json).toContain('"message": "Frågan har typen geopoint')
})

test.for([
  [
    'a file that is no form',
    'inget.json',
    '{"resourceType":"Patient"}',
    'resourceType har ett värde som inte finns',
  ],
  ['a broken spreadsheet', 'trasig.xlsx', 'PK trasig', 'inget kalkylblad'],
] as const)('%s is refused in words', async ([, name, content, words]) => {
  writeFileSync(at(name), content)
  const { code, err } = await klarlagt(['template', 'import', at(name), '--out', at('x.json')])
  expect(code).toBe(2)
  expect(err).toContain(words)
})

test('A template or version that there is not is refused, with those that there are', async () => {
  const { code, err } = await klarlagt([
    'template',
    'export',
    'planering',
    '--version',
    '99',
    '--format',
    'fhir',
    '--out',
    '-',
  ])
  expect(code).toBe(2)
  expect(err).toContain('planering v1')
})
