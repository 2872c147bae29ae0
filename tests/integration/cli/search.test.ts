import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle, klarlagt, launcher, ran, temporaryFolder } from './support.ts'

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
    expect(out).toMatch(/^\S.* {2}.+\n {2}\d{4}-\d\d-\d\d {2}.*\[.+\]/)
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

  test.each([
    ['nothing', [], /SÖKNING|söker/],
    ['what is not to be there alone', ['-semester'], /ett ord eller ett filter som ska finnas/],
    ['a filter that is not understood alone', ['status:klar'], /Välj bland utkast, låst/],
  ])('does not search for %s', async (_what, words, said) => {
    const { code, out, err } = await search(...words)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(said)
  })

  test.each([
    [['kvällspasset', '-semester'], 0],
    [['kvällspasset', '-kvällspasset'], 1],
    [['kvällspasset -kvällspasset'], 1],
  ])('takes a word with a dash before it as one that is not to be there: %j', async (words, code) => {
    expect((await search(...words)).code).toBe(code)
  })

  test('says what of a search it does not understand, and searches by the rest', async () => {
    const { code, err } = await search('kvällspasset', 'efter:2026-02-30', 'ordning:bäst')
    expect(code).toBe(0)
    expect(err).toContain('efter:2026-02-30: det är inget datum')
    expect(err).toContain('Välj bland nyast, relevans')
  })

  test('refuses an archive that is not there', async () => {
    const missing = await klarlagt(['search', '--store', join(folder, 'borta.klarlagt'), 'plan'])
    expect(missing).toMatchObject({ code: 2, out: '' })
    expect(missing.err).toContain('finns inte')
  })

  test('is not disturbed by a reader that has seen enough', async () => {
    const line = `"${process.execPath}" "${launcher}" search --store "${store}" --json i:ärende | head -n 1`
    const { code, out, err } = await ran('bash', ['-o', 'pipefail', '-c', line])
    expect({ code, out }).toEqual({ code: 0, out: '{\n' })
    expect(err).not.toContain('EPIPE')
  })
})
