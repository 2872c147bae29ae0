// What was saved of a note can be seen, compared and had back, by keyboard alone.
import type { Page } from '@playwright/test'
import { lisa, type SeedCase } from './app/start-state.ts'
import { openNote } from './axe/looks.ts'
import { expect, test } from './fixtures.ts'
import { palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

const syn = 'Den försäkrades egen syn på planeringen'
const planering: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { 'den-forsakrades-syn': 'Lisa vill arbeta heltid.' } }],
}
test.use({ start: 'archive', seed: { cases: [planering] } })

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Historik' })
const comparison = (page: Page) =>
  page.getByRole('article').filter({ hasText: /Version \d+ och version \d+/ })

/** A note that has been written in since it was seeded, with its history in the panel. */
async function written(page: Page): Promise<void> {
  await openNote(page, 'Planering')
  await noteEditor(page, 'Planering').text(syn).fill('Lisa vill arbeta halvtid.')
  await page.keyboard.press('ControlOrMeta+s')
  await page.keyboard.press('Alt+h')
  // The list is read again a second after the save: it then begins with what was just written.
  await expect(panel(page).getByText(/Version [3-9]\d* \(nu\)/)).toBeVisible()
}

test('a revision is compared with the one before it, and told by word as well as colour', async ({ app }) => {
  const { page } = app
  await written(page)
  const compare = panel(page)
    .getByRole('button', { name: /med den före/ })
    .first()
  await compare.focus()
  await page.keyboard.press('Enter')

  // The version before is the empty one, or in another minute the seeded one.
  const field = comparison(page).getByRole('region', { name: new RegExp(`^${syn}, (tillagt|ändrat)$`) })
  await expect(field).toBeVisible()
  await page.keyboard.press('F7')
  await expect(field).toBeFocused()
  await expect(field.locator('ins')).toContainText(/tillagt: \+.*halvtid/)

  await comparison(page).getByRole('radio', { name: 'Sida vid sida' }).press('Space')
  await expect(field.getByRole('heading', { name: 'Före' })).toBeVisible()
})

test('two revisions are picked by keyboard', async ({ app }) => {
  const { page } = app
  await written(page)
  const picks = panel(page).getByRole('checkbox')
  await picks.first().press('Space')
  await picks.last().press('Space')
  await panel(page).getByRole('button', { name: 'Jämför de valda' }).press('Enter')
  await expect(comparison(page).getByRole('heading', { level: 1 })).toHaveText(/Version 1 och version \d+/)
})

test('an earlier revision is restored as a new one, and the text that stood there is still to be had', async ({
  app,
}) => {
  const { page } = app
  await written(page)
  await panel(page).getByRole('button', { name: 'Återställ version 1' }).press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Återställ' }).press('Enter')
  await expect(noteEditor(page, 'Planering').text(syn)).toHaveValue('')
  await expect(panel(page).getByText(/^Återställd/)).toBeVisible()

  await panel(page)
    .getByRole('button', { name: /Återställ version [23]/ })
    .first()
    .press('Enter')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Återställ' }).press('Enter')
  await expect(noteEditor(page, 'Planering').text(syn)).toHaveValue('Lisa vill arbeta halvtid.')
})

test('who opens a note is logged once somebody has chosen so, and stands in its history', async ({ app }) => {
  const { page } = app
  await palette(page).run('Inställningar')
  await page.getByRole('radio', { name: 'Ja, logga vem som öppnar en anteckning' }).press('Space')
  await written(page)
  await expect(panel(page).getByText(/Anna Ek öppnade anteckningen/)).toBeVisible()
})

test('a note in review is not restored, and its history says why', async ({ app }) => {
  const { page } = app
  await written(page)
  const restores = panel(page).getByRole('button', { name: /^Återställ version/ })
  await expect(restores.first()).toBeVisible()
  await palette(page).run('Lämna in för granskning')
  await page.getByRole('dialog').getByRole('button', { name: 'Lämna in' }).click()
  await expect(panel(page)).toContainText('Ta tillbaka den för att återställa en version.')
  await expect(restores).toHaveCount(0)
})
