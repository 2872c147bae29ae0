import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { klarlagt, temporaryFolder } from './support.ts'

let folder: string
beforeAll(() => {
  folder = temporaryFolder()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const shipped = 'templates/demo/aktorssituationer.json'

test.each([
  ['pdf', 'aktorssituationer', '%PDF'],
  ['docx', shipped, 'PK'],
])('a pack is printed as %s, by its id or from a file', async (format, pack, begins) => {
  const out = join(folder, `haefte.${format}`)
  const { code, err } = await klarlagt(['handout', pack, '--format', format, '--out', out])
  expect(code).toBe(0)
  expect(err).toContain(out)
  expect(readFileSync(out).subarray(0, begins.length).toString()).toBe(begins)
})

test('what is no pack is refused, and nothing is written', async () => {
  const file = join(folder, 'eget.json')
  writeFileSync(file, readFileSync(shipped, 'utf8').replace('"title"', '"titel"'))
  const { code, err } = await klarlagt(['handout', file, '--out', join(folder, 'inget.pdf')])
  expect(code).toBe(2)
  expect(err).toContain('eget.json')
  expect(() => readFileSync(join(folder, 'inget.pdf'))).toThrow()
})

test.each([
  [['inget-paket', '--out', 'x.pdf'], 'aktorssituationer'],
  [['aktorssituationer'], '--out'],
  [['aktorssituationer', '--out', 'x.txt', '--format', 'txt'], 'txt'],
  [['aktorssituationer', '--out', 'x.pdf', '--for', 'alla'], 'alla'],
  [['aktorssituationer', '--out', 'x.pdf', '--day', '2026-02-30'], '2026-02-30'],
])('%j is a misuse that names what is wrong', async (args, wrong) => {
  const { code, err } = await klarlagt(['handout', ...args])
  expect(code).toBe(2)
  expect(err).toContain(wrong)
})
