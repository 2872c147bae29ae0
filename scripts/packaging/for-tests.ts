// The finished program for tests: as it ships, but with the tests' Electron; and a copy of it that a test can drive.
import { cpSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { extractAll } from '@electron/asar'
import { flipFuses } from '@electron/fuses'
import { testElectron } from '../electron.ts'
import { root } from '../run.ts'
import { fuseConfig, fuseCount, fusesForTests } from './fuses.ts'
import { packUnpacked, unpackedElectron, unpackedFolder } from './pack.ts'

const cache = join(root, '.cache', 'packaged')
const shipped = unpackedFolder(cache)
const driven = join(cache, 'driven')

export const packaged = {
  /** The program as it ships: its folder and its executable. */
  folder: shipped,
  executable: join(shipped, 'klarlagt'),
  archive: join(shipped, 'resources', 'app.asar'),
  /** The same archive, but a debugger may attach: that one fuse is turned. */
  driven: join(driven, 'klarlagt'),
  drivenArchive: join(driven, 'resources', 'app.asar'),
  /** What the archive holds, as files, for the Node that runs the core in place of the tests' old Electron. */
  files: join(cache, 'files'),
} as const

/** Makes all of them from out/. */
async function packForTests(): Promise<void> {
  rmSync(cache, { recursive: true, force: true })
  await packUnpacked(unpackedElectron(dirname(testElectron)), cache)
  cpSync(shipped, driven, { recursive: true })
  await flipFuses(packaged.driven, fuseConfig(fusesForTests, await fuseCount(packaged.driven)))
  extractAll(packaged.archive, packaged.files)
}

if (import.meta.main) await packForTests()
