// A registerutdrag is made in the window: of a person in the archive, or of whoever's number is typed.
import { readFileSync } from 'node:fs'
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'

test.use({ start: 'archive', seed: { cases: [{ details: lisa }] } })

test('of a person in the archive or by number, by keyboard, as a file that the log tells of', async ({
  app,
}) => {
  const { page } = app
  await palette(page).run('Registerutdrag')
  const dialog = page.getByRole('dialog', { name: 'Registerutdrag' })
  const number = dialog.getByRole('textbox', { name: 'Personnummer' })
  await number.fill('18930412-2380')
  await page.keyboard.press('Enter')
  await expect(number).toHaveAccessibleDescription(/stämmer inte/)
  await expect(number).toBeFocused()
  await dialog
    .getByRole('combobox', { name: 'Person i arkivet' })
    .selectOption({ label: 'Lisa Berg, 18930412-2386' })
  await expect(number).toHaveValue('18930412-2386')
  await dialog.getByRole('radio', { name: /^JSON/ }).check()
  const made = await app.exported(() => page.keyboard.press('Enter'))
  expect(JSON.parse(readFileSync(made, 'utf8'))).toMatchObject({
    format: 'klarlagt/registerutdrag',
    cases: [{ case: { number: '26-1187' } }],
  })
  await expect(dialog).toBeHidden()
  await palette(page).run('Logg')
  await expect(page.getByRole('cell', { name: 'Ett registerutdrag gjordes' })).toBeVisible()
})

test('is about whoever the open case is about, to begin with', async ({ app: { page } }) => {
  await caseTree(page).open(/Lisa Berg/)
  await palette(page).run('Registerutdrag')
  const dialog = page.getByRole('dialog', { name: 'Registerutdrag' })
  await expect(dialog.getByRole('textbox', { name: 'Personnummer' })).toHaveValue('18930412-2386')
  await expect(dialog.getByRole('radio', { name: /^PDF/ })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
