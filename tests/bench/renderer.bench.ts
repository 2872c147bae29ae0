import type { Page } from 'playwright'
import { build } from '../../scripts/build.ts'
import { type Figure, percentile } from './figure.ts'
import { inFolder, makeLargeArchive } from './large/archive.ts'
import { startBrowser, view } from './page/browser.ts'
import { openedIn, openProbed, savedAfterLastKey, typed } from './page/probe.ts'
import { startWebHost } from './processes/start-web-host.ts'

const NOTES = 10
const LAST_FIELD = 'f199'
/** A quick writer, about 12 keys a second; saves run meanwhile. */
const PAUSE_MS = 80
const sentence = 'Arbetsgivaren erbjuder kortare arbetspass och tre dagar hemifran. '

function tree(page: Page) {
  return page.getByRole('tree', { name: 'Ärenden och anteckningar' })
}

const note = (page: Page, index: number) => tree(page).getByRole('treeitem', { name: /^Prov/ }).nth(index)

/** The field with this label in the note that shows. */
const field = (page: Page, label: string) =>
  page.getByRole('article', { name: 'Prov' }).getByRole('textbox', { name: label, exact: true })

async function typeIn(page: Page, label: string, times: number, figure?: 'keys' | 'work'): Promise<number[]> {
  await field(page, label).click()
  return typed(page, sentence.repeat(times), PAUSE_MS, figure)
}

/** The longest that the last key of a sentence waited until it was saved. */
async function slowestSave(page: Page): Promise<number> {
  const waits: number[] = []
  await field(page, 'Fält 1').click()
  // Of different lengths, so that the last key comes early as well as late after a save.
  for (let length = 5; length <= 25; length += 2) {
    await typed(page, sentence.slice(0, length), PAUSE_MS)
    waits.push(await savedAfterLastKey(page))
  }
  return Math.max(...waits)
}

/** Megabytes of JavaScript that the page holds after a collection. */
async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}

const milliseconds = (name: string, value: number, budget?: number): Figure =>
  budget === undefined ? { name, value, unit: 'ms' } : { name, value, unit: 'ms', budget }

const keyFigures = (times: readonly number[], where: string): Figure[] => [
  milliseconds(`window: key press to paint, ${where}`, percentile(times, 0.5), 16),
  milliseconds(`window: key press to paint, ${where}, 95 % under`, percentile(times, 0.95), 50),
]

async function showProblems(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+M')
  await page.getByRole('searchbox', { name: 'Filtrera problem' }).waitFor()
}

async function openFirstNote(page: Page): Promise<number> {
  await tree(page).getByRole('treeitem').first().focus()
  await page.keyboard.press('ArrowRight')
  return openedIn(page, LAST_FIELD, () => note(page, 0).click())
}

async function measured(page: Page): Promise<Figure[]> {
  const opened = [await openFirstNote(page)]
  await showProblems(page)
  await typed(page, sentence, PAUSE_MS)
  const plain = await typeIn(page, 'Fält 101', 2)
  const rich = await typeIn(page, 'Fält 104', 2)
  const save = await slowestSave(page)
  for (let index = 1; index < NOTES; index++)
    opened.push(await openedIn(page, LAST_FIELD, () => note(page, index).click()))
  const heap = await heapOf(page)
  const amongTen = await typeIn(page, 'Fält 101', 2)
  return [
    ...keyFigures(plain, 'in a text'),
    ...keyFigures(rich, 'in a formatted text'),
    ...keyFigures(amongTen, 'with ten notes open'),
    milliseconds('window: the first note of 200 fields opened', opened[0] ?? Number.NaN),
    milliseconds('window: a note of 200 fields opened', percentile(opened, 0.5), 300),
    milliseconds('window: last key until saved, the slowest of 11', save, 1000),
    { name: 'window: heap with ten notes of 200 fields open', value: heap, unit: 'MB', budget: 120 },
  ]
}

/** With all that follows a key in sight: the preview beside the note, outline, handläggarstöd and Problems. */
async function measuredWithAllInSight(page: Page): Promise<Figure[]> {
  await openFirstNote(page)
  await showProblems(page)
  await field(page, 'Fält 101').click()
  await page.keyboard.press('Control+Shift+K')
  await page.locator('.journal').waitFor()
  await typeIn(page, 'Fält 101', 1)
  const work = 'all views open, without the screen’s wait'
  const figures = (times: readonly number[], where: string): Figure[] => [
    milliseconds(`window: ${where}, ${work}`, percentile(times, 0.5), 16),
    milliseconds(`window: ${where}, the same, 95 % under`, percentile(times, 0.95), 16),
  ]
  return [
    ...figures(await typeIn(page, 'Fält 101', 3, 'work'), 'key press to paint in a text'),
    ...figures(await typeIn(page, 'Fält 104', 3, 'work'), 'key press to paint in a formatted text'),
  ]
}

async function inBrowser(url: string, measure: (page: Page) => Promise<Figure[]>): Promise<Figure[]> {
  const browser = await startBrowser()
  try {
    const page = await (await browser.newContext(view)).newPage()
    await openProbed(page, url)
    return await measure(page)
  } finally {
    await browser.close()
  }
}

/** Writing in real Chromium against the web host: a note of 200 fields, the Problems panel open. */
export default async (): Promise<Figure[]> => {
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
  return inFolder(async (place) => {
    const archive = await makeLargeArchive(place, NOTES)
    const figures: Figure[] = []
    for (const measure of [measured, measuredWithAllInSight]) {
      const host = await startWebHost(archive)
      try {
        figures.push(...(await inBrowser(host.url, measure)))
      } finally {
        await host.end()
      }
    }
    return figures
  })
}
