// Sök: anything that stands in any case is found by words and filters, and opened where it stands, by keyboard alone.
import type { Page } from '@playwright/test'
import { lisa, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { violationsInEveryLook } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'
import { heldWindow } from './parts/held-window.ts'
import { pressInOneTurn } from './parts/keyboard.ts'
import { search } from './parts/search.ts'

const withPlanering: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'planering',
      answers: {
        'den-forsakrades-syn': 'Lisa vill pröva arbetsprövning på halva dagar.',
        'sociala-faktorer': 'Hon bor nära sitt arbete.',
      },
    },
    { template: 'behovsklarlaggande', answers: { 'den-forsakrades-syn': 'Hon klarar arbetsprövning.' } },
  ],
}
const another: SeedCase = {
  details: { ...lisa, number: '26-900', insured: { name: 'Åke Öman', personnummer: '18930412-2386' } },
  notes: [{ template: 'planering', answers: { 'den-forsakrades-syn': 'Åke tvekar inför arbetsprövning.' } }],
}
test.use({ start: 'archive', seed: { cases: [withPlanering, another] } })

const focusedField = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'))

test('what is sought is found in all cases and opened at its field, by keyboard alone', async ({ app }) => {
  const { page } = app
  const { keyboard } = page
  const { field, hits, count, marks } = search(page)

  await test.step('Ctrl+Shift+F, and words are found while they are typed', async () => {
    await keyboard.press('Control+Shift+F')
    await expect(field).toBeFocused()
    await keyboard.type('arbetsprövning')
    await expect(count).toHaveText('3 träffar i 2 ärenden')
    await expect(marks.first()).toHaveText('arbetsprövning')
  })

  await test.step('Enter goes to the hits, arrows through them, and Enter opens one at its field', async () => {
    await keyboard.press('Enter')
    await expect(hits.first()).toBeFocused()
    await keyboard.press('Home')
    await keyboard.press('ArrowDown')
    await expect(hits.first()).toBeFocused()
    await keyboard.press('Enter')
    await expect.poll(() => focusedField(page)).toBe('den-forsakrades-syn')
  })

  await test.step('F4 goes to the next hit, Shift+F4 back, round', async () => {
    const opened = () => page.locator('[data-note]:visible').getAttribute('data-note')
    const first = await opened()
    await keyboard.press('F4')
    await expect.poll(opened).not.toBe(first)
    await expect.poll(() => focusedField(page)).toBe('den-forsakrades-syn')
    await keyboard.press('Shift+F4')
    await expect.poll(opened).toBe(first)
    await keyboard.press('Shift+F4')
    await keyboard.press('F4')
    await expect.poll(opened).toBe(first)
  })
})

test('filters are completed while they are typed, stand as chips and are taken away', async ({ app }) => {
  const { page } = app
  const { keyboard } = page
  const { field, count, chip, completion, problems } = search(page)
  await keyboard.press('Control+Shift+F')

  await test.step('a name and then its value are chosen by arrow and Enter', async () => {
    await keyboard.type('arbetsprövning sta')
    await completion('status:').waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await completion('Journalförd').waitFor()
    await keyboard.type('utk')
    await completion('Utkast').waitFor()
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    await expect(field).toHaveValue('arbetsprövning status:utkast ')
    await expect(field).toBeFocused()
    await expect(chip('Status: Utkast')).toBeVisible()
    await expect(count).toHaveText('3 träffar i 2 ärenden')
  })

  await test.step('values that stand in the archive are offered, with their number of hits', async () => {
    await keyboard.type('handläggare:')
    await completion(`${lisa.assignedTo} 5 träffar`).waitFor()
    await field.fill('arbetsprövning status:')
    await completion('Utkast 3 träffar').waitFor()
    await completion('Journalförd 0 träffar').waitFor()
  })

  await test.step('Escape closes what is offered, and keeps what is written', async () => {
    await keyboard.press('Escape')
    await expect(completion('Utkast')).toBeHidden()
    await expect(field).toHaveValue('arbetsprövning status:')
  })

  await test.step('a filter is added from the menu and taken away by its chip', async () => {
    await field.fill('arbetsprövning')
    const add = page.getByRole('button', { name: 'Lägg till filter' })
    await add.press('Enter')
    await expect(page.getByRole('menuitem', { name: /^Mall/ })).toBeFocused()
    await keyboard.press('Escape')
    await expect(add).toBeFocused()
    await add.click()
    await page.getByRole('menuitem', { name: /^Mall/ }).click()
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('arbetsprövning mall:')
    await keyboard.type('planering ')
    await expect(count).toHaveText('2 träffar i 2 ärenden')
    await chip('Mall: Planering').getByRole('button').click()
    await expect(field).toHaveValue('arbetsprövning')
    await expect(field).toBeFocused()
    await expect(count).toHaveText('3 träffar i 2 ärenden')
  })

  await test.step('what is not understood is told of, with what to do', async () => {
    await field.fill('arbetsprövning efter:2026-02-30 ')
    await expect(problems).toHaveText(/efter:2026-02-30: det är inget datum\. Skriv som 2026-01-31/)
    await field.fill('arbetsprövning författ:Ek ')
    await problems.getByRole('button', { name: 'Skriv författare: i stället' }).click()
    await expect(field).toHaveValue('arbetsprövning författare:Ek ')
  })

  await test.step('order and spelling are chosen, and stand in the text', async () => {
    await field.fill('arbetsprovning')
    await expect(count).toContainText('Inget hittades')
    await page.getByRole('checkbox', { name: 'Även a för å och ä, o för ö' }).check()
    await expect(field).toHaveValue('arbetsprovning stavning:fri')
    await expect(count).toHaveText('3 träffar i 2 ärenden')
    await page.getByRole('button', { name: 'Mest träffande' }).click()
    await expect(field).toHaveValue('arbetsprovning stavning:fri ordning:relevans')
    await expect(page.getByRole('button', { name: 'Mest träffande' })).toHaveAttribute('aria-pressed', 'true')
  })
})

test('Escape stops what is offered before it has come, and keeps what is written @web-only', async ({
  app,
}) => {
  const window = heldWindow()
  const page = await app.secondPage(window.prepare)
  const { field, completion, count } = search(page)
  await caseTree(page).ready()
  await page.keyboard.press('Control+Shift+F')
  await expect(field).toBeFocused()
  window.hold()
  await page.keyboard.type('arbetsprövning handläggare:')
  await page.keyboard.press('Escape')
  window.letGo()
  // The hits were asked for last, so that what could be offered is there as well.
  await expect(count).toHaveText('3 träffar i 2 ärenden')
  await expect(completion(lisa.assignedTo)).toBeHidden()
  await expect(field).toHaveValue('arbetsprövning handläggare:')
  await page.keyboard.type('A')
  await completion(lisa.assignedTo).waitFor()
})

test('a word that is misspelt by one letter is offered as it may have been meant', async ({ app }) => {
  const { page } = app
  const { field, count } = search(page)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('arbetspövning')
  await page.getByRole('button', { name: /^Menade du arbetsprövning/ }).click()
  await expect(field).toHaveValue('arbetsprövning')
  await expect(count).toHaveText('3 träffar i 2 ärenden')
})

test('a search is saved by a name, run again and removed', async ({ app }) => {
  const { page } = app
  const { root, field, count, hits, saved } = search(page)
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('arbetsprövning mall:planering')
  await expect(count).toHaveText('2 träffar i 2 ärenden')
  await page.getByRole('button', { name: 'Spara sökningen' }).click()
  await page.getByRole('textbox', { name: 'Namn på sökningen' }).fill('Prövningar')
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.getByRole('button', { name: 'Töm sökningen' }).click()
  await expect(saved('Prövningar')).toBeVisible()

  await page.reload()
  await saved('Prövningar').waitFor()
  await page.keyboard.press('Control+Shift+F')
  await expect(field).toBeFocused()
  for (let stop = 0; stop < 6; stop++) await page.keyboard.press('Tab')
  await expect(saved('Prövningar')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('arbetsprövning mall:planering')
  await expect(count).toHaveText('2 träffar i 2 ärenden')
  await expect(hits.first()).toBeFocused()

  await page.getByRole('button', { name: 'Töm sökningen' }).click()
  await page.getByRole('button', { name: 'Ta bort sökningen Prövningar' }).press('Enter')
  await expect(saved('Prövningar')).toBeHidden()
  await expect(root.locator('summary')).toBeFocused()
})

test.describe('a case with more hits than are shown', () => {
  const note = { template: 'planering', answers: { 'den-forsakrades-syn': 'Hon vill pröva.' } }
  test.use({ seed: { cases: [{ details: lisa, notes: [note, note, note, note, note] }] } })

  test('shows the others in place, by keyboard', async ({ app }) => {
    const { page } = app
    const { hits, count, more } = search(page)
    await page.keyboard.press('Control+Shift+F')
    await page.keyboard.type('pröva')
    await expect(count).toHaveText('5 träffar i 1 ärende')
    await expect(more).toHaveText('2 träffar till i ärendet')
    // Whoever knows that the hits are there goes on at once.
    await pressInOneTurn(page, { key: 'Enter', code: 'Enter' }, { key: 'End', code: 'End' })
    await expect(more).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(hits).toHaveCount(5)
    await expect(hits.nth(3)).toBeFocused()
    await expect(more).toBeHidden()
    await page.keyboard.press('ArrowDown')
    await expect(hits.nth(4)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(() => focusedField(page)).toBe('den-forsakrades-syn')
  })
})

test('in a low window all of it scrolls, and no hit lies over the status bar', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('arbetsprövning mall:planering efter:2020-01-01 före:2999-01-01 status:utkast ')
  await expect(search(page).hits).toHaveCount(2)
  await page.setViewportSize({ width: 640, height: 400 })
  // In a window this narrow the side bar goes away by itself, and comes when it is asked for.
  await search(page).field.waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+Shift+F')
  await search(page).field.waitFor()
  const hitOverStatusBar = () =>
    page.evaluate(() =>
      document.elementsFromPoint(120, 390).some((each) => each.closest('.search-view') !== null),
    )
  await expect.poll(hitOverStatusBar).toBe(false)
  await search(page).hits.last().scrollIntoViewIfNeeded()
  await expect(search(page).hits.last()).toBeInViewport()
})

test('a case is found by its number, and opens as a whole', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('Control+Shift+F')
  await expect(search(page).field).toBeFocused()
  await page.keyboard.type('26-900 i:ärende')
  await page.keyboard.press('Enter')
  // The hits of the letters before may be one as well: Enter waits for those of all of them.
  await expect(search(page).hits).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '26-900 Åke Öman' })).toBeVisible()
})

test('quick open finds by the same index, and Enter right behind the last letter opens what was meant', async ({
  app,
}) => {
  const { page } = app
  const { keyboard } = page
  await palette(page).quickOpen()
  await expect(palette(page).input).toBeFocused()
  await keyboard.type('Åke')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '26-900 Åke Öman' })).toBeVisible()
})

test('in English, filters have English names and are read in both languages', async ({ app }) => {
  const { page } = app
  await palette(page).run('Språk: engelska')
  await page.keyboard.press('Control+Shift+F')
  const field = page.getByRole('combobox', { name: 'Search all cases' })
  await expect(field).toBeFocused()
  await page.keyboard.type('arbetsprövning tem')
  await page.getByRole('option', { name: /^template:/ }).waitFor()
  await field.fill('arbetsprövning status:draft mall:planering ')
  await expect(page.getByText('2 hits in 2 cases')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Status: Draft')
})

test('axe finds nothing in any look', async ({ app }) => {
  const { page } = app
  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('arbetsprövning status:utkast efter:2026-02-30 ')
  await expect(search(page).hits).toHaveCount(3)
  expect(await violationsInEveryLook(page)).toEqual([])
  await search(page).field.fill('arbetsprövning sta')
  await search(page).completion('status:').waitFor()
  expect(await violationsInEveryLook(page)).toEqual([])
})
