import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import { witnessed } from '../../witness/network.ts'
import type { Folders, Run } from './app.ts'

const root = join(import.meta.dirname, '..', '..', '..')

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The host has no output.')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error('The web host ended before it printed its address.')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** The web host as a process of its own, and a page of Chromium on it. */
export async function startWeb(
  browser: Browser,
  folders: Folders,
  options: BrowserContextOptions,
  now: string | undefined,
): Promise<Run> {
  const plain = [process.execPath, 'tests/e2e/host.ts', folders.data] as const
  const [program, ...args] = folders.witness === undefined ? plain : witnessed(folders.witness, [...plain])
  const startHost = () =>
    spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        KLARLAGT_POLICIES: join(folders.policies, 'policies.json'),
        ...(options.timezoneId === undefined ? {} : { TZ: options.timezoneId }),
        ...(now === undefined ? {} : { KLARLAGT_E2E_NOW: now }),
      },
    })
  let host = startHost()
  const address = await firstLine(host)
  const context = await browser.newContext({
    ...options,
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  })
  if (now !== undefined) await context.clock.setFixedTime(now)
  const page = await context.newPage()
  context.setDefaultTimeout(10_000)
  await page.goto(address)
  return {
    page,
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    copy: (text) => page.evaluate((written) => navigator.clipboard.writeText(written), text),
    exported: async (action) => {
      const [download] = await Promise.all([page.waitForEvent('download'), action()])
      const path = join(folders.downloads, download.suggestedFilename())
      await download.saveAs(path)
      return path
    },
    secondPage: async (prepare) => {
      const second = await context.newPage()
      await prepare?.(second)
      await second.goto(new URL('/', address).href)
      return second
    },
    kill: async () => {
      await end(host, 'SIGKILL')
      await context.close()
    },
    killCore: () => end(host, 'SIGKILL'),
    systemSays: () => Promise.reject(new Error('A browser is told nothing by the system.')),
    hostAgain: () => {
      host = startHost()
      return firstLine(host)
    },
    close: async () => {
      await context.close()
      await end(host, 'SIGTERM')
    },
  }
}
