// The browser for tests and pictures: CHROMIUM if it is set, otherwise the one in @sparticuz/chromium, unpacked once
// into .cache with the few libraries and fonts that a bare machine lacks. The package unpacks to a fixed folder in the temp
// directory and takes a half-written file for a whole one, so we unpack in a process with a temp directory of its own and
// rename the finished folder.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run } from './run.ts'

const packageFolder = join(root, 'node_modules', '@sparticuz', 'chromium')
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
  version: string
}
const cache = join(root, '.cache')
const folder = join(cache, `chromium-${version}`)

/** `--no-sandbox` because the browser shows only our own pages, and must start as root in containers. */
export const chromiumArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--font-render-hinting=none',
]

/** The path of the browser, once `ensureChromium` has run. */
export function chromiumPath(): string {
  return process.env.CHROMIUM || join(folder, 'chromium')
}

/**
 * The environment that the browser is launched with: Playwright's `launchOptions.env`. It has the fonts that come with
 * the package and no others, so that pictures come out the same on every machine.
 */
export function chromiumEnvironment(): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  if (process.env.CHROMIUM) return env
  const libraries = [join(folder, 'al2023', 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { ...env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') }
}

export async function ensureChromium(): Promise<string> {
  const path = chromiumPath()
  if (existsSync(path)) return path
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM names ${path}, which does not exist.`)
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'unpacking-chromium-'))
  try {
    await unpackInto(fresh)
    try {
      renameSync(fresh, folder)
    } catch (error) {
      // Another process got there first, and its folder will do.
      if (!existsSync(path)) throw error
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return path
}

async function unpackInto(fresh: string): Promise<void> {
  const script = `
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(${JSON.stringify(join(packageFolder, 'bin', 'al2023.tar.br'))})`
  const outcome = await run(['node', '--input-type=module', '--eval', script], { env: { TMPDIR: fresh } })
  if (outcome.code !== 0) throw new Error(`Chromium could not be unpacked: ${outcome.output.trim()}`)
  const fonts = pathToFileURL(join(folder, 'fonts')).pathname
  writeFileSync(
    join(fresh, 'fonts.conf'),
    `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>\n`,
  )
}

if (import.meta.main) console.log(await ensureChromium())
