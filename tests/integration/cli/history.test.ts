import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleSchema } from '../../../shared/note/bundle.ts'
import { bundle, klarlagt, readJson, temporaryFolder } from './support.ts'

let folder: string
let store: string
const good = bundle('r03-ratt')
const draft = bundleSchema.parse(readJson(good)).notes.find(({ status }) => status === 'utkast')
const note = draft?.id ?? ''

beforeAll(async () => {
  folder = temporaryFolder()
  store = join(folder, 'historik.klarlagt')
  await klarlagt(['import', good, '--store', store])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('klarlagt history', () => {
  test('lists what was saved of a note, with who and why', async () => {
    const { code, out } = await klarlagt(['history', '--store', store, '--note', note])
    expect(code).toBe(0)
    expect(out).toMatch(/^1 {2}\d{4}-\d\d-\d\d kl\. \d\d\.\d\d {2}.+ {2}Importerad\n$/)
  })

  test('gives it as JSON', async () => {
    const { out } = await klarlagt(['history', '--store', store, '--note', note, '--json'])
    expect(JSON.parse(out)).toMatchObject({ revisions: [{ revision: 1, cause: 'importerad' }], reads: [] })
  })

  test('says what differs between two versions', async () => {
    const { code, out } = await klarlagt(['history', '--store', store, '--note', note, '--diff', '1..1'])
    expect([code, out]).toEqual([0, 'Versionerna säger samma sak.\n'])
  })

  test.each([
    ['--diff', '1'],
    ['--diff', '0..2'],
    ['--note', 'x'],
  ])('does not take %s %s', async (option, value) => {
    const given = { '--note': note, [option]: value }
    const { code } = await klarlagt(['history', '--store', store, ...Object.entries(given).flat()])
    expect(code).toBe(2)
  })
})
