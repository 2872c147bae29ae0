// The folder of an archive that disappears, comes back as another, fills up or turns read-only: no save is acknowledged that is
// not kept, and the same save goes through when it can.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  anna,
  caseDetails,
  needTemplate,
  passphrase,
  refused,
  startCore,
  temporaryFolder,
} from './support.ts'

/** Root may mount a small disk of memory; without root those tests have nothing to stand on. */
const mountTest = test.runIf(process.getuid?.() === 0 && canMount())

function canMount(): boolean {
  const folder = join('/tmp', `klarlagt-mount-${process.pid}`)
  try {
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An archive on a drive of its own, with a note, and how the note is saved. */
async function onDrive(drive: string) {
  const path = join(drive, 'arkiv.klarlagt')
  const { client, core } = startCore({ archivePath: path })
  await client.archive.create({ name: 'Arkiv', user: anna, passphrase })
  const { id: caseId } = await client.cases.create(caseDetails())
  const { id } = await client.notes.create({ caseId, templateId: needTemplate })
  let baseRevision = 1
  const save = async (text: string) => {
    baseRevision = (await client.notes.save({ id, baseRevision, answers: { motivering: text } })).revision
  }
  const saved = async () => (await client.notes.get({ id })).answers.motivering
  const codeOf = async (text: string) => (await refused(save(text))).code
  return { client, core, path, save, saved, codeOf }
}

/** How a call is refused; nothing where it goes through. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  const goesThrough = await call.then(
    () => true,
    () => false,
  )
  return goesThrough ? '' : (await refused(call)).code
}

test('a folder that disappears refuses each save, and takes it when it is back', async () => {
  const drive = join(temporaryFolder(), 'enhet')
  mkdirSync(drive)
  const { core, save, saved, codeOf } = await onDrive(drive)
  await save('före')
  renameSync(drive, `${drive}-borta`)
  expect([await codeOf('under'), await codeOf('under')]).toEqual(['STORE_UNREACHABLE', 'STORE_UNREACHABLE'])
  renameSync(`${drive}-borta`, drive)
  await save('efter')
  expect(await saved()).toBe('efter')
  expect(await core.verify()).toEqual([])
})

test('a folder that comes back as another, as a network drive may, is opened anew, and the save goes through', async () => {
  const drive = join(temporaryFolder(), 'enhet')
  mkdirSync(drive)
  const { core, save, saved, codeOf } = await onDrive(drive)
  await save('före')
  cpSync(drive, `${drive}-igen`, { recursive: true })
  renameSync(drive, `${drive}-borta`)
  expect(await codeOf('under')).toBe('STORE_UNREACHABLE')
  renameSync(`${drive}-igen`, drive)
  // The first finds it, and the next gets through: the window tries again by itself.
  expect(await codeOf('under')).toBe('STORE_UNREACHABLE')
  await save('efter')
  expect(await saved()).toBe('efter')
  expect(await core.verify()).toEqual([])
})

function mounted(size: string): string {
  const drive = join(temporaryFolder(), 'enhet')
  mkdirSync(drive)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', drive])
  onTestFinished(() => {
    execFileSync('umount', ['-l', drive])
  })
  return drive
}

mountTest('a disk that is full refuses the save, and takes it when there is room', async () => {
  const drive = mounted('3m')
  const { core, save, saved } = await onDrive(drive)
  await save('före')
  execFileSync('sh', ['-c', 'cat /dev/zero > "$0/fyllning" 2>/dev/null; true', drive])
  let code = ''
  for (let turn = 0; code === '' && turn < 200; turn += 1)
    code = await refusalOf(save(`${turn} `.repeat(20_000)))
  expect(code).toBe('DISK_FULL')
  rmSync(join(drive, 'fyllning'))
  await save('efter')
  expect(await saved()).toBe('efter')
  expect(await core.verify()).toEqual([])
})

mountTest(
  'a disk that turns read-only refuses the save, and takes it when it can be written again',
  async () => {
    const drive = mounted('8m')
    const { core, client, path, save, saved } = await onDrive(drive)
    await save('före')
    await client.archive.close()
    execFileSync('mount', ['-o', 'remount,ro', drive])
    expect(await refused(client.archive.open({ path, passphrase }))).toMatchObject({
      code: 'STORE_UNREACHABLE',
    })
    execFileSync('mount', ['-o', 'remount,rw', drive])
    await client.archive.open({ path, passphrase })
    await save('efter')
    expect(await saved()).toBe('efter')
    expect(await core.verify()).toEqual([])
  },
)
