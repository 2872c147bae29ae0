// A command that needs no archive never loads the database driver: it starts sooner, and runs where the driver cannot.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleNote } from '../../unit/rules/rule-pack.ts'
import { bundle, klarlagt, temporaryFolder } from './support.ts'

let folder: string
let loaded: string

/** Writes down every module that is loaded from then on. */
const witness = `
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED, url + '\\n')
    return next(url, context)
  },
})
`

beforeAll(() => {
  folder = temporaryFolder()
  loaded = join(folder, 'loaded')
  writeFileSync(join(folder, 'witness.mjs'), witness)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Whether a command loads the driver, in the way that a user runs it. */
async function loadsDriver(args: readonly string[]): Promise<boolean> {
  writeFileSync(loaded, '')
  const { code } = await klarlagt(args, {
    env: { NODE_OPTIONS: `--import=${join(folder, 'witness.mjs')}`, LOADED: loaded },
  })
  expect(code).not.toBe(2)
  const modules = readFileSync(loaded, 'utf8')
  expect(modules).toContain('/main/cli/main.ts')
  return modules.includes('/node_modules/better-sqlite3/')
}

describe('the database driver', () => {
  test.each([
    ['--help', ['--help']],
    ['templates', ['templates']],
    ['check', ['check', bundle('r01-fel')]],
    [
      'export of a bundle',
      ['export', bundle('r01-fel'), '--note', ruleNote('r01-fel', 'plan'), '--format', 'txt', '--out', '-'],
    ],
  ])('is not loaded by %s', async (_name, args) => {
    expect(await loadsDriver(args)).toBe(false)
  })

  test('is loaded where an archive is made', async () => {
    expect(await loadsDriver(['demo', '--store', join(folder, 'demo.klarlagt'), '--cases', '1'])).toBe(true)
  })
})
