import { lisa } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { publishing } from '../parts/publishing.ts'
import { expectAccessible, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })
test.use({
  start: 'archive',
  seed: { cases: [{ details: lisa, notes: [] }], templates: ['behovsklarlaggande', 'planering'] },
})

const views: readonly View[] = [
  { name: 'egna mallar', open: (page) => publishing(page).open() },
  {
    name: 'två versioner jämförda',
    open: async (page) => {
      const { open, working, does } = publishing(page)
      await open()
      await does(working.first(), 'Jämför').click()
      await page.getByText(/^Vad som skiljer version/).waitFor()
    },
  },
]
for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
