// A closed case is disposed of once its time has come: the number is typed, the case goes, and a receipt stays.
import { readFileSync } from 'node:fs'
import { lisa, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'
import { people } from './parts/people.ts'

const answers = { 'behov-resultat': { value: 'inget-behov' }, datum: today, motivering: 'Klart.' }
const closed = { on: '2020-01-15', reason: 'Åter i arbete.' }
test.use({
  start: 'archive',
  policies: { file: { disposeAfterMonths: 12 } },
  seed: {
    cases: [
      { details: { ...lisa, closed }, notes: [{ template: 'behovsklarlaggande', answers }] },
      { details: { ...lisa, number: '26-2' } },
    ],
  },
})

test('gallring by keyboard alone, with the number of the case typed', async ({ app }) => {
  const { page } = app
  const tree = caseTree(page)
  await expect(tree.row(/26-1187 Lisa Berg.*avslutat/)).toBeVisible()
  await palette(page).run('Gallring')
  const form = page.getByRole('form', { name: '26-1187 Lisa Berg' })
  await expect(form).toContainText('Anteckningar: 1')
  const number = form.getByRole('textbox', { name: 'Skriv ärendets nummer för att bekräfta' })
  await form.getByRole('textbox', { name: 'Grund för gallringen' }).fill('RA-FS 2026:1')
  await number.fill('26-2')
  await page.keyboard.press('Enter')
  await expect(form).toContainText('Det är inte ärendets nummer.')
  await number.fill('26-1187')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Ärende 26-1187, gallrat/)).toBeVisible()
  await expect(form).toHaveCount(0)
  await expect(tree.row(/26-1187/)).toHaveCount(0)
  await expect(tree.row(/26-2/)).toBeVisible()

  // The receipt goes out as a file, and is there still for whoever comes later.
  const pdf = await app.exported(() => page.getByRole('button', { name: 'Spara som PDF' }).press('Enter'))
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
})

test('whoever has no right to it is not offered it in the palette, and is told why on a page that stood open', async ({
  app: { page },
}) => {
  await palette(page).run('Användare')
  const { dialog, users, current, choose } = people(page)
  await users.getByRole('button', { name: 'Lägg till användare' }).click()
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Eva Sten')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toHaveCount(0)
  await palette(page).run('Gallring')
  const form = page.getByRole('form', { name: '26-1187 Lisa Berg' })
  await form.waitFor()

  await current.click()
  await choose(dialog, 'Eva Sten')
  await dialog.getByRole('button', { name: 'Byt', exact: true }).click()
  await expect(current).toHaveText('Eva Sten, utredare')
  await expect(page.getByText(/^Bara den som har rätt att gallra/)).toBeVisible()
  await expect(form).toHaveCount(0)
  await palette(page).openCommands()
  await palette(page).input.fill('>Gallring')
  await expect(palette(page).option(/^Gallring$/)).toHaveCount(0)
})

test('a case is closed with a reason, and opened again', async ({ app: { page } }) => {
  const tree = caseTree(page)
  await tree.open(/26-2/)
  await palette(page).run('Avsluta ärendet')
  await page.getByRole('textbox', { name: 'Varför är ärendet avslutat?' }).fill('Åter i arbete.')
  await page.keyboard.press('Enter')
  await expect(tree.row(/26-2 Lisa Berg.*avslutat/)).toBeVisible()
  await palette(page).run('Öppna ärendet igen')
  await expect(tree.row(/26-2 Lisa Berg.*avslutat/)).toHaveCount(0)
})
