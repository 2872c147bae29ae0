// The application under test, the same to a spec whether it runs in Chromium against the web host or in real Electron.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContextOptions, test as base } from '@playwright/test'
import { type App, appOf, type Kind } from './app/app.ts'
import { startElectron } from './app/electron-run.ts'
import { passphrase, type SeedCase, type Start, seedArchive } from './app/start-state.ts'
import { startWeb } from './app/web-run.ts'
import { caseTree } from './parts/case-tree.ts'
import { welcome } from './parts/welcome.ts'

export type { App } from './app/app.ts'

interface Options {
  kind: Kind
  /** What stands when the test begins. */
  start: Start
  /** The cases of an archive that is there; in a box, since Playwright takes a bare list for something of its own. */
  seed: { readonly cases: readonly SeedCase[] }
  /** How the browser differs from the usual one; the desktop program takes none of it. */
  contextChanges: BrowserContextOptions
  /** When it is, for host and page in the browser, where a picture must not change with the calendar. */
  now: string | undefined
}

/** Goes through the welcome page as a user would, to where the test begins. */
async function enter(app: App, start: Start): Promise<void> {
  if (start === 'first-start' || start === 'locked') return
  if (start === 'demo') await welcome(app.page).tryDemo()
  else await welcome(app.page).open(passphrase)
  await caseTree(app.page).ready()
}

export const test = base.extend<Options & { app: App }>({
  kind: ['web', { option: true }],
  start: ['first-start', { option: true }],
  seed: [{ cases: [] }, { option: true }],
  contextChanges: [{}, { option: true }],
  now: [undefined, { option: true }],
  app: async ({ kind, start, seed, contextChanges, now, browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-e2e-'))
    const folders = { data: join(folder, 'data'), downloads: join(folder, 'downloads') }
    mkdirSync(folders.data)
    mkdirSync(folders.downloads)
    if (start === 'archive' || start === 'locked') await seedArchive(folders.data, seed.cases)
    const context = { viewport: { width: 1280, height: 800 }, locale: 'sv-SE', ...contextChanges }
    const run = () => (kind === 'web' ? startWeb(browser, folders, context, now) : startElectron(folders))
    const { app, close } = appOf(kind, folders, await run(), run)
    await enter(app, start)
    await use(app)
    await close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect } from '@playwright/test'
