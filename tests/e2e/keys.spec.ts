// Tangentbordsgenvägar, by keyboard alone: a key is changed, told of where it is shown, and set back.
import { lisa, passphrase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, problemsPanel } from './parts/frame.ts'
import { keysPage } from './parts/keys.ts'
import { welcome } from './parts/welcome.ts'

test.use({ start: 'archive', seed: { cases: [{ details: lisa }] } })

const command = 'Visa eller dölj panelen'

test('she gives a command another key, which holds at once and at the next start, and sets it back', async ({
  app,
}) => {
  const { page } = app
  const { keyboard } = page
  const keys = keysPage(page)
  const panel = problemsPanel(page).root

  await test.step('she finds the command by its key, and presses another', async () => {
    await keys.open()
    await keys.filter.focus()
    await keyboard.type('ctrl+j')
    await expect(keys.row(command)).toBeVisible()
    await keys.button('Ändra', command).press('Enter')
    await expect(keys.dialog).toContainText(`Tangent för ${command}`)
    await expect(keys.field).toBeFocused()
    await keyboard.press('j')
    await expect(keys.dialog).toContainText('Den tangenten skriver text')
    await keyboard.press('Control+b')
    await expect(keys.field).toHaveValue('Ctrl+B')
    await expect(keys.dialog).toContainText('Visa eller dölj sidofältet har redan den tangenten')
    await keyboard.press('F10')
    await expect(keys.field).toHaveValue('F10')
    await expect(keys.dialog).not.toContainText('har redan')
    await keyboard.press('Enter')
    await expect(keys.dialog).toBeHidden()
  })

  await test.step('it runs by that key and by the old one no more', async () => {
    await keys.filter.fill('')
    await expect(keys.keys(command)).toHaveText(['F10'])
    await expect(panel).toBeHidden()
    await keyboard.press('F10')
    await expect(panel).toBeVisible()
    await keyboard.press('F10')
    await expect(panel).toBeHidden()
    await keyboard.press('Control+J')
    await expect(panel).toBeHidden()
    await palette(page).openCommands()
    await palette(page).input.fill(`>${command}`)
    await expect(palette(page).option(command).first()).toContainText('F10')
    await keyboard.press('Escape')
    await expect(palette(page).root).toBeHidden()
  })

  await test.step('a key that another command has is told of beside it', async () => {
    await keys.button('Ändra', command).press('Enter')
    await expect(keys.field).toBeFocused()
    await keyboard.press('Control+b')
    await keyboard.press('Enter')
    await expect(keys.row(command)).toContainText('Samma tangent har Visa eller dölj sidofältet')
  })

  await test.step('it is so at the next start', async () => {
    await app.restart()
    await welcome(app.page).open(passphrase)
    await caseTree(app.page).ready()
    await expect(keysPage(app.page).keys(command)).toHaveText(['Ctrl+B'])
  })

  await test.step('she sets it back', async () => {
    const again = keysPage(app.page)
    await again.button('Återställ', command).press('Enter')
    await expect(again.keys(command)).toHaveText(['Ctrl+J'])
    await app.page.keyboard.press('Control+J')
    await expect(problemsPanel(app.page).root).toBeVisible()
  })
})

test('keys that cannot be used are told of, and the usual ones apply @web-only', async ({ app }) => {
  const { page } = app
  await page.evaluate(() =>
    localStorage.setItem(
      'klarlagt.preferences',
      JSON.stringify({ theme: 'pink', keys: { 'note.sign': ['Ctrl+Alt+E'], 'note.save': ['F2'] } }),
    ),
  )
  await page.reload()
  await page.getByRole('heading', { name: 'Ärenden' }).waitFor()
  const keys = keysPage(page)
  await keys.open()
  await expect(keys.findings).toContainText('Inställningen theme')
  await expect(keys.findings).toContainText('Ctrl+Alt+E för kommandot note.sign skriver ett tecken med AltGr')
  await expect(keys.keys('Spara nu').or(keys.keys('Spara')).first()).toHaveText('F2')
})
