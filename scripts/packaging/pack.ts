// Puts the program together with electron-builder, and wraps it: what `npm run dist` and the tests share.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Arch, build as builder, type Configuration, Platform } from 'electron-builder'
import { root } from '../run.ts'
import { writeIcons } from './icons.ts'

/** An unpacked Electron, of the system that we run on. */
export interface UnpackedElectron {
  readonly folder: string
  readonly version: string
}

export function unpackedElectron(folder: string): UnpackedElectron {
  return { folder, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') }
}

const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64

function configuration({ folder, version }: UnpackedElectron, output: string): Configuration {
  return { electronDist: folder, electronVersion: version, directories: { output } }
}

const systems: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac', win32: 'win' }

/** The unpacked program's folder, as electron-builder names it. */
export function unpackedFolder(output: string): string {
  const of = systems[process.platform] ?? process.platform
  const suffix = process.arch === 'arm64' ? '-arm64' : ''
  return join(output, process.platform === 'darwin' ? `mac${suffix}` : `${of}${suffix}-unpacked`)
}

/** Makes the unpacked program of what is built in out/; gives its folder. */
export async function packUnpacked(electron: UnpackedElectron, output: string): Promise<string> {
  writeIcons()
  await builder({
    projectDir: root,
    targets: Platform.current().createTarget('dir', arch),
    config: configuration(electron, output),
    publish: 'never',
  })
  return unpackedFolder(output)
}

/** Wraps an unpacked program as one target of electron-builder's; gives the files. */
export async function wrap(
  target: string,
  unpacked: string,
  electron: UnpackedElectron,
  output: string,
): Promise<string[]> {
  return builder({
    projectDir: root,
    targets: Platform.current().createTarget(target, arch),
    prepackaged: process.platform === 'darwin' ? join(unpacked, 'Klarlagt.app') : unpacked,
    config: configuration(electron, output),
    publish: 'never',
  })
}
