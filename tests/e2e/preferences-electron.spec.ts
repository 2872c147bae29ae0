// How the window looks and speaks is chosen before any archive is open, and is there at the next start. In the browser its
// own storage keeps it; the desktop's lives in memory alone, so the program keeps it in a file.
import { expect, test } from './fixtures.ts'

test.use({ start: 'first-start' })

test('theme and language chosen on the welcome page are there at the next start', async ({ app }) => {
  await app.page.getByRole('combobox', { name: 'Tema' }).selectOption('Mörkt')
  await app.page.getByRole('button', { name: 'English' }).click()
  await expect(app.page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark')

  await app.restart()
  await expect(app.page.getByRole('combobox', { name: 'Theme' })).toHaveValue('dark')
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'en')
})
