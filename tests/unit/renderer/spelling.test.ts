import { expect, test } from 'vitest'
import { hasSystemSpeller, spellingMenu } from '../../../main/electron/spelling.ts'
import { checksSpelling, spellerOf } from '../../../renderer/base/spelling.ts'

const agents = {
  chrome:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
  safari:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
}

test.each([
  ['the desktop on Windows', { kind: 'electron', platform: 'windows' }, agents.chrome, 'system', true],
  ['the desktop on a Mac', { kind: 'electron', platform: 'mac' }, agents.chrome, 'system', true],
  ['the desktop on Linux', { kind: 'electron', platform: 'linux' }, agents.chrome, 'linux', false],
  ['Firefox', { kind: 'web', platform: 'windows' }, agents.firefox, 'browser', true],
  ['Safari', { kind: 'web', platform: 'mac' }, agents.safari, 'browser', true],
  ['Chrome, which may send the text', { kind: 'web', platform: 'windows' }, agents.chrome, 'sends', false],
  ['Edge, which may send the text', { kind: 'web', platform: 'windows' }, agents.edge, 'sends', false],
] as const)('%s has the speller that stays on the machine, or none', (_, host, agent, speller, checks) => {
  expect(spellerOf(host, agent)).toBe(speller)
  expect(checksSpelling(speller)).toBe(checks)
})

test.each([
  ['darwin', true],
  ['win32', true],
  ['linux', false],
  ['freebsd', false],
] as const)('the system’s speller is used on %s: %s', (platform, uses) => {
  expect(hasSystemSpeller(platform)).toBe(uses)
})

test('a word that the speller does not know has its suggestions, or says that there are none', () => {
  const replaced: string[] = []
  const [first, ...others] = spellingMenu(
    ['planering', 'planeringen'],
    (word) => replaced.push(word),
    'Inga förslag',
  )
  expect([first, ...others].map((item) => item?.label)).toEqual(['planering', 'planeringen'])
  expect(spellingMenu([], () => undefined, 'Inga förslag')).toEqual([
    { label: 'Inga förslag', enabled: false },
  ])
})
