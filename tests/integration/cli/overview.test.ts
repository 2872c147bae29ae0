import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUNDLE_FORMAT, BUNDLE_VERSION } from '../../../shared/note/bundle.ts'
import { context } from '../../unit/check/sample.ts'
import { story } from '../../unit/overview/story.ts'
import { caseOn } from '../../unit/projection/support.ts'
import { klarlagt, temporaryFolder } from './support.ts'

let folder: string
let file: string

beforeAll(() => {
  folder = temporaryFolder()
  file = join(folder, 'arende.json')
  const drafts = story.map(({ signed: _signed, ...note }) => note)
  const notes = caseOn('2026-06-03', drafts).notes.map(({ note }) => note)
  const bundle = { format: BUNDLE_FORMAT, version: BUNDLE_VERSION, case: context.case, notes }
  writeFileSync(file, JSON.stringify(bundle))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a case file is printed on one page, as it reads on a day', async () => {
  const { code, out } = await klarlagt(['overview', file, '--date', '2026-06-03'])
  expect(code).toBe(0)
  expect(out).toContain('Dag i sjukfallet: Dag 94 (2026-06-03)')
  expect(out).toContain('Fysioterapi för ryggen')
})

test('for the employer it has no medical matters', async () => {
  const { out } = await klarlagt(['overview', file, '--edition', 'employer', '--date', '2026-06-03'])
  expect(out).toContain('Lyfthjälpmedel vid hyveln')
  expect(out).not.toContain('Fysioterapi')
})

test('in English, as PDF, into a file', async () => {
  const out = join(folder, 'oversikt.pdf')
  const done = await klarlagt(['overview', file, '--format', 'pdf', '--language', 'en', '--out', out])
  expect(done.code).toBe(0)
  expect(done.err).toContain(out)
})

test.each([
  [['--format', 'json'], 'json'],
  [['--edition', 'alla'], 'alla'],
  [['--date', '2026-02-30'], '--date ska vara ett datum som finns'],
])('%j is a misuse that names what is wrong', async (args, wrong) => {
  const { code, err } = await klarlagt(['overview', file, ...args])
  expect(code).toBe(2)
  expect(err).toContain(wrong)
})
