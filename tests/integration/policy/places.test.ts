import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readSystemPolicies, systemPlace } from '../../../main/policy/read-system.ts'
import { parseRegistry } from '../../../main/policy/registry.ts'
import { policyIds } from '../../../shared/policy/policies.ts'
import { noPolicies } from '../../../shared/policy/read.ts'
import { messageText } from '../../../shared/text/index.ts'
import { temporaryFolder } from '../core/support.ts'

describe('the place of the policies', () => {
  test.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', {}, '/etc/klarlagt/policies.json'],
    ['darwin', {}, '/Library/Application Support/Klarlagt/policies.json'],
    ['win32', {}, 'C:\\ProgramData\\Klarlagt\\policies.json'],
    ['win32', { ProgramData: 'D:\\Data' }, 'D:\\Data\\Klarlagt\\policies.json'],
  ])('%s %j', (platform, env, place) => expect(systemPlace(platform, env)).toBe(place))
})

/** A file with these bytes, named as a checkout may name its policies. */
function given(bytes: string | Uint8Array): { KLARLAGT_POLICIES: string } {
  const path = join(temporaryFolder(), 'policies.json')
  writeFileSync(path, bytes)
  return { KLARLAGT_POLICIES: path }
}

const read = (env: Record<string, string>) => readSystemPolicies({ packaged: false, platform: 'linux', env })
const inWords = (env: Record<string, string>) =>
  read(env)
    .findings.map((finding) => messageText('sv', finding))
    .join()

describe('a file of policies', () => {
  test('is read as it stands', () => {
    expect(read(given('{"language": "en"}'))).toEqual({
      policies: { language: 'en' },
      strict: [],
      findings: [],
    })
  })

  test('with a byte order mark, too', () => {
    expect(read(given('\ufeff{"language": "en"}')).policies).toEqual({ language: 'en' })
  })

  test("the user's own folder is where the system has it, whatever the environment says", () => {
    vi.stubEnv('HOME', '/elsewhere')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { policies } = read(given('{"archiveFolder": "~/arkiv"}'))
    expect(policies.archiveFolder).toBe(join(userInfo().homedir, 'arkiv'))
  })

  test('that is not there governs nothing', () => {
    expect(read({ KLARLAGT_POLICIES: join(temporaryFolder(), 'none.json') })).toEqual(noPolicies)
  })

  test('of a checkout is not read by the finished program', () => {
    const env = given('{"language": "en"}')
    expect(readSystemPolicies({ packaged: true, platform: 'linux', env })).toEqual(noPolicies)
  })

  test.each<[string, () => Record<string, string>, string]>([
    ['in UTF-16 with a mark', () => given(Buffer.from('\ufeff{"language":"en"}', 'utf16le')), 'UTF-8'],
    ['in UTF-16 without one', () => given(Buffer.from('{"language":"en"}', 'utf16le')), 'JSON'],
    ['nested 200 000 levels deep', () => given(`{"language":${'['.repeat(200_000)}`), 'för stor'],
    ['nested 90 000 levels deep', () => given(`{"language":${'['.repeat(90_000)}`), 'nivåer'],
    ['that is empty', () => given(''), 'tom'],
  ])('%s is refused in words, and all is at its strictest', (_what, make, words) => {
    const env = make()
    expect(inWords(env)).toContain(words)
    expect(read(env).strict).toEqual(policyIds)
  })

  test('of 300 MB is refused by its size', () => {
    const env = given('')
    truncateSync(env.KLARLAGT_POLICIES, 300_000_000)
    expect(inWords(env)).toContain('300 MB')
    expect(read(env).strict).toEqual(policyIds)
  })

  test('that is a folder, or a link that leads nowhere, cannot be read', () => {
    const folder = join(temporaryFolder(), 'policies.json')
    mkdirSync(folder)
    expect(inWords({ KLARLAGT_POLICIES: folder })).toContain('EISDIR')
    const link = join(temporaryFolder(), 'policies.json')
    symlinkSync('/nowhere/at/all', link)
    expect(inWords({ KLARLAGT_POLICIES: link })).toContain('ENOENT')
    expect(read({ KLARLAGT_POLICIES: link }).strict).toEqual(policyIds)
  })
})

describe('what reg.exe prints', () => {
  const printed = (...values: string[]) =>
    [
      '',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Klarlagt',
      ...values.map((value) => `    ${value}`),
      '',
    ].join('\r\n')

  test.each<[string, string, Record<string, unknown>]>([
    ['a number', 'passphraseMinimum    REG_DWORD    0x10', { passphraseMinimum: 16 }],
    ['a yes', 'passphraseNeeded    REG_DWORD    0x1', { passphraseNeeded: true }],
    ['a no', 'demoAllowed    REG_DWORD    0x0', { demoAllowed: false }],
    ['a text', 'language    REG_SZ    en', { language: 'en' }],
    ['a path with spaces', 'archiveFolder    REG_SZ    H:\\Mina arkiv', { archiveFolder: 'H:\\Mina arkiv' }],
    ['a list', 'exportFormats    REG_MULTI_SZ    pdf|txt', { exportFormats: ['pdf', 'txt'] }],
    ['an empty list', 'exportFormats    REG_MULTI_SZ    ', { exportFormats: [] }],
    ['an empty list without its blanks', 'exportFormats    REG_MULTI_SZ', { exportFormats: [] }],
    [
      'a list of paths',
      'exportFolders    REG_MULTI_SZ    C:\\0\\a|D:\\b',
      { exportFolders: ['C:\\0\\a', 'D:\\b'] },
    ],
    ['other capitals', 'DEMOALLOWED    REG_DWORD    0x0', { demoAllowed: false }],
    ['a strange name', 'demo    REG_DWORD    0x0', { demo: false }],
    ['a value that is none', 'passphraseMinimum    REG_SZ    many', { passphraseMinimum: 'many' }],
    ['a type that is none', 'language    REG_BINARY    00ff', { language: null }],
    ['the nameless value', '(Default)    REG_SZ    (value not set)', {}],
  ])('%s', (_what, value, values) => expect(parseRegistry(printed(value))).toEqual(values))

  test('several values', () => {
    const values = ['language    REG_SZ    sv', 'lockAfterMinutes    REG_DWORD    0x5']
    expect(parseRegistry(printed(...values))).toEqual({ language: 'sv', lockAfterMinutes: 5 })
  })
})
