// The habits of VS Code, by keyboard alone: undoing over the whole note, quick fixes, and tabs.
import type { Page } from '@playwright/test'
import { lisa, type SeedCase } from './app/start-state.ts'
import { type App, expect, test } from './fixtures.ts'
import { field } from './parts/field.ts'
import { editors, palette, toasts } from './parts/frame.ts'

const goran = {
  ...lisa,
  number: '26-1190',
  insured: { name: 'Göran Ek', personnummer: '18960315-1235' },
}
const cases: SeedCase[] = [
  {
    details: lisa,
    notes: [
      { template: 'planering', answers: { 'den-forsakrades-syn': 'Vår plan för återgång gäller.' } },
      { template: 'behovsklarlaggande', answers: {} },
    ],
  },
  { details: goran, notes: [{ template: 'planering', answers: {} }] },
]
test.use({ start: 'archive', seed: { cases } })

/** Opens a note by the words that quick open finds it by. */
async function open(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+P')
  await palette(page).input.fill(words)
  await expect(palette(page).root.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(palette(page).root).toBeHidden()
}

const active = (page: Page) => editors(page).root.locator('[role=tab][aria-selected=true]:visible')

/** Presses the key that reaches the program here: a browser keeps some, and an Alt key stands in their place. */
const press = ({ page, kind }: App, desktop: string, browser: string) =>
  page.keyboard.press(kind === 'electron' ? desktop : browser)

/** The start page, which stands there until it is closed: what is told here is of the tabs of notes alone. */
async function closeToday(app: App): Promise<void> {
  await expect(editors(app.page).tab('I dag')).toBeVisible()
  await press(app, 'Control+W', 'Alt+W')
  await expect(editors(app.page).root.getByRole('tab')).toHaveCount(0)
}

test('undo goes back over fields, rows, formatted text and a fix, and redo forward again', async ({
  app,
}) => {
  const { page } = app
  const { keyboard } = page
  await open(page, 'planering lisa')
  const syn = field(page, 'den-forsakrades-syn').text
  const rich = field(page, 'forutsattningar').text
  const insatser = field(page, 'insatser').root
  await syn.focus()
  await keyboard.press('End')

  await test.step('she writes in a field, makes a row, and writes a formatted text', async () => {
    await keyboard.type(' Hon vill börja i maj.')
    await insatser.getByRole('button', { name: 'Lägg till insats' }).press('Enter')
    await expect(insatser.locator('[data-row]')).toHaveCount(1)
    await rich.focus()
    await keyboard.type('Kan sitta ')
    await keyboard.press('Control+B')
    await keyboard.type('fyra timmar')
    await expect(rich.locator('strong, .rich-text-bold')).toHaveText('fyra timmar')
  })

  await test.step('she takes the suggestion that mends the plan of the agency', async () => {
    await syn.focus()
    await keyboard.press('Control+.')
    const fixes = page.getByRole('menu', { name: 'Visa förslag som rättar här' })
    await expect(fixes).toBeVisible()
    await expect(fixes.getByRole('menuitem').first()).toBeFocused()
    await keyboard.press('Enter')
    await expect(syn).toBeFocused()
    await expect(syn).toHaveValue(/^Vår planering för återgång gäller\. Hon vill börja i maj\.$/)
  })

  /** Presses a key until it is so: how many steps typing makes hangs on how fast this machine is. */
  const until = (key: string, isSo: () => Promise<void>) =>
    expect(async () => {
      await keyboard.press(key)
      await isSo()
    }).toPass()
  const soon = { timeout: 1000 }

  await test.step('Ctrl+Z takes the fix back, then the text, then the row, then the words; each in its place', async () => {
    await keyboard.press('Control+Z')
    await expect(syn).toHaveValue('Vår plan för återgång gäller. Hon vill börja i maj.')
    await until('Control+Z', () => expect(rich).toHaveText('', soon))
    await expect(rich).toBeFocused()
    await until('Control+Z', () => expect(insatser.locator('[data-row]')).toHaveCount(0, soon))
    await until('Control+Z', () => expect(syn).toHaveValue('Vår plan för återgång gäller.', soon))
    await expect(syn).toBeFocused()
    await keyboard.press('Control+Z')
    await expect(syn).toHaveValue('Vår plan för återgång gäller.')
  })

  await test.step('Ctrl+Y and Ctrl+Shift+Z do it all again', async () => {
    await until('Control+Y', () =>
      expect(syn).toHaveValue('Vår plan för återgång gäller. Hon vill börja i maj.', soon),
    )
    await until('Control+Shift+Z', () => expect(insatser.locator('[data-row]')).toHaveCount(1, soon))
    await until('Control+Y', () => expect(rich).toHaveText('Kan sitta fyra timmar', soon))
  })
})

test('undo in a search box is the box’s own, and leaves the note alone', async ({ app }) => {
  const { page } = app
  await open(page, 'planering lisa')
  const syn = field(page, 'den-forsakrades-syn').text
  await syn.focus()
  await page.keyboard.press('End')
  await page.keyboard.type(' Ja.')
  const filter = page.getByRole('region', { name: 'Ärenden', exact: true }).getByRole('searchbox')
  await filter.focus()
  await page.keyboard.type('lisa')
  await page.keyboard.press('Control+Z')
  await expect(filter).not.toHaveValue('lisa')
  await expect(syn).toHaveValue('Vår plan för återgång gäller. Ja.')
})

test('tabs of a name say their case, and are gone to, closed and opened again by key', async ({ app }) => {
  const { page } = app
  await closeToday(app)
  await open(page, 'planering lisa')
  await expect(active(page)).toHaveAccessibleName(/^Planering($|,)/)
  await open(page, 'planering göran')
  await expect(active(page)).toHaveAccessibleName(/^Planering 26-1190/)
  await expect(editors(page).tab(/^Planering 26-1187/)).toBeVisible()

  await press(app, 'Control+Tab', 'Alt+PageDown')
  await expect(active(page)).toHaveAccessibleName(/^Planering 26-1187/)
  await press(app, 'Control+Shift+Tab', 'Alt+PageUp')
  await expect(active(page)).toHaveAccessibleName(/^Planering 26-1190/)

  await press(app, 'Control+W', 'Alt+W')
  await expect(editors(page).root.getByRole('tab')).toHaveCount(1)
  await expect(active(page)).toHaveAccessibleName(/^Planering($|,)/)
  await press(app, 'Control+Shift+T', 'Alt+Shift+T')
  await expect(active(page)).toHaveAccessibleName(/^Planering 26-1190/)
})

test('two notes stand side by side by Ctrl and the key beside Enter, and each tab has its menu', async ({
  app,
}) => {
  const { page } = app
  await closeToday(app)
  await open(page, 'planering lisa')
  await page.keyboard.press('Control+Backslash')
  await expect(toasts(page).toast(/ensam i sin grupp/)).toBeVisible()
  await open(page, 'planering göran')
  await open(page, 'behovsklarläggande lisa')
  await page.keyboard.press('Control+Backslash')
  await expect(page.locator('[data-note]:visible')).toHaveCount(2)

  await open(page, 'planering göran')
  await page.keyboard.press('Alt+Shift+F10')
  const menu = page.getByRole('menu', { name: 'Flikens meny' })
  await expect(menu.getByRole('menuitem')).toHaveText([
    /^Stäng fliken/,
    /^Stäng de andra flikarna/,
    /^Stäng flikarna till höger/,
    /^Stäng alla flikar/,
    /^Dela åt höger/,
    /^Dela nedåt/,
    /^Kopiera ärendets nummer/,
  ])
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await expect(menu.getByRole('menuitem').first()).toHaveText(app.kind === 'electron' ? /Ctrl\+W/ : /Alt\+W/)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(toasts(page).toast('26-1190 är kopierat.')).toBeVisible()
  expect(await app.clipboard()).toBe('26-1190')

  await page.keyboard.press('Alt+Shift+F10')
  await menu.getByRole('menuitem', { name: 'Stäng de andra flikarna' }).press('Enter')
  await expect(editors(page).root.getByRole('tab')).toHaveText([/Planering/, /Behovsklarläggande/])
  await page.keyboard.press('Alt+Shift+F10')
  await menu.getByRole('menuitem', { name: 'Stäng alla flikar' }).press('Enter')
  await expect(editors(page).root.getByRole('tab')).toHaveText([/Behovsklarläggande/])
})
