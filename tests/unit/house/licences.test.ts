// The licences of all that ships are made anew by every build, so that they cannot be old. What may not ship as it is stops it.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Found, judge, licencesModule, shippedParts } from '../../../scripts/licences.ts'
import { productionPackages } from '../../../scripts/lock-file.ts'
import { root } from '../../../scripts/run.ts'

describe('the licences of what ships', () => {
  const parts = shippedParts(root)
  const at = (name: string) => parts.find((part) => part.name === name)

  test('has every package that the lock file says is needed at run time, each with a text', () => {
    const packages = productionPackages(root)
    expect(packages.length).toBeGreaterThan(100)
    for (const { name, version } of packages)
      expect(parts).toContainEqual(expect.objectContaining({ name, version }))
    expect(parts.filter(({ text }) => text.length < 200)).toEqual([])
  })

  test.each([
    ['electron', /MIT/, /Copyright \(c\) Electron contributors/],
    ['better-sqlite3-multiple-ciphers', /MIT/, /Joshua Wise/],
    ['SQLite', /blessing/, /May you do good and not evil/],
    ['SQLite3 Multiple Ciphers', /MIT/, /Ulrich Telle/],
    ['@vscode/codicons', /CC-BY-4\.0/, /Attribution 4\.0 International[\s\S]*MIT/],
    ['@expo-google-fonts/source-sans-3', /OFL-1\.1/, /SIL OPEN FONT LICENSE/i],
    ['@expo-google-fonts/noto-emoji', /OFL-1\.1/, /SIL OPEN FONT LICENSE/i],
    ['dejavu-fonts-ttf', /Bitstream-Vera/, /Bitstream Vera Fonts Copyright/],
    ['fontkit', /MIT/, /Copyright \(c\) Devon Govett/],
    ['canonicalize', /Apache-2\.0/, /Apache License/],
  ])('%s is there under its own licence', (name, licence, text) => {
    expect(at(name)?.licence).toMatch(licence)
    expect(at(name)?.text).toMatch(text)
  })

  test('has no package of development', () => {
    for (const name of ['vitest', 'typescript', 'playwright', 'electron-builder'])
      expect(at(name)).toBeUndefined()
  })

  test('are what the page of Om Klarlagt loads', async () => {
    const { resolveId, load } = licencesModule(root)
    if (typeof resolveId !== 'function' || typeof load !== 'function')
      throw new Error('The plugin has no hooks.')
    expect(JSON.stringify(parts)).toContain('"name":"zod"')
    expect(await Reflect.apply(load, undefined, ['\0virtual:licences'])).toBe(
      `export default ${JSON.stringify(parts)}`,
    )
    expect(await Reflect.apply(load, undefined, ['react'])).toBeUndefined()
  })
})

describe('a package', () => {
  const good: Found = { name: 'a', version: '1.0.0', licence: 'MIT', author: 'Ann', texts: ['MIT License'] }

  test.each<[string, Partial<Found>, string]>([
    ['without a licence', { licence: undefined }, 'a 1.0.0 names no licence.'],
    ['under one that is not allowed', { licence: 'GPL-3.0-only' }, 'a 1.0.0 is under GPL-3.0-only, which'],
    [
      'under one of several that is not',
      { licence: '(MIT AND SSPL-1.0)' },
      'a 1.0.0 is under SSPL-1.0, which',
    ],
    [
      'under one that is no identifier',
      { licence: 'SEE LICENSE IN x' },
      'a 1.0.0 is under SEE LICENSE IN x, which',
    ],
    ['without a text', { texts: [] }, 'a 1.0.0 (MIT) brings no licence text.'],
    [
      'known to bring no text, under another licence',
      { name: 'dfa', licence: 'ISC', texts: [] },
      'dfa 1.0.0 (ISC)',
    ],
  ])('%s may not ship, and it is said why', (_what, change, words) => {
    expect(judge({ ...good, ...change })).toContain(words)
  })

  test('with several texts has them all, and one in brackets is read without', () => {
    expect(judge({ ...good, licence: '(MIT OR CC0-1.0)', texts: ['one\n', 'two\n'] })).toEqual({
      name: 'a',
      version: '1.0.0',
      licence: 'MIT OR CC0-1.0',
      text: 'one\n\ntwo',
    })
  })
})

describe('npm run licences', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'klarlagt-licences-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }

  test('names every package that may not ship, each in a sentence', () => {
    const packages = {
      '': { version: '1.0.0' },
      'node_modules/open': { version: '2.0.0', license: 'AGPL-3.0' },
      'node_modules/bare': { version: '3.0.0', license: 'MIT' },
      'node_modules/tool': { version: '4.0.0', license: 'GPL-2.0', dev: true },
    }
    write('package-lock.json', JSON.stringify({ packages }))
    for (const name of ['open', 'bare']) write(`node_modules/${name}/package.json`, '{}')
    const header = 'node_modules/better-sqlite3/deps/sqlite3/sqlite3.h'
    write(header, readFileSync(join(root, header), 'utf8'))
    expect(() => shippedParts(folder)).toThrow(
      /^open 2\.0\.0 is under AGPL-3\.0, .*\nbare 3\.0\.0 \(MIT\) brings no licence text\.$/,
    )
  })

  test('says that a package is not installed', () => {
    write('package-lock.json', JSON.stringify({ packages: { 'node_modules/gone': { version: '1.0.0' } } }))
    expect(() => shippedParts(folder)).toThrow('node_modules/gone is not installed. Run npm ci.')
  })

  test('writes them all as one text', () => {
    const file = join(folder, 'licences.txt')
    execFileSync(process.execPath, ['scripts/licences.ts', file])
    const text = readFileSync(file, 'utf8')
    for (const { name, version } of shippedParts(root)) expect(text).toContain(`${name} ${version} (`)
  })
})
