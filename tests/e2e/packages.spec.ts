// A case goes to a specialist in another archive and back, twice, each way as one encrypted file.
import { lisa, noNeed, seedArchive } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { commentsPanel } from './parts/comments.ts'
import { toasts } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { packages } from './parts/packages.ts'
import { review } from './parts/review.ts'

test.use({
  start: 'archive',
  seed: {
    cases: [{ details: lisa, notes: [{ template: 'behovsklarlaggande', answers: noNeed, submitted: true }] }],
  },
})

// A passphrase takes a second's work of a machine that has nothing else to do.
const patient = expect.configure({ timeout: 60_000 })
const secret = 'en fras som båda känner'
const there = 'Granskarens arkiv'
const here = 'Mina ärenden'

test('a case goes to a specialist elsewhere and back, is mended, and goes again', async ({ app }) => {
  test.setTimeout(600_000)
  const { page, dataDir } = app
  const { dialog, received, open, goTo } = packages(page)
  const need = () => noteEditor(page, 'Behovsklarläggande')
  const { band, beside } = review(page)
  await seedArchive(dataDir, { cases: [], user: 'Eva Sten', role: 'specialist' }, there)

  /** Makes the package by the button of the case. */
  const send = async () => {
    await page.getByRole('button', { name: 'Granskningspaket', exact: true }).click()
    await expect(dialog.getByRole('checkbox', { name: /Behovsklarläggande/ })).toBeChecked()
    await dialog.getByRole('textbox', { name: 'Lösenfras för filen' }).fill(secret)
    return app.exported(() => dialog.getByRole('button', { name: 'Skapa filen' }).click())
  }
  /** Makes the answer to the address that came with the package. */
  const answer = async () => {
    await caseTree(page).open(/Lisa Berg/)
    await page.getByRole('button', { name: 'Skapa svar' }).click()
    await expect(dialog.getByRole('radio', { name: 'Den som skickade paketet' })).toBeChecked()
    return app.exported(() => dialog.getByRole('button', { name: 'Skapa svaret' }).click())
  }

  const file = await test.step('Anna makes a package of the case', async () => {
    await caseTree(page).open(/Lisa Berg/)
    return send()
  })

  const back = await test.step('Eva opens it by its passphrase, reads, comments and returns it', async () => {
    await goTo(there)
    await open(file, 'en helt annan fras')
    await patient(dialog.getByRole('alert')).toContainText('lösenfras')
    await dialog.getByRole('textbox', { name: /^Lösenfras/ }).fill(secret)
    await dialog.getByRole('button', { name: 'Öppna', exact: true }).click()
    await patient(received).toContainText('Mottaget för granskning från Anna Ek')
    await page.keyboard.press('Control+Shift+E')
    await expect(caseTree(page).row(/Lisa Berg.*mottaget för granskning från Anna Ek/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ny anteckning' })).toHaveAccessibleDescription(
      /^Ärendet är mottaget för granskning/,
    )
    await page
      .locator('.case-page')
      .getByRole('button', { name: /Behovsklarläggande/ })
      .click()
    await need().root.waitFor()
    await expect(need().root.getByRole('textbox')).toHaveCount(0)
    await commentsPanel(page).comment('Vilka samtal har ni haft?')
    await beside.getByRole('textbox').last().fill('Skriv vilka samtal.')
    await beside.getByRole('button', { name: 'Återlämna' }).click()
    await expect(band).toContainText('Återlämnad')
    // Returned, and still not a form: it is written in where it was written.
    await expect(need().root.getByRole('textbox')).toHaveCount(0)
    await expect(need().root).toContainText('Lisa är tillbaka i arbete')
    return answer()
  })

  await test.step('Anna takes in the answer, and a second time changes nothing', async () => {
    await goTo(here)
    await open(back)
    await patient(toasts(page).toast(/Nya beslut: 1. Nya kommentarer: 1/)).toBeVisible()
    await open(back)
    await patient(toasts(page).toast(/Nya beslut: 0. Nya kommentarer: 0/)).toBeVisible()
    await expect(received).toHaveCount(0)
    await page
      .locator('.case-page')
      .getByRole('button', { name: /Behovsklarläggande/ })
      .click()
    await expect(band).toContainText('Skriv vilka samtal.')
    await commentsPanel(page).show()
    await expect(commentsPanel(page).thread('Vilka samtal har ni haft?')).toContainText('Eva Sten')
  })

  await test.step('what belongs elsewhere is refused in words', async () => {
    await open(file, secret)
    await patient(dialog.getByRole('alert')).toContainText('granska')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  const again = await test.step('Anna mends the note and sends it anew', async () => {
    await page.keyboard.press('Control+Shift+E')
    await caseTree(page).open(/Lisa Berg/)
    await page
      .locator('.case-page')
      .getByRole('button', { name: /Behovsklarläggande/ })
      .click()
    await need().root.getByRole('textbox').last().waitFor()
    await page.locator('[data-field="motivering"]').getByRole('textbox').fill('Två samtal i mars.')
    await page.keyboard.press('Control+s')
    await page.keyboard.press('Alt+Shift+Enter')
    await dialog.getByRole('button', { name: 'Lämna in' }).click()
    await expect(band).toContainText('Inlämnad')
    await caseTree(page).open(/Lisa Berg/)
    return send()
  })

  await test.step('Eva sees the newer text beside what was said before', async () => {
    await goTo(there)
    await open(again, secret)
    await patient(received).toBeVisible()
    await page
      .locator('.case-page')
      .getByRole('button', { name: /Behovsklarläggande/ })
      .click()
    await expect(need().root).toContainText('Två samtal i mars.')
    await expect(band).toContainText('Inlämnad')
  })
})
