import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportSchema } from '../../../shared/indicators/figure.ts'
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

test.each([
  [[], '--json'],
  [['--json', '--csv', '-'], '--json'],
  [['--json', '--population', 'alla'], 'alla'],
  [['--json', '--from', '2026-13'], '--from'],
  [['--json', '--from', '2026-02', '--to', '2026-01'], '2026-02'],
])('%j is a misuse that names what is wrong', async (args, wrong) => {
  const { code, err } = await klarlagt(['report', '--store', store, ...args])
  expect(code).toBe(2)
  expect(err).toContain(wrong)
})
