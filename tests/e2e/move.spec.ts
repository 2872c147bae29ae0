// A note begun in the wrong template is moved to the right one, by keyboard alone: what both ask follows, the rest is kept.
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, support, toasts } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

const answers = {
  'behov-resultat': { value: 'inget-behov' },
  samrad: 'ja',
  motivering: 'Hon är tillbaka i arbete på måndag.',
}
test.use({
  start: 'archive',
  seed: { cases: [{ details: lisa, notes: [{ template: 'behovsklarlaggande', answers }] }] },
})

test('from the wrong template to the right one, and back', async ({ app: { page } }) => {
  const need = noteEditor(page, 'Behovsklarläggande')
  const planering = noteEditor(page, 'Planering')
  const aside = planering.root.getByRole('note', { name: 'Undanlagt från Behovsklarläggande' })
  const questions = page.getByRole('group', { name: 'Vilken mall ska anteckningen ha?' })

  await test.step('the palette asks which template it shall have, and what follows is shown first', async () => {
    await caseTree(page).open(/Lisa Berg/)
    await palette(page).quickOpen()
    await page.keyboard.type('Behovs')
    await page.keyboard.press('Enter')
    await need.root.waitFor()
    await palette(page).run('Byt mall')
    await expect(questions).toBeVisible()
    await page.keyboard.type('planering')
    await page.keyboard.press('Enter')
    await expect(questions).toContainText('Ett svar följer med')
    await expect(questions).toContainText('2 svar har ingen plats i mallen.')
    await expect(questions.getByRole('button', { name: 'Byt till Planering' })).toBeFocused()
  })

  await test.step('it is a planering, and what has no place there is shown', async () => {
    await page.keyboard.press('Enter')
    await expect(planering.root).toBeVisible()
    await expect(aside).toContainText('Hon är tillbaka i arbete på måndag.')
    await expect(caseTree(page).row(/^Planering, Försäkringskassan, utkast/)).toBeVisible()
    await expect(toasts(page).root).toContainText('Anteckningen har bytt mall')
  })

  await test.step('what is written then is saved with it', async () => {
    await planering.root.getByRole('textbox').first().fill('Skrivet i planeringen')
    await page.keyboard.press('Control+s')
    await page.reload()
    await expect(aside).toContainText('Hon är tillbaka i arbete på måndag.')
    await expect(planering.root.getByRole('textbox').first()).toHaveValue('Skrivet i planeringen')
  })

  await test.step('and back: it says what it said', async () => {
    const back = aside.getByRole('button', { name: 'Byt tillbaka till Behovsklarläggande' })
    await back.focus()
    await page.keyboard.press('Enter')
    await expect(need.root).toBeVisible()
    await expect(need.text('Varför finns det inget behov?')).toHaveValue(
      'Hon är tillbaka i arbete på måndag.',
    )
    await expect(need.root).toContainText('Undanlagt från Planering')
    await expect(need.root).toContainText('Skrivet i planeringen')
    await expect(support(page).root).toBeVisible()
  })
})

test('a note is not moved to a template that another role writes in', async ({ app: { page } }) => {
  await caseTree(page).open(/Lisa Berg/)
  await palette(page).quickOpen()
  await page.keyboard.type('Behovs')
  await page.keyboard.press('Enter')
  await noteEditor(page, 'Behovsklarläggande').root.waitFor()
  await palette(page).run('Byt mall')
  const finder = page.getByRole('region', { name: 'Eller välj mall direkt' })
  await finder.getByRole('searchbox').fill('behovsanalys')
  const row = finder.getByRole('button', { name: /^Specialistens behovsanalys/ })
  await expect(row).toHaveAccessibleDescription(/^Skrivs av rehabiliteringsspecialist\./)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Byt till/ })).toHaveCount(0)
})
