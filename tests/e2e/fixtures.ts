// The application under test, the same to a spec whether it runs in Chromium against the web host or in real Electron.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, test as base, _electron as electron, type Page } from '@playwright/test'
import { testElectron } from '../../scripts/electron.ts'

export interface App {
  readonly page: Page
  readonly kind: 'web' | 'electron'
  /** Where this test's application keeps its settings and archives. */
  readonly dataDir: string
}

interface Options {
  kind: 'web' | 'electron'
}

const root = join(import.meta.dirname, '..', '..')

interface Started {
  readonly page: Page
  close(): Promise<void>
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The host has no output.')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('The web host ended before it printed its address.')
}

async function startWeb(browser: Browser, dataDir: string): Promise<Started> {
  const host = spawn(process.execPath, ['tests/e2e/host.ts', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' })
  const page = await context.newPage()
  await page.goto(await firstLine(host))
  return {
    page,
    close: async () => {
      await context.close()
      if (host.exitCode === null) {
        host.kill()
        await once(host, 'exit')
      }
    },
  }
}

async function startElectron(dataDir: string): Promise<Started> {
  const application = await electron.launch({
    executablePath: testElectron,
    args: ['--no-sandbox', join(root, 'out', 'main', 'main.cjs'), `--user-data-dir=${dataDir}`],
    env: { ...process.env, KLARLAGT_CORE_NODE: process.execPath },
  })
  return { page: await application.firstWindow(), close: () => application.close() }
}

export const test = base.extend<Options & { app: App }>({
  kind: ['web', { option: true }],
  app: async ({ kind, browser }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'klarlagt-e2e-'))
    const started = kind === 'web' ? await startWeb(browser, dataDir) : await startElectron(dataDir)
    await use({ page: started.page, kind, dataDir })
    await started.close()
    rmSync(dataDir, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
