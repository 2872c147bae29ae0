import type { Page } from 'playwright'
import { build } from '../../scripts/build.ts'
import { type Json, toJson } from '../../shared/fields/json.ts'
import { withJsonAt } from '../../shared/studio/json-path.ts'
import { problemsOf } from '../../shared/studio/problems.ts'
import { templateOf } from '../unit/check/sample.ts'
import { type Figure, percentile } from './figure.ts'
import { coreIn, inFolder, type Place, passphrase } from './large/archive.ts'
import { startBrowser, view } from './page/browser.ts'
import { openProbed, typed } from './page/probe.ts'
import { startWebHost } from './processes/start-web-host.ts'

const SECTIONS = 20
const FIELDS_EACH = 25
const PAUSE_MS = 80
const sentence = 'Vad sade arbetsgivaren om anpassningar pa arbetsplatsen i dag? '
const words = (text: string) => ({ sv: text, en: `${text}, in English` })

const option = (value: string) => ({ value, label: words(value) })
const kinds = [
  { type: 'text', multiline: true },
  { type: 'date' },
  { type: 'choice', options: ['a', 'b', 'c'].map(option) },
  { type: 'yes-no' },
  { type: 'text' },
] as const

const fields = Array.from({ length: SECTIONS * FIELDS_EACH }, (_, index) => ({
  id: `f${index}`,
  label: words(`Fält nummer ${index}`),
  ...(kinds[index % kinds.length] ?? kinds[0]),
  ...(index % 5 === 4 ? { visibleWhen: { field: `f${index - 1}`, op: 'is', value: 'ja' } } : {}),
}))

/** A template of 500 fields in 20 sections, a fifth of them under a condition. */
function largeWorkingCopy(): Json {
  const [section] = templateOf(fields).sections
  if (section === undefined) throw new Error('The sample has a section.')
  const template = toJson({ ...templateOf(fields), version: 1 })
  const sections = Array.from({ length: SECTIONS }, (_, index) =>
    toJson({
      id: `avsnitt-${index}`,
      title: words(`Avsnitt nummer ${index}`),
      fields: section.fields.slice(index * FIELDS_EACH, (index + 1) * FIELDS_EACH),
    }),
  )
  return withJsonAt(template, ['sections'], sections)
}

/** All problems of the template after each of a hundred keys in one label. */
function checked(working: Json): Figure {
  const path = ['sections', 10, 'fields', 12, 'label', 'sv']
  problemsOf(working)
  const times = Array.from({ length: 100 }, (_, key) => {
    const edited = withJsonAt(working, path, `Fält ${key}`)
    const began = performance.now()
    problemsOf(edited)
    return performance.now() - began
  })
  return {
    name: 'studio: problems of 500 fields after a key',
    value: percentile(times, 0.5),
    unit: 'ms',
    budget: 5,
  }
}

async function makeArchive(place: Place, template: Json): Promise<string> {
  const core = coreIn(place)
  try {
    const user = { name: 'Anna Ek', role: 'utredare' } as const
    const status = await core.client.archive.create({ name: 'Prov', user, passphrase })
    if (status.state !== 'open') throw new Error('The archive is not open.')
    await core.client.studio.begin({ template })
    return status.archive.path
  } finally {
    await core.close()
  }
}

async function typeInLabel(page: Page): Promise<Figure[]> {
  await page.getByRole('navigation', { name: 'Aktiviteter' }).getByRole('button', { name: 'Mallar' }).click()
  await page.getByRole('region', { name: 'Under arbete' }).getByRole('button').first().click()
  await page.getByRole('treeitem', { name: /^Fält nummer 260/ }).click()
  await page.getByRole('group', { name: 'Namn' }).getByLabel('sv').click()
  await typed(page, sentence, PAUSE_MS)
  const times = await typed(page, sentence.repeat(2), PAUSE_MS, 'work')
  const what = 'studio: key press to paint, 500 fields, form and journal beside, without the screen’s wait'
  return [
    { name: what, value: percentile(times, 0.5), unit: 'ms', budget: 16 },
    { name: 'studio: the same, 95 % under', value: percentile(times, 0.95), unit: 'ms', budget: 50 },
  ]
}

/** Writing a template of 500 fields: its problems, and a key in real Chromium against the web host. */
export default async (): Promise<Figure[]> => {
  if (!(await build({ force: false }))) throw new Error('The build failed; see above.')
  const working = largeWorkingCopy()
  return inFolder(async (place) => {
    const path = await makeArchive(place, working)
    const host = await startWebHost({ ...place, path })
    const browser = await startBrowser()
    try {
      const page = await (
        await browser.newContext({ ...view, viewport: { width: 1920, height: 1080 } })
      ).newPage()
      await openProbed(page, host.url)
      return [checked(working), ...(await typeInLabel(page))]
    } finally {
      await browser.close()
      await host.end()
    }
  })
}
