import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron as electron } from '@playwright/test'
import { testElectron } from '../../../scripts/electron.ts'
import { witnessed } from '../../witness/network.ts'
import type { Folders, Run } from './app.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** What /proc says of a process, or nothing where it has ended meanwhile. */
function procFile(pid: string, name: string): string {
  try {
    return readFileSync(join('/proc', pid, name), 'utf8')
  } catch {
    return ''
  }
}

/** The ids of the core processes among the children of a process. */
export function coresOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => new RegExp(`^PPid:\\s*${parent}$`, 'm').test(procFile(pid, 'status')))
    .filter((pid) => procFile(pid, 'cmdline').includes('core-process.cjs'))
    .map(Number)
}

/** A program that starts Electron under the eyes of the witness: Playwright puts arguments of its own before ours. */
function witnessedElectron(folder: string): string {
  const path = join(folder, '..', 'electron')
  writeFileSync(path, `#!/bin/sh\nexec ${witnessed(folder, [testElectron]).join(' ')} "$@"\n`, {
    mode: 0o755,
  })
  return path
}

/** Real Electron on the built program. */
export async function startElectron(folders: Folders): Promise<Run> {
  const application = await electron.launch({
    executablePath: folders.witness === undefined ? testElectron : witnessedElectron(folders.witness),
    args: [
      '--no-sandbox',
      // Without a graphics card, Electron 33 hangs at its first page in 3 starts of 100 while its GPU process gives up.
      '--disable-gpu',
      join(root, 'out', 'main', 'main.cjs'),
      `--user-data-dir=${folders.data}/electron`,
    ],
    env: {
      ...process.env,
      KLARLAGT_CORE_NODE: process.execPath,
      KLARLAGT_DATA_DIR: folders.data,
      KLARLAGT_POLICIES: join(folders.policies, 'policies.json'),
      KLARLAGT_DOWNLOAD_DIR: folders.downloads,
    },
  })
  const page = await application.firstWindow()
  page.setDefaultTimeout(10_000)
  const child = application.process()
  const killCore = () => {
    const { pid } = child
    if (pid === undefined) throw new Error('Electron has no process.')
    const cores = coresOf(pid)
    if (cores.length === 0) throw new Error('Electron has no core.')
    for (const core of cores) process.kill(core, 'SIGKILL')
  }
  let killed = false
  return {
    page,
    clipboard: () => application.evaluate(({ clipboard }) => clipboard.readText()),
    copy: (text) => application.evaluate(({ clipboard }, written) => clipboard.writeText(written), text),
    exported: async (action) => {
      // The ear is in place before anything is said: a small file is written before a second call to main could arrive.
      const heard = await application.evaluateHandle(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows()
        if (window === undefined) throw new Error('There is no window.')
        const path = new Promise<string>((resolve, reject) => {
          window.webContents.session.once('will-download', (_event, item) => {
            item.once('done', (_done, state) =>
              state === 'completed' ? resolve(item.getSavePath()) : reject(new Error(state)),
            )
          })
        })
        return { path }
      })
      await action()
      return heard.evaluate(({ path }) => path)
    },
    secondPage: () => Promise.reject(new Error('The desktop program has one window.')),
    kill: async () => {
      killed = true
      const ended = once(child, 'exit')
      killCore()
      child.kill('SIGKILL')
      await ended
    },
    killCore: () => Promise.resolve(killCore()),
    systemSays: (event) =>
      application.evaluate(({ powerMonitor }, said) => {
        powerMonitor.emit(said)
      }, event),
    hostAgain: () => Promise.reject(new Error('The desktop program starts its core again by itself.')),
    close: async () => {
      if (!killed) await application.close()
    },
  }
}
