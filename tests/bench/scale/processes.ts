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
}

const STARTS = 5

/** From the start of the web host until *I dag* shows what is late, counted; the browser runs already. */
export async function startToToday({ path }: ScalePlace): Promise<Required<Figure>> {
  const browser = await startBrowser()
  const times: number[] = []
  try {
    for (let start = 0; start < STARTS; start += 1) {
      const began = performance.now()
      const host = await serveAsUsers({ path })
      const context = await browser.newContext(view)
      try {
        const page = await context.newPage()
        await page.goto(host.url, { waitUntil: 'commit' })
        const late = page.getByRole('region', { name: 'Försenat' })
        await late.getByRole('listitem').first().waitFor()
        times.push(performance.now() - began)
      } finally {
        await context.close()
        await host.end()
      }
    }
  } finally {
    await browser.close()
  }
  return { name: 'start to I dag, in a browser', value: percentile(times, 0.95), unit: 'ms', budget: 1500 }
}

/** What the built core holds in memory when everything across all cases has been asked of it. */
export async function coreMemory({
  path,
  today: day,
  ...place
}: ScalePlace): Promise<Required<Figure> | undefined> {
  const { client, memory, end } = startCoreProcess(place)
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
