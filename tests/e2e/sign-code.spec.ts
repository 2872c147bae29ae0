// Signing with a code of one's own, without the mouse: the dialog asks for it first, and Enter signs.
import { lisa, noNeed } from './app/start-state.ts'
import { openNote } from './axe/looks.ts'
import { expect, test } from './fixtures.ts'
import { palette } from './parts/frame.ts'
import { signDialog } from './parts/sign-dialog.ts'

test.use({
  start: 'archive',
  seed: { cases: [{ details: lisa, notes: [{ template: 'behovsklarlaggande', answers: noNeed }] }] },
})

test('a signing code is asked for first, and Enter signs once it is right', async ({ app: { page } }) => {
  await palette(page).run('Kontrollera och förankra arkivet')
  const code = page.getByRole('region', { name: 'Egen signeringskod' })
  await code.getByLabel('Ny kod', { exact: true }).fill('kort')
  await code.getByLabel('Ny kod igen').fill('kort')
  await page.keyboard.press('Enter')
  await expect(code.getByRole('alert')).toContainText('kort')
  for (const name of ['Ny kod', 'Ny kod igen'])
    await code.getByLabel(name, { exact: true }).fill('tolv sköna segel')
  await page.keyboard.press('Enter')
  await expect(code).toContainText('Du journalför med en egen kod.')

  await openNote(page, 'Behovsklarläggande')
  await palette(page).run('Journalför')
  const { root } = signDialog(page)
  const asked = root.getByLabel('Din signeringskod')
  await expect(asked).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(root.getByRole('alert')).toContainText('signeringskod')
  await page.keyboard.type('elva sköna segel')
  await page.keyboard.press('Enter')
  await expect(root.getByRole('alert')).toContainText('stämmer inte')
  await asked.fill('tolv sköna segel')
  await page.keyboard.press('Enter')
  await expect(root).toBeHidden()
})
