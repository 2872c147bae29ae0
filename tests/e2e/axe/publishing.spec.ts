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
  {
    name: 'ett formulär, med vad som inte följer med',
    open: async (page) => {
      const { open, readIn, dialog } = publishing(page)
      await open()
      const item = [{ linkId: 'a', text: 'Hur går det?', type: 'integer' }]
      const form = { resourceType: 'Questionnaire', status: 'active', title: 'Besök', item }
      const buffer = Buffer.from(JSON.stringify(form))
      await readIn({ name: 'besok.json', mimeType: 'application/json', buffer })
      await dialog.getByText(/^Frågan har typen integer/).waitFor()
    },
  },
]
for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
