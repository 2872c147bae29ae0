import { lisa, today } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { palette } from '../parts/frame.ts'
import { everyView, openNote } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

test.use({
  seed: {
    cases: [
      {
        details: lisa,
        notes: [
          {
            template: 'behovsklarlaggande',
            answers: { 'behov-resultat': { value: 'inget-behov' }, datum: today },
          },
        ],
      },
    ],
  },
})

everyView('archive', [
  {
    name: 'lämna in för granskning',
    open: async (page) => {
      await openNote(page, 'Behovsklarläggande')
      await palette(page).run('Lämna in för granskning')
      await page.getByRole('dialog', { name: 'Lämna in för granskning' }).waitFor()
    },
  },
  {
    name: 'en inlämnad anteckning, och Granskning',
    open: async (page) => {
      await openNote(page, 'Behovsklarläggande')
      await palette(page).run('Lämna in för granskning')
      const dialog = page.getByRole('dialog', { name: 'Lämna in för granskning' })
      await dialog.getByRole('button', { name: 'Lämna in' }).click()
      await page.getByRole('note', { name: 'Granskning av anteckningen' }).waitFor()
      await palette(page).run('Visa Granskning')
      await page.getByRole('navigation', { name: 'Granskning' }).waitFor()
    },
  },
  {
    name: 'insatser utan mål',
    open: async (page) => {
      await palette(page).run('Insatser utan mål')
      await page.getByRole('heading', { level: 1, name: 'Insatser utan mål' }).waitFor()
    },
  },
  {
    name: 'ordbruk',
    open: async (page) => {
      await palette(page).run('Ordbruk')
      await page.getByRole('table', { name: 'Ordbruk' }).waitFor()
    },
  },
])
