// `npm run dev`: builds into out/ on every change, and shows the program as it is shipped, its page's policy included. The
// window is reloaded when the page alone has changed, and else opened again. Without a display or Electron the same is
// served to a browser: reload the page there to see a change.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { build } from './build.ts'
import { electronExecutable } from './electron.ts'
import { environment, root } from './run.ts'

function start(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, {
    cwd: root,
    env: environment(),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

const houses = ['shared', 'main', 'renderer', 'templates'] as const
type House = (typeof houses)[number]
const QUIET_MS = 200

/** Builds anew when files of ours have changed, and then tells in which houses. A change that does not build is shown and waits for the next. */
function onBuilt(changed: (where: ReadonlySet<House>) => void): void {
  const waiting = new Set<House>()
  let timer: NodeJS.Timeout | undefined
  let building = false
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void again(), QUIET_MS)
  }
  const again = async () => {
    if (building) return later()
    building = true
    const where = new Set(waiting)
    waiting.clear()
    if (await build({ force: false })) changed(where)
    else for (const house of where) waiting.add(house)
    building = false
  }
  for (const house of houses)
    watch(join(root, house), { recursive: true }, () => {
      waiting.add(house)
      later()
      // An editor's temporary file may be gone before it can be looked at.
    }).on('error', later)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0))
    })
  })
}

/** The window, reloaded and started again as its files change. */
async function showWindow(executable: string): Promise<void> {
  const port = await freePort()
  const open = () => {
    const child = start(executable, [root, `--remote-debugging-port=${port}`])
    // Closed by hand; one that is being replaced has lost this listener.
    child.on('exit', (code) => process.exit(code ?? 1))
    return child
  }
  let window = open()
  const openAgain = () => {
    window.removeAllListeners('exit')
    window.once('exit', () => {
      window = open()
    })
    window.kill()
  }
  const reload = async () => {
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    for (const page of browser.contexts().flatMap((context) => context.pages())) await page.reload()
    await browser.close()
  }
  onBuilt((where) => {
    if ([...where].some((house) => house !== 'renderer')) openAgain()
    else reload().catch((error: unknown) => console.error('The window was not reloaded.', error))
  })
  process.on('exit', () => window.kill())
}

const canOpen = process.platform !== 'linux' || (Boolean(process.env.DISPLAY) && process.getuid?.() !== 0)
const executable = canOpen && !process.argv.includes('--web') ? await electronExecutable() : undefined
if (!(await build({ force: false }))) process.exitCode = 1
else if (executable !== undefined) await showWindow(executable)
else {
  const host = start('node', ['--watch', 'scripts/start.ts', '--web'])
  host.on('exit', (code) => process.exit(code ?? 1))
  process.on('exit', () => host.kill())
  // The host serves the page from out/; what runs in it is restarted by Node itself.
  onBuilt(() => console.log('✓ built: reload the page'))
}
