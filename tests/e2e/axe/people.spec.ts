import { lisa, type SeedCase, today } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { caseTree } from '../parts/case-tree.ts'
import { palette } from '../parts/frame.ts'
import { people } from '../parts/people.ts'
import { expectAccessible, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

const answers = { 'behov-resultat': { value: 'inget-behov' }, datum: today, samrad: 'ja' }
const submitted: SeedCase = {
  details: lisa,
  notes: [{ template: 'behovsklarlaggande', answers, submitted: true }],
}
test.use({ start: 'archive', seed: { cases: [submitted] } })

const views: readonly View[] = [
  {
    name: 'användare',
    open: async (page) => {
      await palette(page).run('Användare')
      await people(page)
        .users.getByRole('row', { name: /Anna Ek/ })
        .waitFor()
    },
  },
  {
    name: 'en användare som ändras, med fel',
    open: async (page) => {
      await palette(page).run('Användare')
      await people(page).users.getByRole('button', { name: 'Lägg till användare' }).click()
      await people(page).dialog.getByRole('checkbox', { name: 'Utredare' }).uncheck()
      await people(page).dialog.getByRole('button', { name: 'Spara' }).click()
    },
  },
  {
    name: 'byta användare',
    open: async (page) => {
      await people(page).current.click()
      await people(page).dialog.getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'logg',
    open: async (page) => {
      await palette(page).run('Logg')
      await page
        .getByRole('row', { name: /26-1187/ })
        .first()
        .waitFor()
    },
  },
  {
    name: 'granskningspaket som skapas',
    open: async (page) => {
      await caseTree(page).open(/Lisa Berg/)
      await page.getByRole('button', { name: 'Granskningspaket', exact: true }).click()
      await page.getByRole('checkbox', { name: /Behovsklarläggande/ }).waitFor()
    },
  },
  {
    name: 'adressen för granskningspaket',
    open: async (page) => {
      await palette(page).run('Min adress för granskningspaket')
      await page.getByText(/^age1/).waitFor()
    },
  },
]
for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
