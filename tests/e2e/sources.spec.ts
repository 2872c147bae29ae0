// What a field and a rule lean on can be followed: to the document and the place in it, and back.
import { lisa, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { editors, outline, palette, support } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { sources } from './parts/sources.ts'

const withPlan: SeedCase = {
  details: lisa,
  notes: [{ template: 'arbetsgivarens-plan', answers: { 'plan-status': { value: 'inkommen' } } }],
}

test.use({ start: 'archive', seed: { cases: [withPlan] } })

test('Handläggarstöd and Disposition stand beside a note and nowhere else', async ({ app }) => {
  const { page } = app
  await caseTree(page).open(/Lisa Berg/)
  await expect(page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' })).toBeVisible()
  await expect(outline(page).root).toBeHidden()
  await expect(support(page).root).toBeHidden()
  await caseTree(page)
    .row(/^Arbetsgivarens plan/)
    .click()
  await expect(outline(page).root).toBeVisible()
  await expect(support(page).root).toBeVisible()
})

test('from a field to the place in its source, on to a rule and to another field', async ({ app }) => {
  const { page } = app
  await palette(page).quickOpen()
  await palette(page).input.fill('Arbetsgivarens plan')
  await palette(page)
    .option(/Arbetsgivarens plan/)
    .first()
    .click()
  const note = noteEditor(page, 'Arbetsgivarens plan')
  await note.radios('Vad gäller för arbetsgivarens plan?').getByRole('radio').first().focus()

  await test.step('Handläggarstöd tells the document and the page, and goes there', async () => {
    await expect(support(page).root).toContainText('Försäkringskassan 2025, FK 2025/000536')
    await expect(support(page).root).toContainText('”Arbetsgivarens plan i långa sjukfall”, s. 6')
    await expect(support(page).root).not.toContainText(/\brad \d/)
    await support(page)
      .root.getByRole('button', { name: /FK 2025\/000536/ })
      .click()
    await expect(sources(page).place(/långa sjukfall”, s\. 6$/)).toBeFocused()
  })

  await test.step('a problem leads to its rule, with all that it rests on', async () => {
    await editors(page).show(/^Arbetsgivarens plan/)
    await note.root.getByRole('button', { name: /R5/ }).first().click()
    await expect(sources(page).place(/^R5 /)).toBeFocused()
  })

  await test.step('a rule that leans on it has a row of its own', async () => {
    await sources(page)
      .use(/^Regel R5/)
      .first()
      .click()
    await expect(sources(page).place(/^R5 /)).toBeFocused()
  })

  await test.step('a field that leans on a source is shown in its template', async () => {
    await sources(page).use('Vilket arbete siktar planeringen mot? (Planering)').first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Planering' })).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Vilket arbete siktar' })).toBeFocused()
  })

  await test.step('back in the tab that was hidden, another place has the focus', async () => {
    await page.getByRole('button', { name: /^Rehabilitering och Försäkringskassans/ }).click()
    await expect(sources(page).place(/30 kap\. 8-11 §§”, bild 3$/)).toBeFocused()
  })
})
