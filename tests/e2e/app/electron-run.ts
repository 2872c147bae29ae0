import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron as electron } from '@playwright/test'
import { testElectron } from '../../../scripts/electron.ts'
import { packaged } from '../../../scripts/packaging/for-tests.ts'
import { witnessed } from '../../witness/network.ts'
import type { Folders, Run } from './app.ts'
import { coresOf } from './processes.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** A program that starts Electron under the eyes of the witness: Playwright puts arguments of its own before ours. */
function witnessedElectron(folder: string, executable: string): string {
  const path = join(folder, '..', 'electron')
  writeFileSync(path, `#!/bin/sh\nexec ${witnessed(folder, [executable]).join(' ')} "$@"\n`, {
    mode: 0o755,
  })
  return path
}

export type Program = 'built' | 'packaged'

const programs: Readonly<
  Record<Program, { executable: string; args: string[]; env: Record<string, string> }>
> = {
  built: { executable: testElectron, args: [join(root, 'out', 'main', 'main.cjs')], env: {} },
  packaged: { executable: packaged.driven, args: [], env: { KLARLAGT_CORE_FILES: packaged.files } },
}

/** Real Electron on the built program, or the finished program itself. */
export async function startElectron(folders: Folders, program: Program): Promise<Run> {
  const { executable, args, env } = programs[program]
  const application = await electron.launch({
    executablePath:
      folders.witness === undefined ? executable : witnessedElectron(folders.witness, executable),
    args: [
      '--no-sandbox',
      // Without a graphics card, Electron 33 hangs at its first page in 3 starts of 100 while its GPU process gives up.
      '--disable-gpu',
      ...args,
      `--user-data-dir=${folders.data}/electron`,
    ],
    env: {
      ...process.env,
      ...env,
      ...(process.env.KLARLAGT_TRY_OWN_CORE === '1' ? {} : { KLARLAGT_CORE_NODE: process.execPath }),
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
