import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { reportSchema } from '../../../shared/indicators/figure.ts'
import { surveySchema } from '../../../shared/indicators/survey.ts'
import { klarlagt, temporaryFolder } from './support.ts'

let folder: string
let store: string

beforeAll(async () => {
  folder = temporaryFolder()
  store = join(folder, 'prov.klarlagt')
  await klarlagt(['demo', '--store', store, '--cases', '3'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the report as JSON on standard output, with what interviews say', async () => {
  const { code, out } = await klarlagt(['report', '--store', store, '--json'])
  expect(code).toBe(0)
  const report: unknown = JSON.parse(out)
  expect(reportSchema.parse(report).asked.population).toBe('employedLong')
  expect(Object(report)).toHaveProperty('survey')
})

test('as CSV and as PDF, into a file', async () => {
  for (const format of ['csv', 'pdf']) {
    const out = join(folder, `uppfoljning.${format}`)
    const done = await klarlagt(['report', '--store', store, `--${format}`, out, '--language', 'en'])
    expect(done.code).toBe(0)
    expect(done.err).toContain(out)
  }
})

test('the answers of interviews divided as they are asked for', async () => {
  const { code, out } = await klarlagt(['report', '--store', store, '--json', '--breakdown', 'gender'])
  expect(code).toBe(0)
  const { survey } = z.object({ survey: surveySchema.shape.figures }).parse(JSON.parse(out))
  expect(survey.length).toBeGreaterThan(0)
  for (const { groups } of survey) expect(groups.map(({ group }) => group)).toEqual(['women', 'men'])
})

test('an office that no case is at is refused, instead of figures of nothing', async () => {
  const { code, err } = await klarlagt(['report', '--store', store, '--json', '--office', 'Kontor Nor'])
  expect(code).toBe(2)
  expect(err).toContain('kontoret Kontor Nor')
})

test.each([
  [[], '--json'],
  [['--json', '--breakdown', 'handläggare'], '--breakdown'],
  [['--json', '--breakdown', 'handläggare'], 'length, gender, age, office'],
  [['--json', '--breakdown'], '--breakdown'],
  [['--json', '--csv', '-'], '--json'],
  [['--json', '--population', 'alla'], 'alla'],
  [['--json', '--from', '2026-13'], '--from ska vara en månad'],
  [['--json', '--date', '2026-02-30'], '--date ska vara ett datum'],
  [['--json', '--from', '2026-02', '--to', '2026-01'], '2026-02'],
])('%j is a misuse that names what is wrong', async (args, wrong) => {
  const { code, err } = await klarlagt(['report', '--store', store, ...args])
  expect(code).toBe(2)
  expect(err).toContain(wrong)
})
