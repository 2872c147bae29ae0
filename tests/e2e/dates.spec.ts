// Dates by words and by keys, in notes and in the form of a case.
import { addDays } from '../../shared/case/dates.ts'
import { lisa, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseForm } from './parts/case-form.ts'
import { caseTree } from './parts/case-tree.ts'
import { openPlanering } from './parts/note-editor.ts'

test.use({
  start: 'archive',
  seed: { cases: [{ details: lisa, notes: [{ template: 'planering', answers: {} }] }] },
})

test('what is typed is said as a date before it is taken, and Tab takes it', async ({ app }) => {
  const { page } = app
  const note = await openPlanering(page)
  const date = note.text('När gjordes planeringen?')
  const read = note.root.getByRole('status').filter({ hasText: /vecka|Skriv till exempel/ })

  const below = note.text('Den försäkrades egen syn på planeringen')
  await date.focus()
  const before = await below.boundingBox()
  await date.pressSequentially('om 4 veckor')
  expect((await below.boundingBox())?.y).toBe(before?.y)
  await expect(read).toContainText(/, vecka \d+, dag 122, om 4 veckor$/)
  await expect(date).toHaveValue('om 4 veckor')
  await page.keyboard.press('Tab')
  await expect(date).toHaveValue(addDays(today, 28))
  await expect(read).toBeHidden()

  await test.step('nor does anything move at a date that may be left out', async () => {
    const followUp = note.text('När följer du upp planeringen?')
    // Its own section, since those far off are measured first when they come near the window.
    const section = followUp.locator('xpath=ancestor::section')
    await followUp.focus()
    const before = await section.boundingBox()
    await followUp.pressSequentially('om fyra vec')
    expect((await section.boundingBox())?.height).toBe(before?.height)
    await followUp.fill('')
  })

  await test.step('a day of the sick leave is counted in this case', async () => {
    await date.fill('dag 180')
    await page.keyboard.press('Enter')
    await expect(date).toHaveValue(addDays(today, 86))
  })

  await test.step('what names no day stays as it is, with examples of what does', async () => {
    await date.fill('efter sommaren')
    await expect(read).toContainText('Skriv till exempel')
    await page.keyboard.press('Tab')
    await expect(date).toHaveValue('efter sommaren')
    await expect(note.message('När gjordes planeringen?')).toBeVisible()
  })
})

test('keys step from day to day and month to month, and nothing on the page moves', async ({ app }) => {
  const { page } = app
  const note = await openPlanering(page)
  const date = note.text('När gjordes planeringen?')
  const next = note.text('Den försäkrades egen syn på planeringen')
  await date.fill(today)
  const before = await next.boundingBox()
  for (const [key, value] of [
    ['ArrowUp', addDays(today, 1)],
    ['ArrowDown', today],
    ['ArrowDown', addDays(today, -1)],
  ] as const) {
    await page.keyboard.press(key)
    await expect(date).toHaveValue(value)
  }
  await date.fill('2026-01-31')
  await page.keyboard.press('PageUp')
  await expect(date).toHaveValue('2026-02-28')
  await page.keyboard.press('PageDown')
  await expect(date).toHaveValue('2026-01-28')
  await date.fill('')
  await page.keyboard.press('ArrowUp')
  await expect(date).toHaveValue(today)
  await date.fill('t')
  await page.keyboard.press('Enter')
  await expect(date).toHaveValue(today)
  expect((await next.boundingBox())?.y).toBe(before?.y)
})

test('the first sick day of a case takes words as well', async ({ app }) => {
  const { page } = app
  await caseTree(page).newCase()
  const day = caseForm(page).field('Första sjukdag')
  await day.pressSequentially('för 3 veckor sedan')
  await expect(page.getByRole('status').filter({ hasText: 'för 3 veckor sedan' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(day).toHaveValue(addDays(today, -21))
})
