// "Vad ska du dokumentera?" by keyboard alone: by questions, by name, and back from a wrong answer.
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { noteEditor } from './parts/note-editor.ts'

test.use({ start: 'archive', seed: { cases: [{ details: lisa }] } })

test.beforeEach(async ({ app: { page } }) => {
  await caseTree(page).open(/Lisa Berg/)
  await page.keyboard.press('Alt+N')
  await expect(chooser(page).question('Vad har hänt?')).toBeVisible()
})

test('a wrong answer is told of, and leads on to the right template', async ({ app: { page } }) => {
  const { root, question } = chooser(page)
  await page.keyboard.press('1')
  await expect(question('Vad gäller arbetsgivarens plan?')).toBeVisible()
  await page.keyboard.press('1')
  await expect(root).toContainText('Planering är något annat: Försäkringskassans egen.')
  await expect(root.getByRole('region', { name: 'Var något svar fel?' })).toContainText(
    'Är det du som planerar?',
  )
  await page.keyboard.press('Tab')
  await expect(root.getByRole('button', { name: 'Ta Planering' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(root.getByRole('button', { name: 'Skapa Planering' })).toBeFocused()
  await expect(root).toContainText('Är det arbetsgivaren som har planerat?')
  await page.keyboard.press('Backspace')
  await expect(root.getByRole('button', { name: 'Skapa Arbetsgivarens plan' })).toBeFocused()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(question('Vad har hänt?')).toBeVisible()
})

test('whoever begins to write finds the template by what people call it, and Enter makes it', async ({
  app: { page },
}) => {
  await page.keyboard.type('kallelse')
  const { finder } = chooser(page)
  await expect(finder.getByRole('searchbox')).toHaveValue('kallelse')
  await expect(finder.getByRole('button')).toHaveCount(1)
  await expect(finder.getByRole('status')).toHaveText('En mall')
  await expect(finder).toContainText('När du kallar till ett avstämningsmöte')
  await page.keyboard.press('Enter')
  await expect(noteEditor(page, 'Avstämningsmöte').root).toBeVisible()
})

test('arrows go from the field down the list and up again', async ({ app: { page } }) => {
  const { finder } = chooser(page)
  await finder.getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  await expect(finder.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(finder.getByRole('button').nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(finder.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('xyzzy')
  await expect(finder).toContainText('Ingen mall heter så.')
})

const barredWhy = 'Skrivs av rehabiliteringsspecialist.'

test('a template that another role writes in stands there with who writes it, and is not taken by click, number or Enter', async ({
  app: { page },
}) => {
  const { root, finder, question } = chooser(page)
  await page.keyboard.type('behovsanalys')
  const row = finder.getByRole('button', { name: /^Specialistens behovsanalys/ })
  await expect(row).toHaveAttribute('aria-disabled', 'true')
  await expect(row).toHaveAccessibleDescription(new RegExp(`^${barredWhy}`))
  await expect(finder.getByText(barredWhy)).toBeVisible()
  await expect(finder.getByRole('button')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await row.click({ force: true })
  await expect(noteEditor(page, 'Specialistens behovsanalys').root).toHaveCount(0)
  // With others found beside it, Enter takes the first of those.
  await finder.getByRole('searchbox').fill('specialist')
  await expect(finder.getByRole('button').last()).toHaveAccessibleName(/^Specialistens behovsanalys/)

  await root.getByRole('button', { name: /granskar, analyserar eller intervjuar/ }).click()
  await expect(question('Vad gör du?')).toBeVisible()
  const answer = root.getByRole('button', { name: /analyserar behovet av insatser/ })
  await expect(answer).toHaveAccessibleDescription(barredWhy)
  await page.keyboard.press('2')
  await expect(answer).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(question('Vad gör du?')).toBeVisible()
  await page.keyboard.press('1')
  await expect(root.getByRole('button', { name: 'Ta Specialistens behovsanalys' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
})
