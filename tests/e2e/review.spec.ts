// A note goes to a specialist and back: handed in, returned with what was found, mended, approved and signed.
import { lisa, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { people } from './parts/people.ts'
import { review } from './parts/review.ts'
import { signDialog } from './parts/sign-dialog.ts'

test.use({ start: 'archive', seed: { cases: [{ details: lisa, notes: [] }] } })

test('a note is handed in, returned, mended, approved and signed', async ({ app: { page } }) => {
  test.setTimeout(120_000)
  const need = () => noteEditor(page, 'Behovsklarläggande')
  const { queue, beside, band } = review(page)
  const works = async (name: string) => {
    await palette(page).run('Byt användare eller roll')
    await people(page).choose(people(page).dialog, name)
    await people(page).dialog.getByRole('button', { name: 'Byt', exact: true }).click()
    await expect(people(page).current).toContainText(name)
  }

  await test.step('Sara is added to those who work in the archive', async () => {
    await palette(page).run('Användare')
    await people(page).users.getByRole('button', { name: 'Lägg till användare' }).click()
    const { dialog } = people(page)
    await dialog.getByRole('textbox', { name: 'Namn' }).fill('Sara Holm')
    await dialog.getByRole('checkbox', { name: 'Utredare' }).uncheck()
    await dialog.getByRole('checkbox', { name: 'Specialist', exact: true }).check()
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await expect(dialog).toHaveCount(0)
  })

  await test.step('Anna writes a need and hands it in to Sara', async () => {
    await caseTree(page).open(/Lisa Berg/)
    await page.keyboard.press('Alt+n')
    await chooser(page).take('Behovsklarläggande')
    await need().root.waitFor()
    await need().choose('Är behovet klarlagt?', 'Ja, och inget behov finns')
    await page.keyboard.press('Alt+Shift+Enter')
    const dialog = page.getByRole('dialog', { name: 'Lämna in för granskning' })
    await dialog.getByRole('combobox', { name: 'Till vem?' }).selectOption({ label: 'Sara Holm, specialist' })
    await dialog.getByRole('button', { name: 'Lämna in' }).click()
    await expect(band).toContainText('Inlämnad för granskning till Sara Holm')
    await expect(need().root.getByRole('textbox')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Journalför' })).toHaveCount(0)
  })

  await test.step('Sara finds it in her queue and returns it with a verdict and a reason', async () => {
    await works('Sara Holm')
    await page.keyboard.press('Alt+Shift+r')
    await expect(queue.getByRole('button', { name: /Behovsklarläggande/ })).toBeVisible()
    await page.keyboard.press('Alt+g')
    await beside
      .getByRole('group', { name: /Är behovet av rehabilitering klarlagt/ })
      .getByRole('radio', { name: 'Nej' })
      .check()
    await beside.getByRole('button', { name: 'Återlämna' }).click()
    await expect(beside.getByRole('textbox', { name: 'Återkoppling till den som skrev' })).toBeFocused()
    await page.keyboard.type('Skriv varför det inte finns något behov.')
  })

  await test.step('what she has written and not sent is hers alone, and is there when the window opens anew', async () => {
    await works('Anna Ek')
    await expect(page.getByText('Skriv varför det inte finns något behov.')).toHaveCount(0)
    await works('Sara Holm')
    await page.reload()
    await expect(queue.getByRole('button', { name: /Behovsklarläggande/ })).toBeVisible()
    await page.keyboard.press('Alt+g')
    await expect(beside.getByRole('textbox', { name: 'Återkoppling till den som skrev' })).toHaveValue(
      'Skriv varför det inte finns något behov.',
    )
    await expect(
      beside
        .getByRole('group', { name: /Är behovet av rehabilitering klarlagt/ })
        .getByRole('radio', { name: 'Nej' }),
    ).toBeChecked()
    await beside.getByRole('button', { name: 'Återlämna' }).click()
    await expect(band).toContainText('Återlämnad av Sara Holm')
  })

  await test.step('Anna reads what was found, goes to the field and mends it', async () => {
    await works('Anna Ek')
    await page.keyboard.press('Alt+g')
    await expect(band).toContainText('Skriv varför det inte finns något behov.')
    await beside.getByRole('button', { name: 'Är behovet klarlagt?' }).first().click()
    await expect(need().root.getByRole('radio', { name: /inget behov finns/ })).toBeFocused()
    await need().write('Varför finns det inget behov?', 'Lisa är tillbaka i arbete den 9 mars.')
    await need().write('När tog du ställning?', today)
    await need().check('Vad bygger ställningstagandet på?', 'Samtal med den försäkrade')
    await need().choose('Är behovet klarlagt i samråd med den försäkrade?', 'Ja')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('alertdialog')).toContainText('måste godkännas')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Lämna in för granskning' }).click()
    await page
      .getByRole('dialog', { name: 'Lämna in för granskning' })
      .getByRole('button', { name: 'Lämna in' })
      .click()
    await expect(band).toContainText('någon som granskar')
  })

  await test.step('Sara approves it, and Anna signs what was approved', async () => {
    await works('Sara Holm')
    await page.keyboard.press('Alt+g')
    for (const item of [/Är behovet av rehabilitering klarlagt/, /Hålls arbetsgivarens plan/])
      await beside.getByRole('group', { name: item }).getByRole('radio', { name: 'Ja' }).check()
    await page.keyboard.press('Alt+Shift+o')
    await expect(band).toContainText('Godkänd av Sara Holm')
    await works('Anna Ek')
    await page.keyboard.press('Alt+g')
    await page.keyboard.press('Control+Enter')
    await signDialog(page).confirm()
    await expect(need().root.getByText('Journalförd', { exact: true }).first()).toBeVisible()
  })
})
