// `npm run try:electron -- PATH`: plays the story in the Electron at PATH, its folder or its executable. Electron 35 and newer
// run the core, database and all, in their own utility process, as the shipped program does; an older one gets Node 24 for it.
// With more arguments they choose other tests: npm run try:electron -- PATH security lock
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { display } from './display.ts'
import { runsCore } from './electron.ts'
import { run } from './run.ts'

const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron']

/** The executable at a path, or in the folder at it. */
function executableAt(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  if (!statSync(path).isDirectory()) return path
  return names.map((name) => join(path, name)).find((file) => existsSync(file))
}

/** Its version: of the file that every Electron comes with, or as it says itself. */
async function versionOf(executable: string): Promise<string> {
  const file = join(dirname(executable), 'version')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : (await run([executable, '--version'])).output
  return /\d+\.\d+\.\d+/.exec(text)?.[0] ?? ''
}

async function main(): Promise<number> {
  const [path, ...tests] = process.argv.slice(2)
  const executable = path === undefined ? undefined : executableAt(resolve(path))
  if (executable === undefined) {
    console.error(`${path === undefined ? 'Which Electron?' : `There is no Electron at ${path}.`}
usage: npm run try:electron -- PATH [TEST…]     PATH is Electron's folder or its executable`)
    return 2
  }
  const screen = await display()
  if ('reason' in screen) {
    console.error(`No window can be opened: ${screen.reason}.`)
    return 2
  }
  const version = await versionOf(executable)
  const own = runsCore(version)
  console.log(
    `Electron ${version || 'of an unknown version'}, the core in ${own ? 'its own process' : 'Node 24'}.`,
  )
  const chosen = tests.length > 0 ? tests : ['story.spec.ts']
  const { code } = await run([...screen.before, 'playwright', 'test', '--project=electron', ...chosen], {
    live: true,
    env: { KLARLAGT_TRY_ELECTRON: executable, KLARLAGT_TRY_OWN_CORE: own ? '1' : '0' },
  })
  return code
}

process.exitCode = await main()
