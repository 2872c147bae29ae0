// LHC-Forms, a reader of FHIR's forms that others have written (https://lhncbc.github.io/lforms/), for a test that shows what
// we export. It is no dependency, since the Angular that it asks for keeps npm busy without end: its package alone is taken
// from the registry, once, and what we need of it unpacked into .cache.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './run.ts'

const version = '40.1.3'
/** As the registry states it (`npm view lforms@40.1.3 dist.integrity`). */
const sha512 = 'WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ=='
const cache = join(root, '.cache')
export const lformsFolder = join(cache, `lforms-${version}`)

async function must(command: readonly string[], cwd: string): Promise<void> {
  // Under `npm test` the outer npm's settings would reach the inner one.
  const env = {
    npm_config_local_prefix: undefined,
    npm_config_prefix: undefined,
    npm_config_strict_allow_scripts: undefined,
  }
  const { code, output } = await run(command, { cwd, env })
  if (code !== 0) throw new Error(`${command.join(' ')} failed: ${output.trim()}`)
}

/** The folder of LHC-Forms, fetched and unpacked where it is not there yet. */
export async function ensureLforms(): Promise<string> {
  if (existsSync(lformsFolder)) return lformsFolder
  mkdirSync(cache, { recursive: true })
  const fresh = mkdtempSync(join(cache, 'unpacking-lforms-'))
  try {
    await must(['npm', 'pack', '--silent', `lforms@${version}`], fresh)
    const file = join(fresh, `lforms-${version}.tgz`)
    const digest = createHash('sha512').update(readFileSync(file)).digest('base64')
    if (digest !== sha512)
      throw new Error(`lforms ${version} is not the package that was chosen: its digest differs.`)
    const wanted = ['webcomponent', 'fhir/R5'].map((part) => `package/dist/lforms/${part}`)
    await must(['tar', '-xzf', file, '--strip-components=3', ...wanted], fresh)
    rmSync(file)
    try {
      renameSync(fresh, lformsFolder)
    } catch (error) {
      // Another process got there first, and its folder will do.
      if (!existsSync(lformsFolder)) throw error
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return lformsFolder
}

if (import.meta.main) console.log(await ensureLforms())
