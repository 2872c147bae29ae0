import { test } from '../fixtures.ts'
import { studio } from '../parts/studio.ts'
import { expectAccessible, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })
test.use({ start: 'demo' })

const planering: View['open'] = async (page) => {
  await studio(page).beginNext(/^Planering/)
  await studio(page).form.waitFor()
}

const views: readonly View[] = [
  { name: 'en ny mall, med det som saknas', open: (page) => studio(page).begin() },
  {
    name: 'en ny version: ett fält med villkor, formulär bredvid',
    open: async (page) => {
      await planering(page)
      await studio(page)
        .part(/^Varför är planeringen inte/)
        .click()
    },
  },
  {
    name: 'en mall som JSON',
    open: async (page) => {
      await planering(page)
      await studio(page).view('JSON')
      await studio(page).json.waitFor()
    },
  },
]

for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
