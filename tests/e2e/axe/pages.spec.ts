import { expect, test } from '../fixtures.ts'
import { about } from '../parts/about.ts'
import { caseForm } from '../parts/case-form.ts'
import { caseTree } from '../parts/case-tree.ts'
import { palette } from '../parts/frame.ts'
import { keysPage } from '../parts/keys.ts'
import { search } from '../parts/search.ts'
import { sources } from '../parts/sources.ts'
import { welcome } from '../parts/welcome.ts'

import { everyView, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

const newArchive: readonly View[] = [
  { name: 'välkommen, första gången', open: (page) => welcome(page).createButton.waitFor() },
  {
    name: 'välkommen, med fel',
    open: async (page) => {
      await welcome(page).create({ user: '', passphrase: 'kort', again: 'annan' })
      await expect(welcome(page).alert).toContainText('fält behöver rättas')
    },
  },
]

const lockedArchive: readonly View[] = [
  { name: 'välkommen, ett arkiv finns', open: (page) => welcome(page).openButton.waitFor() },
  {
    name: 'välkommen, fel lösenfras',
    open: async (page) => {
      await welcome(page).open('fel fras')
      await expect(welcome(page).passphraseField).toHaveAccessibleDescription(/stämmer inte/)
    },
  },
]

const openArchive: readonly View[] = [
  {
    name: 'ärendelista och ärende',
    open: async (page) => {
      await caseTree(page).open(/Lisa Berg/)
      await page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' }).waitFor()
    },
  },
  {
    name: 'nytt ärende med fel',
    open: async (page) => {
      await caseTree(page).newCase()
      await caseForm(page).field('Personnummer').fill('18930412-2387')
      await caseForm(page).field('Första sjukdag').fill('2026-02-30')
      await caseForm(page).save()
      await expect(caseForm(page).alert).toContainText('behöver rättas')
    },
  },
  {
    name: 'vad ska du dokumentera?',
    open: async (page) => {
      await caseTree(page).open(/Lisa Berg/)
      await page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
      await page.getByRole('heading', { name: 'Vad ska du dokumentera?' }).waitFor()
    },
  },
  {
    name: 'kontroll och förankring',
    open: async (page) => {
      await palette(page).run('Kontrollera och förankra arkivet')
      await page.getByRole('button', { name: 'Kontrollera nu' }).click()
      await expect(
        page.getByRole('region', { name: 'Kontrollera arkivet' }).getByRole('status'),
      ).not.toBeEmpty()
    },
  },
  { name: 'fraser', open: (page) => palette(page).run('Fraser') },
  { name: 'regler', open: (page) => palette(page).run('Regler') },
  {
    name: 'en regel',
    open: async (page) => {
      await palette(page).run('Regler')
      await page.getByRole('button', { name: /^R4 / }).click()
      await page.getByRole('heading', { level: 1, name: /^R4 / }).waitFor()
    },
  },
  {
    name: 'kommandopaletten',
    open: async (page) => {
      await palette(page).openCommands()
      await palette(page).option('Nytt ärende').waitFor()
    },
  },
  {
    name: 'snabböppning',
    open: async (page) => {
      await palette(page).quickOpen()
      await palette(page)
        .option(/Lisa Berg/)
        .first()
        .waitFor()
    },
  },
  {
    name: 'sök, med träffar och något som inte förstås',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+F')
      await search(page).field.fill('plan status:utkast efter:2026-02-30 ')
      await search(page).hits.first().waitFor()
    },
  },
  {
    name: 'sök, med förslag och namn på sökningen',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+F')
      await search(page).field.fill('plan ')
      await page.getByRole('button', { name: 'Spara sökningen' }).click()
      await search(page).field.fill('plan sta')
      await search(page).completion('status:').waitFor()
    },
  },
  { name: 'inställningar', open: (page) => palette(page).run('Inställningar') },
  {
    name: 'om Klarlagt, med en licens öppen',
    open: async (page) => {
      await palette(page).run('Om Klarlagt')
      // A few rows say as much as 159, of which axe reads every one in every look.
      await about(page).filter.fill('zod')
      await about(page).part('zod').click()
      await expect(about(page).licenceText).toContainText('MIT License')
    },
  },
  {
    name: 'tangentbordsgenvägar',
    open: async (page) => {
      await keysPage(page).open()
      // A few rows say as much as all, of which axe reads every one in every look.
      await keysPage(page).filter.fill('panel')
      await expect(keysPage(page).row('Visa eller dölj panelen')).toBeVisible()
    },
  },
  {
    name: 'ny tangent för ett kommando',
    open: async (page) => {
      await keysPage(page).open()
      await keysPage(page).filter.fill('panel')
      await keysPage(page).button('Ändra', 'Visa eller dölj panelen').click()
      await page.keyboard.press('Control+b')
      await expect(keysPage(page).dialog).toContainText('har redan den tangenten')
    },
  },
  {
    name: 'hjälp',
    open: async (page) => {
      await palette(page).openCommands()
      await palette(page).input.fill('>Hjälp')
      await palette(page)
        .option(/^Hjälp/)
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: 'Så arbetar du' }).waitFor()
    },
  },
  {
    name: 'källor',
    open: async (page) => {
      await palette(page).run('Källor')
      await sources(page).root.waitFor()
    },
  },
  {
    name: 'mallar',
    open: async (page) => {
      const activities = page.getByRole('navigation', { name: 'Aktiviteter' })
      await activities.getByRole('button', { name: 'Mallar' }).click()
      await page
        .getByRole('button', { name: /^Planering/ })
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: 'Planering' }).waitFor()
    },
  },
]

everyView('first-start', newArchive)
everyView('locked', lockedArchive)
everyView('archive', openArchive)
