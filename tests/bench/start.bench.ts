import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { build } from '../../scripts/build.ts'
import { testElectron } from '../../scripts/electron.ts'
import { templateIdSchema } from '../../shared/template/template.ts'
import { startElectron } from '../e2e/app/electron-run.ts'
import { welcome } from '../e2e/parts/welcome.ts'
import { type Figure, percentile } from './figure.ts'
import { inFolder, type LargeArchive, makeLargeArchive, passphrase } from './large/archive.ts'
import { leaveOpen } from './large/leave-open.ts'
import { startBrowser, view } from './page/browser.ts'
import { editableAt } from './page/editable.ts'
import { display } from './processes/display.ts'
import { serveAsUsers } from './processes/start-web-host.ts'

const STARTS = 5
const BUDGET = 1500

/** From the start of the web host until its page's note can be written in; the browser runs already. */
async function inBrowser(browser: Browser, archive: LargeArchive): Promise<number> {
  const began = Date.now()
  const host = await serveAsUsers(archive)
  const context = await browser.newContext(view)
  try {
    const page = await context.newPage()
    await page.goto(host.url, { waitUntil: 'commit' })
    return (await editableAt(page)) - began
  } finally {
    await context.close()
    await host.end()
  }
}

/** From the start of the program until its note can be written in, without the time to type the passphrase. */
async function inElectron({ dataDir }: LargeArchive): Promise<number> {
  const downloads = join(dataDir, 'downloads')
  mkdirSync(downloads, { recursive: true })
  const began = Date.now()
  const run = await startElectron(
    { data: dataDir, downloads, policies: dataDir, witness: undefined },
    'built',
  )
  try {
    const { passphraseField } = welcome(run.page)
    await passphraseField.waitFor()
    const asked = Date.now() - began
    await passphraseField.fill(passphrase)
    const answered = Date.now()
    await passphraseField.press('Enter')
    return asked + (await editableAt(run.page)) - answered
  } finally {
    await run.close()
  }
}

async function starts(once: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let start = 0; start < STARTS; start++) times.push(await once())
  return percentile(times, 0.5)
}

async function web(archive: LargeArchive): Promise<Figure> {
  const browser = await startBrowser()
  try {
    const value = await starts(() => inBrowser(browser, archive))
    return { name: 'start: to an editable note, in a browser', value, unit: 'ms', budget: BUDGET }
  } finally {
    await browser.close()
  }
}

async function desktop(archive: LargeArchive): Promise<Figure[]> {
  const screen = existsSync(testElectron) ? await display() : undefined
  if (screen === undefined) {
    console.log(
      '  start: not measured in real Electron (npm run test:e2e:prepare, and a display or Xvfb, are needed).',
    )
    return []
  }
  const before = process.env.DISPLAY
  process.env.DISPLAY = screen.name
  try {
    const value = await starts(() => inElectron(archive))
    return [{ name: 'start: to an editable note, in Electron', value, unit: 'ms', budget: BUDGET }]
  } finally {
    if (before === undefined) delete process.env.DISPLAY
    await screen.end()
  }
}

/** From nothing to a note that can be written in, where the window was left with that note open. */
export default async (): Promise<Figure[]> => {
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
  return inFolder(async (place) => {
    const archive = await makeLargeArchive(place, 1, templateIdSchema.parse('planering'))
    await leaveOpen(archive)
    return [await web(archive), ...(await desktop(archive))]
  })
}
