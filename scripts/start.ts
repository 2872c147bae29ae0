// `npm start`: builds if the sources have changed, then opens the desktop application. If Electron can't be had or no
// window can be opened, the same application is served on loopback for the browser, and a sentence says why.
// usage: npm start [-- --web]     --web serves at once
import { spawn } from 'node:child_process'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import envPaths from 'env-paths'
import open from 'open'
import { build } from './build.ts'
import { electronExecutable } from './electron.ts'
import { environment, root } from './run.ts'

interface Sentence {
  readonly sv: string
  readonly en: string
}

const asked: Sentence = {
  sv: 'Klarlagt visas i webbläsaren.',
  en: 'Klarlagt is shown in the browser.',
}
const noDisplay: Sentence = {
  sv: 'Här finns ingen skärm att öppna ett fönster på, så Klarlagt visas i webbläsaren i stället.',
  en: 'There is no display to open a window on, so Klarlagt is served for the browser instead.',
}
const asRoot: Sentence = {
  sv: 'Electron kan inte köras säkert som root, så Klarlagt visas i webbläsaren i stället.',
  en: 'Electron cannot keep its sandbox as root, so Klarlagt is served for the browser instead.',
}
const noElectron: Sentence = {
  sv: 'Electron gick inte att hämta, så Klarlagt visas i webbläsaren i stället.',
  en: 'Electron could not be had, so Klarlagt is served for the browser instead.',
}
const didNotStart: Sentence = {
  sv: 'Electron gick inte att starta på den här datorn, så Klarlagt visas i webbläsaren i stället.',
  en: 'Electron could not start on this machine, so Klarlagt is served for the browser instead.',
}

const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** Runs the window until it is closed. False if Electron ended at once without opening one. */
function openWindow(executable: string): Promise<boolean> {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn(executable, [root], { stdio: 'inherit', env: environment() })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => {
      const startedInVain = code !== 0 && performance.now() - began < 3_000
      if (!startedInVain) process.exitCode = code ?? 1
      resolve(!startedInVain)
    })
  })
}

/** Tries the desktop application; returns the reason if it has to be the browser. */
async function desktop(): Promise<Sentence | undefined> {
  if (process.argv.includes('--web')) return asked
  if (!hasDisplay) return noDisplay
  if (process.platform === 'linux' && process.getuid?.() === 0) return asRoot
  const executable = await electronExecutable()
  if (executable === undefined) return noElectron
  return (await openWindow(executable)) ? undefined : didNotStart
}

async function web(why: Sentence): Promise<void> {
  console.log(`${why.sv}\n${why.en}`)
  // Compiled code is kept for the next start, where loading the host then takes a third less time.
  enableCompileCache(join(root, '.cache', 'compiled'))
  // Only here, since it loads the database driver, which the desktop application's own processes do.
  const { serve } = await import('../main/web/serve.ts')
  const host = await serve({
    dataDir: envPaths('Klarlagt', { suffix: '' }).data,
    rendererDir: join(root, 'out', 'renderer'),
  })
  console.log(`\n  ${host.url}\n\nCtrl+C avslutar. / Ctrl+C ends it.`)
  if (hasDisplay)
    await open(host.url).catch(() =>
      console.log('Öppna adressen i en webbläsare. / Open the address in a browser.'),
    )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      host.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

if (await build({ force: false })) {
  const why = await desktop()
  if (why !== undefined) await web(why)
} else {
  process.exitCode = 1
}
