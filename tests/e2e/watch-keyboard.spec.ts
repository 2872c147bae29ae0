// Åtgärder as in a mail program, by keyboard alone: through the rows, beside, aside, and a list of one's own.
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { addDays } from '../../shared/case/dates.ts'
import { lisa, type SeedCase, today } from './app/start-state.ts'
import { type App, expect, test } from './fixtures.ts'
import { editors, palette, toasts } from './parts/frame.ts'

const tomorrow = addDays(today, 1)
const followedUp = (days: number) => ({
  template: 'planering',
  answers: { 'nasta-uppfoljning': addDays(today, days) },
})
const someone = (number: string, name: string, personnummer: string) => ({
  ...lisa,
  number,
  insured: { name, personnummer },
})
const cases: SeedCase[] = [
  { details: lisa, notes: [followedUp(1)] },
  { details: someone('26-1190', 'Göran Ek', '18960315-1235'), notes: [followedUp(2)] },
  { details: someone('26-1191', 'Åsa Öst', '18930412-2386'), notes: [followedUp(3)] },
]
test.use({ start: 'archive', seed: { cases } })

const grid = (page: Page) => page.getByRole('grid', { name: /Inom 14 dagar/ })
const rows = (page: Page) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') })
const current = (page: Page) => grid(page).getByRole('row', { selected: true })

/** Presses Tab until something has the focus: what stands between is no matter of the test. */
async function tabTo(
  page: Page,
  name: RegExp,
  role: 'button' | 'combobox' | 'grid' | 'textbox',
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first()
  await wanted.waitFor()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(wanted).toBeFocused({ timeout: 50 })
  }).toPass({ intervals: [0] })
}

/** Chooses in the list that has the focus, by the first letters of what it says. */
async function choose(page: Page, list: Locator, letters: string, value: string): Promise<void> {
  await expect(list).toBeFocused()
  await page.keyboard.type(letters)
  await expect(list).toHaveValue(value)
}

/** Runs a command by its words and Enter. */
async function run(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await expect(palette(page).input).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('option', { name: words }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Opens the list by the keys of the side bar. */
async function openList(page: Page): Promise<void> {
  await page.keyboard.press('Alt+Shift+L')
  await expect(page.getByRole('button', { name: /^Försenat/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(3)
  await expect(grid(page)).toBeFocused()
}

test('one goes through the rows, opens beside without leaving the list, and puts a case aside until a day', async ({
  app: { page },
}) => {
  const { keyboard } = page
  await openList(page)
  await expect(current(page)).toContainText('26-1187')

  await test.step('next and previous, by letter and by arrow', async () => {
    await keyboard.press('j')
    await expect(current(page)).toContainText('26-1190')
    await keyboard.press('ArrowDown')
    await expect(current(page)).toContainText('26-1191')
    await keyboard.press('k')
    await keyboard.press('ArrowUp')
    await expect(current(page)).toContainText('26-1187')
  })

  await test.step('beside: always the same place, and the keys stay with the list', async () => {
    const notes = page.locator('[data-note]:visible')
    await keyboard.press('Control+Enter')
    await expect(notes).toHaveCount(1)
    await expect(grid(page)).toBeFocused()
    await keyboard.press('j')
    await keyboard.press('Control+Enter')
    await expect(editors(page).tab(/^Planering 26-1190/)).toHaveAttribute('aria-selected', 'true')
    await expect(notes).toHaveCount(1)
    await expect(grid(page)).toBeFocused()
    await expect(page.locator('.dv-groupview:visible')).toHaveCount(2)
  })

  await test.step('aside until tomorrow: it is gone from here, and stands under Senare', async () => {
    await keyboard.press('s')
    const dialog = page.getByRole('dialog', { name: 'Lägg undan 26-1190' })
    await expect(dialog.getByRole('textbox', { name: 'Till' })).toBeFocused()
    await keyboard.press('Control+A')
    await keyboard.type(tomorrow)
    await keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(rows(page)).toHaveCount(2)
    await expect(grid(page)).toBeFocused()
    await expect(current(page)).toContainText('26-1191')
    await keyboard.press('Alt+Shift+L')
    await expect(page.locator('.side-list :focus')).toBeVisible()
    await keyboard.press('End')
    await expect(page.getByRole('button', { name: /^Senare ?1$/ })).toBeFocused()
  })

  await test.step('Enter goes to what the row is about, in the note', async () => {
    await tabTo(page, /Inom 14 dagar/, 'grid')
    await keyboard.press('Enter')
    await expect(page.locator('[data-field="nasta-uppfoljning"] input').first()).toBeFocused()
  })
})

test('a list is copied, named, narrowed, grouped and ordered anew, pinned to I dag, and taken out as files', async ({
  app,
}: {
  app: App
}) => {
  const { page } = app
  const { keyboard } = page
  await openList(page)

  await run(page, 'Kopiera listan och ändra')
  await expect(editors(page).tab('Inom 14 dagar (kopia)')).toBeVisible()

  await test.step('its name', async () => {
    await tabTo(page, /^Namn$/, 'textbox')
    await keyboard.press('Control+A')
    await keyboard.type('Mina planeringar')
    await expect(editors(page).tab('Mina planeringar')).toBeVisible()
  })
  await test.step('a condition: the insured', async () => {
    await tabTo(page, /^Lägg till villkor$/, 'button')
    await keyboard.press('Enter')
    const added = page.getByRole('group', { name: 'Villkor 3' })
    await expect(added).toBeVisible()
    await keyboard.press('Shift+Tab')
    await keyboard.press('Shift+Tab')
    await keyboard.press('Shift+Tab')
    await choose(page, added.getByRole('combobox', { name: 'Vad' }), 'Den', 'name')
    await keyboard.press('Tab')
    await choose(page, added.getByRole('combobox', { name: 'Hur' }), 'inn', 'contains')
    await keyboard.press('Tab')
    await expect(added.getByRole('textbox', { name: 'Värde' })).toBeFocused()
    await keyboard.type('ö')
    const named = page.getByRole('grid', { name: 'Mina planeringar' }).getByRole('gridcell', {
      name: /Berg|Ek|Öst/,
    })
    await expect(named.filter({ hasNotText: 'Anna' })).toHaveText(['Göran Ek', 'Åsa Öst'])
  })
  await test.step('a column, grouping, order', async () => {
    const settings = page.getByRole('region', { name: 'Ändra listan' })
    const list = (name: string) => settings.getByRole('combobox', { name, exact: true })
    const table = page.getByRole('grid', { name: 'Mina planeringar' })
    await tabTo(page, /^Kolumn att lägga till$/, 'combobox')
    await choose(page, list('Kolumn att lägga till'), 'Arbets', 'employer')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await expect(table.getByRole('columnheader', { name: 'Arbetsgivare' })).toBeVisible()
    await tabTo(page, /^Ordnas efter$/, 'combobox')
    await choose(page, list('Ordnas efter'), 'Den', 'name')
    await expect(table.getByRole('columnheader', { name: 'Den försäkrade' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await tabTo(page, /^Grupperas efter$/, 'combobox')
    await choose(page, list('Grupperas efter'), 'Utr', 'assignedTo')
    await expect(table.getByRole('rowheader', { name: 'Anna Ek' })).toBeVisible()
  })
  await test.step('what is moved or taken away leaves the focus with what has come in its place', async () => {
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await button('Flytta Arbetsgivare åt vänster').press('Enter')
    await expect(button('Flytta Arbetsgivare åt vänster')).toBeFocused()
    await button('Ta bort Dag').press('Enter')
    await expect(page.locator('.watch-column :focus')).toBeVisible()
    const condition = page.getByRole('group', { name: 'Villkor 2' })
    await condition.getByRole('button').last().press('Enter')
    await expect(page.locator('.watch-filter :focus')).toBeVisible()
  })
  await test.step('done with it, one is in the list; pinned, it stands on I dag', async () => {
    await tabTo(page, /^Klar$/, 'button')
    await keyboard.press('Enter')
    await expect(page.getByRole('grid', { name: 'Mina planeringar' })).toBeFocused()
    await run(page, 'Fäst listan på I dag')
    await keyboard.press('Alt+Shift+D')
    await expect(page.getByRole('button', { name: /Mina planeringar 2$/ }).last()).toBeVisible()
  })
  await test.step('and it is taken out as CSV, as a sheet and as a calendar', async () => {
    await tabTo(page, /Mina planeringar/, 'button')
    await keyboard.press('Enter')
    await expect(page.getByRole('grid', { name: 'Mina planeringar' })).toBeVisible()
    const csv = readFileSync(await app.exported(() => run(page, 'Exportera listan som CSV')), 'utf8')
    expect(csv).toMatch(/Göran Ek[\s\S]*Åsa Öst/)
    expect(csv).not.toContain('Lisa Berg')
    const sheet = readFileSync(await app.exported(() => run(page, 'Exportera listan som Excelfil (XLSX)')))
    expect(sheet.subarray(0, 2).toString()).toBe('PK')
    const words = 'Exportera uppföljningar till en kalender (iCalendar)'
    const calendar = readFileSync(await app.exported(() => run(page, words)), 'utf8')
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3)
    expect(calendar).not.toMatch(/Lisa|Göran|Öst/)
    await expect(toasts(page).root).not.toContainText('fel')
  })
})
