import type { Page } from 'playwright'
import { build } from '../../scripts/build.ts'
import { isoDateSchema } from '../../shared/case/dates.ts'
import { overviewEntry } from '../../shared/overview/entry.ts'
import { overviewOf } from '../../shared/overview/overview.ts'
import { templateIdSchema } from '../../shared/template/template.ts'
import { caseOn } from '../unit/projection/support.ts'
import { type Figure, median, percentile } from './figure.ts'
import { caseDetails, coreIn, inFolder, type LargeArchive, type Place, passphrase } from './large/archive.ts'
import { largeCase } from './large/overview-case.ts'
import { startBrowser, view } from './page/browser.ts'
import { openProbed } from './page/probe.ts'
import { startWebHost } from './processes/start-web-host.ts'

const TIMES = 7

/** An archive with the large case and a small one, closed. */
async function makeArchive(place: Place): Promise<Pick<LargeArchive, 'path'> & Place> {
  const core = coreIn(place)
  try {
    const { archive, cases, notes } = core.client
    const status = await archive.create({
      name: 'Prov',
      user: { name: 'Anna Ek', role: 'utredare' },
      passphrase,
    })
    if (status.state !== 'open') throw new Error('The archive is not open.')
    const large = await cases.create(caseDetails(187))
    await cases.create(caseDetails(188))
    for (const { template, answers } of largeCase) {
      const templateId = templateIdSchema.parse(template)
      const { id, revision } = await notes.create({ caseId: large.id, templateId })
      await notes.save({ id, baseRevision: revision, answers })
    }
    return { ...place, path: status.archive.path }
  } finally {
    await core.close()
  }
}

/** From the click on a case until its list of åtgärder is painted, in milliseconds. */
async function opened(page: Page, number: string): Promise<number> {
  const drawn = page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const isShown = document.querySelector('h1')?.textContent.includes(name) === true
          if (!isShown || document.querySelector('#overview-actions') === null) return
          observer.disconnect()
          void window.painted().then((at) => resolve(at - window.probe.pointer))
        }
        const observer = new MutationObserver(look)
        observer.observe(document, { subtree: true, childList: true, characterData: true })
      }),
    number,
  )
  await page.getByRole('treeitem', { name: new RegExp(number) }).click()
  return drawn
}

/** The page drawn anew: its tab is closed and the case opened again, as somebody does who goes from case to case. */
async function measured(page: Page): Promise<Figure[]> {
  const first = await opened(page, '26-1187')
  const again: number[] = []
  for (let time = 0; time < TIMES; time += 1) {
    await page.keyboard.press('Alt+W')
    await page.locator('#overview-actions').waitFor({ state: 'detached' })
    again.push(await opened(page, '26-1187'))
  }
  return [
    {
      name: 'window: a case of 60 notes and 300 insatser opened for the first time',
      value: first,
      unit: 'ms',
    },
    { name: 'window: its overview drawn', value: percentile(again, 0.5), unit: 'ms', budget: 200 },
  ]
}

/** The case on one page: worked out, put into an entry, and drawn in real Chromium. */
export default async (): Promise<Figure[]> => {
  const notes = largeCase.map(({ template, answers }) => ({ template, answers, on: '2026-03-02' }))
  const read = caseOn(isoDateSchema.parse('2026-06-03'), notes)
  const page = overviewOf(read, 'sv')
  const figures: Figure[] = [
    {
      name: 'overview of 60 notes and 300 insatser, worked out',
      value: await median(20, () => overviewOf(read, 'sv')),
      unit: 'ms',
    },
    {
      name: 'the same as an entry to print',
      value: await median(20, () => overviewEntry(page, 'agency')),
      unit: 'ms',
    },
  ]
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
  return inFolder(async (place) => {
    const host = await startWebHost(await makeArchive(place))
    const browser = await startBrowser()
    try {
      const window = await (await browser.newContext(view)).newPage()
      await openProbed(window, host.url)
      return [...figures, ...(await measured(window))]
    } finally {
      await browser.close()
      await host.end()
    }
  })
}
