// The application under test, the same to a spec whether it runs in Chromium against the web host or in real Electron.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContextOptions, test as base, expect } from '@playwright/test'
import { canWitness, reachedOutside } from '../witness/network.ts'
import { type App, appOf, type Kind } from './app/app.ts'
import { type Program, startElectron } from './app/electron-run.ts'
import { passphrase, type Seed, type Start, seedArchive } from './app/start-state.ts'
import { startWeb } from './app/web-run.ts'
import { caseTree } from './parts/case-tree.ts'
import { welcome } from './parts/welcome.ts'

export type { App } from './app/app.ts'

interface Options {
  kind: Kind
  /** Which desktop program is started: the one that is built here, or the finished one. */
  program: Program
  /** What stands when the test begins. */
  start: Start
  /** What stands in an archive that is there. */
  seed: Seed
  /** How the browser differs from the usual one; the desktop program takes none of it. */
  contextChanges: BrowserContextOptions
  /** Whether a witness watches what the program asks of the network: it must ask nothing beyond this machine. */
  witnessed: boolean
  /** What stands in the agency's file of policies: its text, or a value that is written as JSON. None without it. */
  policies: { readonly file: unknown }
  /** When it is, for host and page in the browser, where a picture must not change with the calendar. */
  now: string | undefined
}

/** A machine without the witness runs the same tests without it; one that must have it (`.ci/run`) does not go on. */
function witnessIsThere(): boolean {
  if (!canWitness && process.env.KLARLAGT_REQUIRE_READERS === '1')
    throw new Error('strace must be installed: KLARLAGT_REQUIRE_READERS is set')
  return canWitness
}

/** Writes the agency's file of policies in a folder; none for undefined. */
function writePolicies(folder: string, file: unknown): void {
  if (file === undefined) return
  writeFileSync(join(folder, 'policies.json'), typeof file === 'string' ? file : JSON.stringify(file))
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
  program: ['built', { option: true }],
  start: ['first-start', { option: true }],
  seed: [{ cases: [] }, { option: true }],
  contextChanges: [{}, { option: true }],
  witnessed: [false, { option: true }],
  policies: [{ file: undefined }, { option: true }],
  now: [undefined, { option: true }],
  app: async ({ kind, program, start, seed, contextChanges, witnessed, policies, now, browser }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-e2e-'))
    const folders = {
      data: join(folder, 'data'),
      downloads: join(folder, 'downloads'),
      policies: join(folder, 'etc'),
      witness: witnessed && witnessIsThere() ? join(folder, 'witness') : undefined,
    }
    for (const each of Object.values(folders)) if (each !== undefined) mkdirSync(each)
    writePolicies(folders.policies, policies.file)
    if (start === 'archive' || start === 'locked') await seedArchive(folders.data, seed)
    const context = { viewport: { width: 1280, height: 800 }, locale: 'sv-SE', ...contextChanges }
    const run = () =>
      kind === 'web' ? startWeb(browser, folders, context, now) : startElectron(folders, program)
    const { app, close } = appOf(kind, folders, await run(), run)
    try {
      await enter(app, start)
      await use(app)
    } finally {
      // Also where it never came to begin: what was left running made all that follows slower.
      await close()
    }
    if (folders.witness !== undefined) expect(await reachedOutside(folders.witness)).toEqual([])
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

export { expect } from '@playwright/test'
