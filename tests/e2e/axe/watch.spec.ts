import { addDays } from '../../../shared/case/dates.ts'
import { lisa, today } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { palette } from '../parts/frame.ts'
import { expectAccessible, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

test.use({
  start: 'archive',
  seed: {
    cases: [
      {
        details: lisa,
        notes: [{ template: 'planering', answers: { 'nasta-uppfoljning': addDays(today, 3) } }],
      },
    ],
  },
})

const openList: View['open'] = async (page) => {
  await palette(page).run('Visa åtgärdslistorna')
  await page.getByRole('button', { name: /^Inom 14 dagar/ }).click()
  await page.getByRole('gridcell', { name: 'Lisa Berg' }).waitFor()
}

const views: readonly View[] = [
  {
    name: 'I dag',
    open: async (page) => {
      await page.getByRole('heading', { level: 1, name: 'I dag' }).waitFor()
      await page
        .getByRole('button', { name: /Lisa Berg/ })
        .first()
        .waitFor()
    },
  },
  { name: 'en åtgärdslista, och Åtgärder', open: openList },
  {
    name: 'en egen lista som ändras',
    open: async (page) => {
      await openList(page)
      await page.getByRole('button', { name: 'Kopiera och ändra' }).click()
      await page.getByRole('region', { name: 'Ändra listan' }).waitFor()
      await page.getByRole('button', { name: 'Lägg till villkor' }).click()
      await page.getByRole('gridcell', { name: 'Lisa Berg' }).last().waitFor()
    },
  },
  {
    name: 'ett ärende läggs undan',
    open: async (page) => {
      await openList(page)
      await page.getByRole('grid').press('s')
      await page.getByRole('dialog', { name: /^Lägg undan/ }).waitFor()
    },
  },
]

for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
