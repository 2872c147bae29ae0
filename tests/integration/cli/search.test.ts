import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, klarlagt, temporaryFolder } from './support.ts'

let folder: string
let store: string

beforeAll(async () => {
  folder = temporaryFolder()
  store = join(folder, 'sok.klarlagt')
  await klarlagt(['import', bundle('r03-ratt'), '--store', store])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const search = (...args: string[]) => klarlagt(['search', '--store', store, ...args])

describe('klarlagt search', () => {
  test('prints the sentences of each case, with the words in brackets', async () => {
    const { code, out, err } = await search('mall:behovsklarlaggande', 'kvällspasset')
    expect(code).toBe(0)
    expect(out).toMatch(/^\S+ {2}.+\n {2}\d{4}-\d\d-\d\d {2}.*\[.+\]/)
    expect(err).toMatch(/träff/)
  })

  test('gives what is found as JSON, with how much it is', async () => {
    const { out } = await search('--json', 'i:ärende')
    expect(JSON.parse(out)).toMatchObject({
      groups: [{ hits: [{ kind: 'arende' }] }],
      count: 1,
      atLeast: false,
    })
  })

  test('ends with 1 where nothing is found, and says which word is meant', async () => {
    expect(await search('finnsinte')).toMatchObject({ code: 1, out: '' })
  })

  test('does not search for nothing', async () => {
    expect((await search()).code).toBe(2)
  })
})
