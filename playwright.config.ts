// The same specs run in two projects: `web` (the web host in Chromium) and `electron` (real Electron, where it is in place:
// scripts/test.ts sees to it, or `npm run test:e2e:prepare`). The `kind` option tells the fixtures which one it is.
import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { chromiumArguments, chromiumEnvironment, chromiumPath } from './scripts/chromium.ts'
import { testElectron } from './scripts/electron.ts'

interface Options {
  kind: 'web' | 'electron'
}

const web = {
  name: 'web',
  use: { kind: 'web' as const },
  // The README's pictures are what the pictures' spec compares with; `npm run pictures` makes them anew.
  snapshotPathTemplate: 'docs/pictures/{arg}{ext}',
  // Only the desktop program has a window of its own.
  testIgnore: '**/*-electron.spec.ts',
}
const electron = {
  name: 'electron',
  // Two windows on one display take the focus from each other.
  workers: 1,
  use: { kind: 'electron' as const },
  // The desktop program has one window, and its pictures would differ with the machine's fonts. Its views are the same: axe
  // looks at them one by one in the browser, and here at those of the story.
  testIgnore: ['**/two-windows.spec.ts', '**/pictures.spec.ts', '**/axe.spec.ts'],
  grepInvert: /@web-only/,
}
const withElectron = Boolean(process.env.DISPLAY) && existsSync(testElectron)

export default defineConfig<Options>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './scripts/e2e-setup.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    locale: 'sv-SE',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [...chromiumArguments],
      env: chromiumEnvironment(),
    },
  },
  projects: withElectron ? [web, electron] : [web],
})
