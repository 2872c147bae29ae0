// Users of an archive: added, chosen at start, changed at any time; and the log of it.
import { readFileSync } from 'node:fs'
import { lisa, passphrase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, toasts } from './parts/frame.ts'
import { people } from './parts/people.ts'
import { welcome } from './parts/welcome.ts'

test.use({ start: 'archive', seed: { cases: [{ details: lisa, notes: [] }] } })

test('a colleague is added, takes over as a reader, and finds nothing to write with', async ({ app }) => {
  const { page } = app
  await palette(page).run('Användare')
  await people(page).users.getByRole('button', { name: 'Lägg till användare' }).click()
  const { dialog } = people(page)
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Namn' })).toHaveAccessibleDescription(
    'Skriv användarens namn.',
  )
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Eva Sten')
  await dialog.getByRole('checkbox', { name: 'Utredare' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Läsare' }).check()
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(people(page).users.getByRole('row', { name: /Eva Sten Läsare/ })).toBeVisible()

  await people(page).current.click()
  await people(page).choose(dialog, 'Eva Sten')
  await dialog.getByRole('button', { name: 'Byt', exact: true }).click()
  await expect(people(page).current).toHaveText('Eva Sten, läsare')
  await expect(toasts(page).toast(/Bytet är gjort/)).toBeVisible()
  await expect(people(page).users.getByRole('button', { name: 'Lägg till användare' })).toHaveCount(0)

  await palette(page).openCommands()
  await palette(page).input.fill('>Nytt ärende')
  await expect(palette(page).option('Nytt ärende')).toHaveCount(0)
  await palette(page).input.fill('>Logg')
  await expect(palette(page).option(/^Logg$/)).toHaveCount(0)
  await page.keyboard.press('Escape')

  // Where one would look for it, it stands greyed, with why.
  await caseTree(page).open(/Lisa Berg/)
  const why = /^I rollen läsare går det inte att skriva eller ändra. Det kan utredare/i
  for (const name of ['Ny anteckning', 'Redigera ärende']) {
    const button = page.getByRole('button', { name })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(why)
  }
  await page.getByRole('button', { name: 'Redigera ärende' }).press('Enter')
  await expect(toasts(page).toast(why)).toBeVisible()
  await expect(page.getByRole('tab', { name: /Redigera/ })).toHaveCount(0)
})

test('an archive of several users asks who works, by keyboard alone, and the log tells of it', async ({
  app,
}) => {
  const { page } = app
  await palette(page).run('Användare')
  await people(page).users.getByRole('button', { name: 'Lägg till användare' }).click()
  const { dialog } = people(page)
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Eva Sten')
  await dialog.getByRole('checkbox', { name: 'Specialist', exact: true }).check()
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toHaveCount(0)

  await app.restart()
  await welcome(app.page).open(passphrase)
  const who = people(app.page)
  await expect(who.asks).toBeVisible()
  await expect(who.asks.getByRole('radio', { name: 'Anna Ek' })).toBeFocused()
  await app.page.keyboard.press('ArrowDown')
  await who.choose(who.asks, 'Eva Sten', 'Specialist')
  await app.page.keyboard.press('Enter')
  await caseTree(app.page).ready()
  await expect(who.current).toHaveText('Eva Sten, specialist')
})

test('the log is read by filter and goes out as a file', async ({ app }) => {
  const { page } = app
  await palette(page).run('Logg')
  const log = page.getByRole('article').filter({ has: page.getByRole('heading', { level: 1, name: 'Logg' }) })
  await expect(log.getByRole('row', { name: /Ärendet .* 26-1187/ })).toBeVisible()
  await log.getByRole('combobox', { name: 'Vad' }).selectOption({ label: 'Arkivet skapades' })
  await expect(log.getByRole('status')).toHaveText('1 rad')
  const file = await app.exported(() => log.getByRole('button', { name: 'Exportera som CSV' }).click())
  expect(readFileSync(file, 'utf8')).toContain('"Arkivet skapades"')
})
