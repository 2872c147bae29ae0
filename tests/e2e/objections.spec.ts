// A rule that reads Swedish can be answered: it is not so.
import { lisa, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

const syn = 'Den försäkrades egen syn på planeringen'
const withPlanering: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { 'den-forsakrades-syn': 'Vår plan för återgång gäller.' } }],
}

test.use({ start: 'archive', seed: { cases: [withPlanering] } })

test('an answer that it is not so is told with who and when, and can be taken back', async ({ app }) => {
  const { page } = app
  await palette(page).quickOpen()
  await palette(page).input.fill('Planering')
  await palette(page)
    .option(/Planering/)
    .first()
    .click()
  const note = noteEditor(page, 'Planering')
  const wrong = note.message(`Texten i ”${syn}”`)
  const answered = note.message('Meningen räknas därför inte som fel')

  const deny = wrong.getByRole('button', { name: 'Så är det inte' })

  await expect(wrong).toContainText('Läst så: Vår plan')
  await deny.press('Enter')
  await expect(wrong).toBeHidden()
  await expect(answered).toContainText('Anna Ek svarade')
  await page.getByRole('button', { name: 'Ångra', exact: true }).click()
  await expect(answered).toBeHidden()

  await deny.press('Enter')
  await answered.getByRole('button', { name: 'Ta tillbaka svaret' }).press('Enter')
  await expect(wrong).toBeVisible()

  await deny.press('Enter')
  await expect(answered).toBeVisible()
  await note.text(syn).fill('Vår plan för återgång gäller inte längre.')
  await expect(wrong).toBeVisible()
  const left = note.message('Svaret gäller ingenting nu')
  await left.getByRole('button', { name: 'Ta bort svaret' }).press('Enter')
  await expect(left).toBeHidden()
})
