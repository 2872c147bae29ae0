import type { Page } from 'playwright'
import { build } from '../../scripts/build.ts'
import { addDays, swedishDate } from '../../shared/case/dates.ts'
import { usualInsatser } from '../../shared/case/usual-rows.ts'
import type { Answers } from '../../shared/note/answers.ts'
import { templateIdSchema } from '../../shared/template/template.ts'
import { type Figure, percentile } from './figure.ts'
import { coreIn, inFolder, type LargeArchive, makeLargeArchive, passphrase } from './large/archive.ts'
import { startBrowser, view } from './page/browser.ts'
import { openedIn, openProbed, typed } from './page/probe.ts'
import { startWebHost } from './processes/start-web-host.ts'

const ROWS = 100
const NOTES = 5
const LAST_FIELD = 'nasta-uppfoljning'
const PAUSE_MS = 80
// Letters that an English keyboard has: others come without a key press.
const sentence = 'Kortare arbetspass och enklare montering till och med juni. '

const today = swedishDate(new Date())

/** A planering with all sorts of insatser, some with something to complain about. */
const answers: Answers = {
  samrad: 'ja',
  insatser: Array.from({ length: ROWS }, (_, index) => {
    const usual = usualInsatser[index % usualInsatser.length]
    return {
      id: `rad-${index}`,
      what: usual?.what.sv ?? 'Insats',
      performer: index % 17 === 0 ? { name: 'FK' } : { actor: usual?.performer ?? 'arbetsgivare' },
      status: index % 9 === 0 ? 'behovs-men-saknas' : 'planerad',
      from: addDays(today, index),
      to: addDays(today, index + 30),
      ...(index % 5 === 0 ? { purpose: sentence } : {}),
    }
  }),
}

export async function fill({ path, notes, ...place }: LargeArchive): Promise<void> {
  const core = coreIn(place)
  try {
    await core.client.archive.open({ path, passphrase })
    for (const id of notes) {
      const { revision } = await core.client.notes.get({ id })
      await core.client.notes.save({ id, baseRevision: revision, answers })
    }
  } finally {
    await core.close()
  }
}

const note = (page: Page) => page.getByRole('article', { name: 'Planering' })
const grid = (page: Page) => note(page).getByRole('grid', { name: 'Insatser' })

async function openNotes(page: Page): Promise<number[]> {
  const tree = page.getByRole('tree', { name: 'Ärenden och anteckningar' })
  await tree.getByRole('treeitem').first().focus()
  await page.keyboard.press('ArrowRight')
  const opened: number[] = []
  for (let index = 0; index < NOTES; index++) {
    const item = tree.getByRole('treeitem', { name: /^Planering/ }).nth(index)
    opened.push(await openedIn(page, LAST_FIELD, () => item.click()))
  }
  return opened
}

/** Each arrow down goes to the next row and opens it. */
async function arrows(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    window.probe.work = []
  })
  const presses = 60
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('ArrowDown')
    await page.waitForTimeout(PAUSE_MS)
  }
  await page.waitForFunction((count) => window.probe.work.length >= count, presses)
  return page.evaluate(() => window.probe.work)
}

async function measured(page: Page): Promise<Figure[]> {
  const opened = await openNotes(page)
  await grid(page).getByRole('rowheader').nth(30).click()
  const moves = await arrows(page)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await typed(page, sentence, PAUSE_MS, 'work')
  const inRow = await typed(page, sentence.repeat(3), PAUSE_MS, 'work')
  await note(page).getByRole('textbox', { name: 'Den försäkrades egen syn på planeringen' }).click()
  const beside = await typed(page, sentence.repeat(3), PAUSE_MS, 'work')
  const figures = (times: readonly number[], where: string, budget?: number): Figure[] =>
    [0.5, 0.95].map((share) => ({
      name: `window: ${where}, ${share === 0.5 ? 'without the screen’s wait' : 'the same, 95 % under'}`,
      value: percentile(times, share),
      unit: 'ms',
      ...(budget === undefined ? {} : { budget }),
    }))
  return [
    {
      name: `window: a note of ${ROWS} insatser opened`,
      value: percentile(opened, 0.5),
      unit: 'ms',
      budget: 300,
    },
    ...figures(inRow, 'key to paint in an insats', 16),
    ...figures(beside, 'key to paint in a text beside them', 16),
    ...figures(moves, 'arrow to the next insats, opened'),
  ]
}

/** A planering of a hundred insatser in real Chromium against the web host. */
export default async (): Promise<Figure[]> => {
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
  return inFolder(async (place) => {
    const archive = await makeLargeArchive(place, NOTES, templateIdSchema.parse('planering'))
    await fill(archive)
    const host = await startWebHost(archive)
    const browser = await startBrowser()
    try {
      const page = await (await browser.newContext(view)).newPage()
      await openProbed(page, host.url)
      return await measured(page)
    } finally {
      await browser.close()
      await host.end()
    }
  })
}
