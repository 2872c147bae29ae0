// `npm run dist`: the program to install, for the system that this runs on, into dist/. What a target needs and cannot be had
// is said in a sentence, and the others are made all the same.
// usage: npm run dist [-- --dir]      --dir: only the unpacked program
//   KLARLAGT_ELECTRON_DIST=FOLDER     build with this unpacked Electron instead of the one that the electron package fetches
import { rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { build } from './build.ts'
import { electronFolder } from './electron.ts'
import { packagingConfig, targetsHere } from './packaging/config.ts'
import { linuxTargets, type Made } from './packaging/linux.ts'
import { packUnpacked, type UnpackedElectron, unpackedElectron, wrap } from './packaging/pack.ts'
import { root } from './run.ts'
import { writeSbom } from './sbom.ts'

const output = join(root, 'dist')

/** What a failed look-up or connection looks like, by its code: the rest are faults. */
const unreachable =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|UND_ERR_.*)$/

function isUnreachable(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    unreachable.test(error.code)
  )
}

async function make(target: string, unpacked: string, electron: UnpackedElectron): Promise<Made> {
  const own = process.platform === 'linux' ? linuxTargets[target] : undefined
  if (own !== undefined)
    return own({ unpacked, output, version: manifest.version, config: packagingConfig().linux })
  try {
    const [file] = await wrap(target, unpacked, electron, output)
    return file === undefined ? { missing: 'what electron-builder makes it with' } : { file }
  } catch (error) {
    if (isUnreachable(error))
      return { missing: `a tool that electron-builder downloads for it (${error.message})` }
    throw error
  }
}

function megabytes(file: string): string {
  return `${(statSync(file).size / 1e6).toFixed(1)} MB`
}

/** Makes each target in turn. Returns whether none failed for another reason than what cannot be had here. */
async function makeAll(unpacked: string, electron: UnpackedElectron): Promise<boolean> {
  let good = true
  for (const target of targetsHere()) {
    try {
      const made = await make(target, unpacked, electron)
      console.log(
        'file' in made
          ? `✓ ${target}: ${basename(made.file)}, ${megabytes(made.file)}`
          : `– ${target} was not made, since ${made.missing} cannot be had here.`,
      )
    } catch (error) {
      good = false
      console.error(`✖ ${target}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return good
}

async function main(): Promise<boolean> {
  // Whoever installs the program reads its files, whatever the builder's own files are like.
  process.umask(0o022)
  const folder = process.env.KLARLAGT_ELECTRON_DIST ?? (await electronFolder())
  if (folder === undefined) {
    console.error(
      'Nothing was made, since Electron could not be downloaded; KLARLAGT_ELECTRON_DIST may name a folder with one unpacked.',
    )
    return false
  }
  if (!(await build({ force: true }))) return false
  rmSync(output, { recursive: true, force: true })
  const electron = unpackedElectron(folder)
  const unpacked = await packUnpacked(electron, output)
  await writeSbom(join(output, `klarlagt-${manifest.version}.cdx.json`))
  console.log(`✓ the unpacked program, with Electron ${electron.version}: ${unpacked}`)
  return process.argv.includes('--dir') || makeAll(unpacked, electron)
}

process.exitCode = (await main()) ? 0 : 1
