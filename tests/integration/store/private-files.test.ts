// On a machine that several people use, nobody but the owner can read an archive's files, not even encrypted.
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWindowState } from '../../../main/electron/window-state.ts'
import { keptPort } from '../../../main/web/kept-port.ts'
import { ruleNote } from '../../unit/rules/rule-pack.ts'
import { bundle, klarlagt } from '../cli/support.ts'
import { passphrase, startCore, startWithArchive, temporaryFolder } from '../core/support.ts'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** Every file of a folder with its mode. */
const modesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((file) => [file, modeOf(join(folder, file))]))

test('an archive that is made, its log and its key are the owner’s alone, and so is their folder @security-files', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const { path } = await startWithArchive({ dataDir })
  expect(modesIn(dirname(path))).toEqual({
    'latest.json': '600',
    'prov.klarlagt': '600',
    'prov.klarlagt-wal': '600',
    'prov.klarlagt.key': '600',
  })
  expect(modeOf(dataDir)).toBe('700')
})

test('an archive of an older version, or a copy that others may read, is closed to them when it is opened @security-files', async () => {
  const { core, path, dataDir } = await startWithArchive()
  await core.close()
  for (const file of [path, `${path}.key`]) chmodSync(file, 0o644)
  chmodSync(dataDir, 0o755)

  const { client } = startCore({ dataDir })
  await client.archive.open({ path, passphrase })
  expect(modesIn(dataDir)).toMatchObject({ 'prov.klarlagt': '600', 'prov.klarlagt.key': '600' })
  expect(modeOf(dataDir)).toBe('700')
})

test('a folder of somebody else’s choosing keeps its mode', async () => {
  const shared = join(temporaryFolder(), 'delad')
  mkdirSync(shared)
  chmodSync(shared, 0o755)
  const { client } = startCore({ archivePath: join(shared, 'ett.klarlagt') })
  await client.archive.create({ name: 'Ett', user: { name: 'Anna Ek', role: 'utredare' }, passphrase })
  expect(modeOf(shared)).toBe('755')
  expect(modesIn(shared)).toMatchObject({ 'ett.klarlagt': '600', 'ett.klarlagt.key': '600' })
})

test('what the program keeps beside the archives is the owner’s alone @security-files', () => {
  const folder = join(temporaryFolder(), 'data')
  keptPort(folder).write(4000)
  writeWindowState(folder, { width: 1280, height: 800, maximized: false })
  expect(modesIn(folder)).toEqual({ 'ports.json': '600', 'window-state.json': '600' })
  expect(modeOf(folder)).toBe('700')
})

test('an entry that the command line writes out in clear is the owner’s alone, and a file that was there keeps its mode', async () => {
  const folder = temporaryFolder()
  const there = join(folder, 'fanns.txt')
  writeFileSync(there, '')
  chmodSync(there, 0o640)
  const entry = [bundle('r01-ratt'), '--note', ruleNote('r01-ratt', 'plan'), '--format', 'txt']
  for (const out of ['ny.txt', 'fanns.txt'])
    expect(await klarlagt(['export', ...entry, '--out', join(folder, out)])).toMatchObject({ code: 0 })
  expect(modesIn(folder)).toEqual({ 'ny.txt': '600', 'fanns.txt': '640' })
})
