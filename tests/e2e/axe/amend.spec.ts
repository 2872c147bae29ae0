import { lisa, noNeed } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { palette } from '../parts/frame.ts'
import { expectAccessible, openNote, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

test.use({
  start: 'archive',
  seed: {
    cases: [{ details: lisa, notes: [{ template: 'behovsklarlaggande', answers: noNeed, signed: true }] }],
  },
})

const views: readonly View[] = [
  {
    name: 'en rättelse som skrivs, med vad den rättar',
    open: async (page) => {
      await openNote(page, 'Behovsklarläggande')
      await page.getByRole('button', { name: 'Rätta', exact: true }).click()
      await page.getByText('Rättelse av:').waitFor()
    },
  },
  {
    name: 'makulera',
    open: async (page) => {
      await openNote(page, 'Behovsklarläggande')
      await palette(page).run('Makulera anteckningen')
      await page.getByRole('dialog', { name: 'Makulera anteckningen' }).waitFor()
    },
  },
  {
    name: 'en makulerad anteckning',
    open: async (page) => {
      await openNote(page, 'Behovsklarläggande')
      await palette(page).run('Makulera anteckningen')
      await page.getByRole('textbox', { name: 'Skäl' }).fill('Skriven i fel ärende.')
      await page.keyboard.press('Enter')
      await page.getByText('MAKULERAD', { exact: true }).waitFor()
    },
  },
]
for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
