// A template from one who writes it to one who reviews it, published, compared and withdrawn.
import { lisa, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { editors, palette, toasts } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { people } from './parts/people.ts'
import { publishing } from './parts/publishing.ts'
import { studio } from './parts/studio.ts'

test.use({
  start: 'archive',
  seed: { cases: [{ details: lisa, notes: [] }], templates: ['behovsklarlaggande'] },
})

test.describe('of two templates that are written', () => {
  test.use({
    seed: { cases: [{ details: lisa, notes: [] }], templates: ['behovsklarlaggande', 'planering'] },
  })

  test('one is handed in by its author, approved and published by another, and withdrawn, by keyboard', async ({
    app,
  }) => {
    const { page } = app
    const { dialog, written, published, open, does, readIn } = publishing(page)
    const need = written('Behovsklarläggande')
    await open()
    await does(need, 'Lämna till granskning').press('Enter')
    await expect(need).toContainText('Lämnad till granskning')
    await expect(need).toBeFocused()
    const approve = does(need, 'Godkänn')
    await expect(approve).toHaveAttribute('aria-disabled', 'true')
    await expect(approve).toHaveAccessibleDescription(
      'Du har själv skrivit i mallen. Någon annan måste granska den.',
    )

    await palette(page).run('Användare')
    await people(page).users.getByRole('button', { name: 'Lägg till användare' }).click()
    await dialog.getByRole('textbox', { name: 'Namn' }).fill('Bo Lind')
    await dialog.getByRole('checkbox', { name: 'Skriva, granska och publicera mallar' }).check()
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await people(page).current.click()
    await people(page).choose(dialog, 'Bo Lind')
    await dialog.getByRole('button', { name: 'Byt', exact: true }).click()
    await expect(people(page).current).toHaveText('Bo Lind, utredare')

    await open()
    await does(need, 'Godkänn').press('Enter')
    await expect(need).toContainText('Godkänd av Bo Lind.')
    await expect(need).toBeFocused()
    await does(need, 'Publicera från…').press('Enter')
    await expect(dialog.getByRole('textbox', { name: 'Gäller från' })).toHaveValue(today)
    await dialog.getByRole('textbox', { name: 'Gäller från' }).fill('2020-01-01')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('Dagen har varit.')
    await dialog.getByRole('textbox', { name: 'Gäller från' }).fill(today)
    await page.keyboard.press('Enter')
    await expect(toasts(page).toast(/Mallen är publicerad/)).toBeVisible()
    await expect(need).toHaveCount(0)
    await expect(published).toBeFocused()
    await expect(published).toContainText('Behovsklarläggande, version 3')
    await expect(published).toContainText(`Publicerad av Bo Lind, granskad av Bo Lind, gäller från ${today}`)

    await caseTree(page).open(/Lisa Berg/)
    await page.keyboard.press('Alt+N')
    await chooser(page).take('Behovsklarläggande')
    const note = noteEditor(page, 'Behovsklarläggande')
    await note.root.waitFor()
    await open()

    await does(published, 'Exportera').press('Enter')
    await expect(dialog.getByRole('radio', { name: /^Klarlagts fil, underskriven/ })).toBeChecked()
    const exported = await app.exported(() => page.keyboard.press('Enter'))
    await expect(dialog).toBeHidden()
    await readIn(exported)
    await expect(dialog).toContainText('Nyckeln hör till någon som arbetar i det här arkivet.')
    await expect(dialog.getByRole('alert')).toContainText('Mallen finns redan i arkivet.')
    await page.keyboard.press('Escape')

    const compared = (title: string) => page.getByRole('article', { name: `Jämför ${title}` })
    await does(published, 'Jämför').press('Enter')
    await expect(compared('Behovsklarläggande')).toContainText('Vad som skiljer version 3 från version 2.')
    await open()
    await does(written('Planering'), 'Jämför').press('Enter')
    await expect(compared('Planering').getByRole('heading', { level: 1 })).toHaveText('Planering')
    await open()
    await does(published, 'Dra tillbaka').press('Enter')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('Skriv varför')
    await dialog.getByRole('textbox', { name: 'Skäl' }).fill('Lagen har ändrats.')
    await dialog.getByRole('textbox', { name: 'Skäl' }).press('Enter')
    await expect(published).toContainText('Tillbakadragen av Bo Lind: Lagen har ändrats.')
    await expect(does(published, 'Dra tillbaka')).toHaveCount(0)
    await expect(published).toBeFocused()

    await editors(page).show(/^Behovsklarläggande/)
    const told = note.root.getByRole('note', { name: 'Mallen är tillbakadragen' })
    await expect(told).toContainText(/Version 3 drogs tillbaka av Bo Lind, .*: Lagen har ändrats\./)
    await told.getByRole('button', { name: 'Byt mall' }).press('Enter')
    await expect(page.getByRole('group', { name: 'Vilken mall ska anteckningen ha?' })).toBeVisible()
  })
})

test('a form says what does not carry over before it becomes a working copy, by keyboard', async ({
  app,
}) => {
  const { page } = app
  const { dialog, working, open, readIn } = publishing(page)
  await page
    .getByRole('navigation', { name: 'Aktiviteter' })
    .getByRole('button', { name: 'Mallar' })
    .press('Enter')
  await page.getByRole('button', { name: /^Planering/ }).press('Enter')
  await page
    .getByRole('article', { name: 'Planering' })
    .getByRole('button', { name: 'Exportera' })
    .press('Enter')
  await expect(dialog.getByRole('radio', { name: /^FHIR Questionnaire/ })).toBeFocused()
  const file = await app.exported(() => page.keyboard.press('Enter'))
  await expect(dialog).toContainText('Bara Klarlagt förstår lagstödet.')
  await page.keyboard.press('Escape')

  await open()
  await readIn({ name: 'formulär.txt', mimeType: 'text/plain', buffer: Buffer.from('{"cases":[]}') })
  await expect(dialog).toContainText('Filen är varken en mall från Klarlagt')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await readIn(file)
  await expect(dialog).toContainText('Det finns redan en mall med id planering.')
  await page.keyboard.press('Escape')
  await expect(working).toHaveCount(1)
  await readIn(file)
  await dialog.getByRole('button', { name: 'Skapa arbetskopia' }).evaluate((button: HTMLElement) => {
    // As by somebody who sees nothing happen and asks once more.
    button.click()
    button.click()
  })
  await expect(studio(page).part(/^Insatser/)).toBeVisible()
  await open()
  await expect(working).toHaveCount(2)
})

test('whoever does not look after templates reads where they stand, and is told who does', async ({
  app: { page },
}) => {
  await palette(page).run('Användare')
  const { dialog } = people(page)
  await people(page).users.getByRole('button', { name: 'Lägg till användare' }).click()
  await dialog.getByRole('textbox', { name: 'Namn' }).fill('Eva Sten')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await people(page).current.click()
  await people(page).choose(dialog, 'Eva Sten')
  await dialog.getByRole('button', { name: 'Byt', exact: true }).click()
  await expect(people(page).current).toHaveText('Eva Sten, utredare')
  const { working, open, does, root } = publishing(page)
  await open()
  await expect(working).toContainText('Utkast · skriven av Anna Ek')
  const why = /Det kan den som har rätt att sköta mallar/
  await expect(does(working, 'Lämna till granskning')).toHaveAccessibleDescription(why)
  await expect(root.getByRole('button', { name: 'Läs in' })).toHaveAccessibleDescription(why)
})
