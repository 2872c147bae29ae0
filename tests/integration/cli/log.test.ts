import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, klarlagt, temporaryFolder } from './support.ts'

let folder: string
let store: string

beforeAll(async () => {
  folder = temporaryFolder()
  store = join(folder, 'one.klarlagt')
  await klarlagt(['import', bundle('r03-ratt'), '--store', store, '--name', 'Anna Ek'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('klarlagt log', () => {
  test('shows who has done what, a line each', async () => {
    const { code, out } = await klarlagt(['log', '--store', store])
    expect(code).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toMatch(
      /^20\d\d-\d\d-\d\d kl\. \d\d\.\d\d {2}Anna Ek, utredare {2}Arkivet skapades {2}Anna Ek$/,
    )
    expect(lines[1]).toContain('Ärendet togs in från en fil')
  })

  test('filters, and gives data', async () => {
    const filtered = await klarlagt([
      'log',
      '--store',
      store,
      '--action',
      'case-imported',
      '--user',
      'anna ek',
      '--json',
    ])
    expect(JSON.parse(filtered.out)).toMatchObject([{ action: 'case-imported', by: { name: 'Anna Ek' } }])
    expect((await klarlagt(['log', '--store', store, '--to', '2020-01-01'])).out).toBe('')
    expect((await klarlagt(['log', '--store', store, '--csv'])).out).toContain('"Arkivet skapades"')
  })

  test.each([
    [['--from', 'i går'], '--from ska vara ett datum som finns, ÅÅÅÅ-MM-DD, inte ”i går”.'],
    [['--user', 'Eva Sten'], 'Ingen i arkivet heter Eva Sten. Där finns: Anna Ek.'],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, err } = await klarlagt(['log', '--store', store, ...args])
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) as string })
  })

  test('import into an archive that is there is done by the user who is named, or by nobody else', async () => {
    const { code, err } = await klarlagt([
      'import',
      bundle('r01-ratt'),
      '--store',
      store,
      '--name',
      'Eva Sten',
    ])
    expect(code).toBe(2)
    expect(err).toContain('Ingen i arkivet heter Eva Sten.')
  })
})
