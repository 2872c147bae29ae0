// `npm run build`: electron-vite builds main, preload and renderer into out/ (see electron.vite.config.ts).
// With --if-needed it does nothing if out/ was built from the current sources.
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, seconds } from './run.ts'

const stamp = join(root, 'out', '.sources')
const sources = [
  '{shared,main,renderer,templates}/**/*',
  'electron.vite.config.ts',
  'scripts/licences.ts',
  'package-lock.json',
]
const products = ['main/main.cjs', 'main/core-process.cjs', 'preload/preload.cjs', 'renderer/index.html']

/** A digest of every source file's path and content. */
function digest(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

export function missingProducts(): string[] {
  return products.filter((file) => !existsSync(join(root, 'out', file)))
}

function isCurrent(now: string): boolean {
  return missingProducts().length === 0 && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
}

/** Builds unless out/ is current. Returns whether out/ can be used. */
export async function build(options: { readonly force: boolean }): Promise<boolean> {
  const now = digest()
  if (!options.force && isCurrent(now)) return true
  rmSync(stamp, { force: true })
  const outcome = await run(['electron-vite', 'build', '--logLevel', 'warn'])
  const missing = missingProducts()
  if (outcome.code !== 0 || missing.length > 0) {
    console.error(outcome.output.trimEnd())
    if (missing.length > 0) console.error(`The build did not write ${missing.join(', ')}.`)
    return false
  }
  writeFileSync(stamp, now)
  console.log(`✓ build  ${seconds(outcome.milliseconds)}`)
  return true
}

if (import.meta.main) {
  const good = await build({ force: !process.argv.includes('--if-needed') })
  process.exitCode = good ? 0 : 1
}
