import { lisa } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { palette } from '../parts/frame.ts'
import { expectAccessible } from './looks.ts'

test.use({
  start: 'archive',
  policies: { file: { disposeAfterMonths: 12 } },
  seed: { cases: [{ details: { ...lisa, closed: { on: '2020-01-15', reason: 'Åter i arbete.' } } }] },
})

test('gallring', async ({ app: { page } }) => {
  await palette(page).run('Gallring')
  await page.getByRole('form', { name: '26-1187 Lisa Berg' }).waitFor()
  await expectAccessible(page)
})

test('registerutdrag, med fel', async ({ app: { page } }) => {
  await palette(page).run('Registerutdrag')
  const dialog = page.getByRole('dialog', { name: 'Registerutdrag' })
  await dialog.getByRole('textbox', { name: 'Personnummer' }).fill('18930412-2380')
  await page.keyboard.press('Enter')
  await dialog.getByText('Personnumret stämmer inte').waitFor()
  await expectAccessible(page)
})

test('gallring, med ett kvitto', async ({ app: { page } }) => {
  await palette(page).run('Gallring')
  const form = page.getByRole('form', { name: '26-1187 Lisa Berg' })
  await form.getByRole('textbox', { name: 'Grund för gallringen' }).fill('RA-FS 2026:1')
  await form.getByRole('textbox', { name: 'Skriv ärendets nummer för att bekräfta' }).fill('26-1187')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Spara som PDF' }).waitFor()
  await expectAccessible(page)
})
