// Reopening a note goes back to where one was in it, at the next start as well.
import { lisa, passphrase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { field } from './parts/field.ts'
import { openPlanering } from './parts/note-editor.ts'
import { welcome } from './parts/welcome.ts'

const seen = {
  details: lisa,
  notes: [{ template: 'planering', answers: { 'sociala-faktorer': 'Bussen går sällan.' } }],
}
test.use({ start: 'archive', seed: { cases: [seen] } })

test('the field, the place in it and what was in view are there again', async ({ app }) => {
  // Two starts, and the rest after which the place is stored.
  test.slow()
  const { page } = app
  const { keyboard } = page
  await openPlanering(page)
  const words = field(page, 'sociala-faktorer').text
  await words.focus()
  await keyboard.press('Home')
  for (const _letter of 'Bussen') await keyboard.press('ArrowRight')
  await keyboard.type(' hem')
  await expect(words).toHaveValue('Bussen hem går sällan.')

  const isThere = async () => {
    const now = field(app.page, 'sociala-faktorer').text
    await expect(now).toBeFocused()
    await expect(now).toBeInViewport()
    expect(await now.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(
      'Bussen hem'.length,
    )
  }

  await test.step('when its tab is closed and opened again', async () => {
    await keyboard.press('Alt+W')
    await expect(words).toBeHidden()
    await openPlanering(page)
    await isThere()
  })

  await test.step('when another tab has been in front', async () => {
    await keyboard.press('Control+F1')
    await expect(page.getByRole('heading', { name: 'Tangentbordsgenvägar' })).toBeVisible()
    await keyboard.press('Alt+PageUp')
    await isThere()
  })

  await test.step('at the next start', async () => {
    await page.waitForTimeout(2500)
    await app.restart()
    await welcome(app.page).open(passphrase)
    await caseTree(app.page).ready()
    await isThere()
  })
})
