import type { Browser, Page } from 'playwright'
import { randomFrom } from '../../../main/core/demo/demo-cases.ts'
import { isoDateSchema } from '../../../shared/case/dates.ts'
import { reportAskedSchema } from '../../../shared/indicators/figure.ts'
import { parseSearch } from '../../../shared/search/parse.ts'
import { shippedLists } from '../../../shared/watch/shipped.ts'
import { type Figure, percentile } from '../figure.ts'
import { startBrowser, view } from '../page/browser.ts'
import { startCoreProcess } from '../processes/core-process.ts'
import { serveAsUsers } from '../processes/start-web-host.ts'

/** An archive at size, and where the program keeps what belongs to it. */
export interface ScalePlace {
  readonly dataDir: string
  readonly templatesDir: string
  readonly path: string
  readonly today: string
  readonly cases: number
}

const STARTS = 5
const OPENED = 20

const lateOn = (page: Page) => page.getByRole('region', { name: 'Försenat' }).getByRole('listitem').first()

/** From the key that opens a case, found by its number, until it is on the screen: the slowest but one in twenty. */
async function caseOnScreen(page: Page, cases: number): Promise<number> {
  const random = randomFrom(1)
  const times: number[] = []
  await lateOn(page).waitFor()
  for (let opened = 0; opened < OPENED; opened += 1) {
    const number = `-${100_000 + Math.floor(random() * cases)}`
    await page.keyboard.press('Control+P')
    await page.getByRole('dialog').getByRole('combobox').fill(number.slice(1))
    await page.getByRole('option', { name: number }).first().waitFor()
    const began = performance.now()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: number }).waitFor()
    times.push(performance.now() - began)
  }
  return percentile(times, 0.95)
}

/** A visit to the archive in a window of its own. */
async function visit<T>(browser: Browser, path: string, work: (page: Page) => Promise<T>): Promise<T> {
  const host = await serveAsUsers({ path })
  const context = await browser.newContext(view)
  try {
    const page = await context.newPage()
    await page.goto(host.url, { waitUntil: 'commit' })
    return await work(page)
  } finally {
    await context.close()
    await host.end()
  }
}

/** Leaves the window with *I dag* in front, however it was left before. */
async function leaveOnToday(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Aktiviteter' }).waitFor()
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog').getByRole('combobox').fill('>I dag')
  await page
    .getByRole('option', { name: /^I dag/ })
    .first()
    .click()
  await lateOn(page).waitFor()
  // What is open is kept a moment after it was opened, and nothing on the screen tells when.
  await page.waitForTimeout(2000)
}

/**
 * In a browser that runs already: from the start of the web host until *I dag* shows what is late; and how long a case takes to come
 * on the screen.
 */
export async function inBrowser({ path, cases }: ScalePlace): Promise<Required<Figure>[]> {
  const browser = await startBrowser()
  const starts: number[] = []
  try {
    await visit(browser, path, leaveOnToday)
    for (let start = 0; start < STARTS; start += 1) {
      const began = performance.now()
      await visit(browser, path, async (page) => {
        await lateOn(page).waitFor()
        starts.push(performance.now() - began)
      })
    }
    const opened = await visit(browser, path, (page) => caseOnScreen(page, cases))
    return [
      { name: 'start to I dag, in a browser', value: percentile(starts, 0.95), unit: 'ms', budget: 1500 },
      { name: 'a case by its number, on screen', value: opened, unit: 'ms', budget: 100 },
    ]
  } finally {
    await browser.close()
  }
}

/** What the built core holds in memory when everything across all cases has been asked of it. */
export async function coreMemory({
  path,
  today: day,
  dataDir,
  templatesDir,
}: ScalePlace): Promise<Required<Figure> | undefined> {
  const { client, memory, end } = startCoreProcess({ dataDir, templatesDir })
  const today = isoDateSchema.parse(day)
  try {
    await client.archive.open({ path })
    for (const { query } of shippedLists)
      for (const whose of ['mine', 'all'] as const) {
        await client.watch.page({ query, today, whose, limit: 100 })
        await client.watch.count({ query, today, whose })
      }
    for (const text of ['smärtan', 'plan', 'arb*', 'hjälpmedel ordning:relevans'])
      await client.search.find({ query: parseSearch(text).query, limit: 20 })
    const asked = { population: 'employedLong', from: '2025-04', to: '2026-03', today }
    await client.indicators.report(reportAskedSchema.parse(asked))
    const held = memory()
    return held && { name: 'memory of the core', value: held.peak, unit: 'MB', budget: 250 }
  } finally {
    await end()
  }
}
