// Everything by keyboard alone: nothing here clicks.
import type { Page } from '@playwright/test'
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { editors, palette, problemsPanel, statusBar, toasts } from './parts/frame.ts'
import { drawn, holdsFocus, pressInOneTurn, tabTo } from './parts/keyboard.ts'
import { noteEditor } from './parts/note-editor.ts'
import { signDialog } from './parts/sign-dialog.ts'

test.use({ start: 'archive', seed: { cases: [{ details: lisa }] } })

/** Makes a note about the employer's plan, told by word of mouth, in the case that is shown. */
async function newPlan(page: Page): Promise<void> {
  await page.keyboard.press('Alt+N')
  await expect(page.getByRole('heading', { name: 'Vad har hänt?' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { name: 'Vad gäller arbetsgivarens plan?' })).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByRole('button', { name: 'Skapa Arbetsgivarens plan' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(noteEditor(page, 'Arbetsgivarens plan').root).toBeVisible()
}

test('from the case tree to a signed plan note', async ({ app }) => {
  const { page } = app
  const { keyboard } = page
  const plan = noteEditor(page, 'Arbetsgivarens plan')

  await test.step('Ctrl+Shift+E goes to the cases, Enter opens one', async () => {
    await keyboard.press('Control+Shift+E')
    await tabTo(page, caseTree(page).row(/26-1187/))
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' })).toBeVisible()
  })

  await test.step('Alt+N asks, numbers answer, Enter makes the note', () => newPlan(page))

  await test.step('the first field has the focus, and Tab goes from field to field', async () => {
    const status = plan.radios('Vad gäller för arbetsgivarens plan?')
    await expect(status.getByRole('radio').first()).toBeFocused()
    await keyboard.press('Space')
    await tabTo(page, plan.text('När kom uppgifterna in?'))
    await keyboard.type('igår')
    await tabTo(page, plan.radios('Hur kom uppgifterna in?'))
    await expect(plan.text('När kom uppgifterna in?')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/)
    await keyboard.press('Space')
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowDown')
    await expect(
      plan.radios('Hur kom uppgifterna in?').getByRole('radio', { name: 'Muntligt, per telefon' }),
    ).toBeChecked()
  })

  await test.step('F8 goes to the next problem, and a suggestion is chosen with arrow and Enter', async () => {
    await keyboard.press('F8')
    await expect(plan.list('Vem lämnade uppgifterna?')).toBeFocused()
    await keyboard.type('Mar')
    await expect(page.getByRole('option', { name: 'Marie Holm' })).toBeVisible()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(plan.list('Vem lämnade uppgifterna?')).toHaveValue('Marie Holm')
    await expect(plan.errors).toHaveCount(0)
  })

  await test.step('Ctrl+Enter asks, and Enter signs', async () => {
    await keyboard.press('Control+Enter')
    await expect(signDialog(page).title('Journalföra anteckningen?')).toBeVisible()
    await expect(signDialog(page).root.getByRole('button', { name: 'Journalför' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(toasts(page).toast('Anteckningen är journalförd.')).toBeVisible()
    await expect(caseTree(page).row(/^Arbetsgivarens plan, Arbetsgivaren, journalförd/)).toBeVisible()
  })
})

test('F6 goes round the parts of the window, and Shift+F6 back', async ({ app }) => {
  const { page } = app
  await problemsPanel(page).show()
  const right = page.getByRole('complementary', { name: 'Sidopanel till höger' })
  await expect(right).toBeHidden()
  await page.keyboard.press('Control+Shift+E')
  await tabTo(page, caseTree(page).row(/26-1187/))
  await page.keyboard.press('Enter')
  await newPlan(page)
  await expect(right).toBeVisible()
  const parts = [
    page.getByRole('banner'),
    page.getByRole('navigation', { name: 'Aktiviteter' }),
    caseTree(page).root,
    problemsPanel(page).root,
    right,
    statusBar(page).root,
  ]
  const partWithFocus = async () => {
    for (const [index, part] of parts.entries()) if (await holdsFocus(part)) return index
    return -1
  }
  const visited: number[] = []
  for (const _part of [...parts, 'editors', 'first again']) {
    await page.keyboard.press('F6')
    visited.push(await partWithFocus())
  }
  const known = visited.filter((index) => index >= 0)
  expect([...new Set(known)].toSorted((a, b) => a - b)).toEqual(parts.map((_part, index) => index))
  const here = await partWithFocus()
  await page.keyboard.press('F6')
  await page.keyboard.press('Shift+F6')
  expect(await partWithFocus()).toBe(here)
})

test('the palette runs commands, and quick open goes to a case', async ({ app }) => {
  const { page } = app
  const { keyboard } = page

  await keyboard.press('Control+Shift+P')
  await expect(palette(page).input).toBeFocused()
  await keyboard.type('tema mörkt')
  await expect(palette(page).option('Tema: mörkt').first()).toBeVisible()
  await keyboard.press('Enter')
  await expect(palette(page).root).toBeHidden()

  await keyboard.press('F1')
  await keyboard.type('inställningar')
  await keyboard.press('Enter')
  const theme = page.getByRole('group', { name: 'Tema' })
  await expect(theme.getByRole('radio', { name: 'Mörkt', exact: true })).toBeChecked()

  await keyboard.press('Control+P')
  await keyboard.type('lisa')
  await expect(palette(page).option(/Lisa Berg/)).toBeVisible()
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' })).toBeVisible()

  await keyboard.press('Alt+W')
  await expect(editors(page).tab('26-1187 Lisa Berg')).toBeHidden()
})

test('what is typed right behind a key that opens something is written there, and not in the note behind it', async ({
  app: { page },
}) => {
  const commands = { key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true }
  await caseTree(page).open(/26-1187/)
  await newPlan(page)
  const field = noteEditor(page, 'Arbetsgivarens plan')
    .radios('Vad gäller för arbetsgivarens plan?')
    .getByRole('radio')
    .first()
  await expect(field).toBeFocused()

  expect(await pressInOneTurn(page, commands)).toBe('Sök eller kör kommando')
  await page.keyboard.press('Escape')
  await expect(field).toBeFocused()

  // The palette is opened anew while it is closing: it keeps the focus, and gives it back to the field.
  await pressInOneTurn(page, commands, { key: 'Escape', code: 'Escape' }, commands)
  await drawn(page)
  await expect(palette(page).input).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field).toBeFocused()

  expect(await pressInOneTurn(page, { key: 'F', code: 'KeyF', ctrlKey: true, shiftKey: true })).toBe(
    'Sök i alla ärenden',
  )
})
