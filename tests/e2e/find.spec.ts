// Finding words in the notes that are open, by keyboard alone.
import type { Page } from '@playwright/test'
import { addDays } from '../../shared/case/dates.ts'
import { lisa, type SeedCase, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { field } from './parts/field.ts'
import { palette, toasts } from './parts/frame.ts'

const withNotes: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'planering',
      answers: {
        'den-forsakrades-syn': 'Lisa vill börja med halva dagar. Halva dagar räcker till en början.',
        forutsattningar: {
          blocks: [
            {
              type: 'paragraph',
              runs: [{ text: 'Skola ' }, { text: 'och halva', bold: true }, { text: ' dagar.' }],
            },
          ],
        },
        insatser: [
          {
            id: '6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a01',
            what: 'Arbetsprövning på halva dagar',
            performer: { name: 'Påhittade Plåt AB' },
            from: addDays(today, 7),
          },
        ],
      },
    },
    { template: 'behovsklarlaggande', answers: { 'den-forsakrades-syn': 'Hon klarar halva dagar.' } },
  ],
}
test.use({ start: 'archive', seed: { cases: [withNotes] } })

async function open(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+P')
  await palette(page).input.fill(words)
  await expect(palette(page).root.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(palette(page).root).toBeHidden()
}

const find = (page: Page) => {
  const root = page.getByRole('search', { name: 'Sök i anteckningen' })
  return { root, words: root.getByRole('textbox', { name: 'Sök' }), count: root.locator('.find-count') }
}

/** How many ranges the page marks, all and the current one. */
const marked = (page: Page) =>
  page.evaluate(() => [CSS.highlights.get('find')?.size ?? 0, CSS.highlights.get('find-current')?.size ?? 0])

test('words are found in fields, formatted text and rows, and Esc goes back to where she was', async ({
  app,
}) => {
  const { page } = app
  const { keyboard } = page
  await open(page, 'planering')
  const syn = field(page, 'den-forsakrades-syn').text
  await syn.focus()
  await keyboard.press('Home')
  await keyboard.press('ArrowRight')
  await keyboard.press('ArrowRight')

  await test.step('Ctrl+F, and the hits are counted', async () => {
    await keyboard.press('Control+F')
    await expect(find(page).words).toBeFocused()
    await keyboard.type('halva')
    await expect(find(page).count).toHaveText('1 av 4')
    await expect(find(page).root).toContainText('Lisa vill börja med halva dagar')
  })

  await test.step('Enter and F3 go on, Shift+Enter and Shift+F3 back, round', async () => {
    await keyboard.press('Enter')
    await expect(find(page).count).toHaveText('2 av 4')
    await keyboard.press('F3')
    await expect(find(page).count).toHaveText('3 av 4')
    await expect(find(page).root).toContainText('och halva dagar.')
    await expect.poll(() => marked(page)).toEqual([expect.any(Number), 1])
    await keyboard.press('F3')
    await expect(find(page).root).toContainText('Arbetsprövning på halva dagar')
    await expect(page.locator('[data-found="current"]')).toBeInViewport()
    await keyboard.press('F3')
    await expect(find(page).count).toHaveText('1 av 4')
    await keyboard.press('Shift+F3')
    await expect(find(page).count).toHaveText('4 av 4')
    await keyboard.press('Shift+Enter')
    await expect(find(page).count).toHaveText('3 av 4')
  })

  await test.step('Esc takes all marks away and goes back to the field and the letter', async () => {
    await keyboard.press('Escape')
    await expect(find(page).root).toBeHidden()
    await expect(syn).toBeFocused()
    await expect(syn).toBeInViewport()
    expect(await syn.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(2)
    expect(await marked(page)).toEqual([0, 0])
    await expect(page.locator('[data-found]')).toHaveCount(0)
  })

  await test.step('Alt+Enter goes into the field with the words selected', async () => {
    await keyboard.press('F3')
    await expect(find(page).words).toHaveValue('halva')
    await keyboard.press('Enter')
    await expect(find(page).count).toHaveText('4 av 4')
    await keyboard.press('Alt+Enter')
    await expect(find(page).root).toBeHidden()
    const what = field(page, 'insatser').root.locator('[data-column="what"]').getByRole('textbox')
    await expect(what).toBeFocused()
    expect(
      await what.evaluate((element: HTMLInputElement) =>
        element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0),
      ),
    ).toBe('halva')
  })

  await test.step('words that stand nowhere are told of', async () => {
    await keyboard.press('Control+F')
    await find(page).words.fill('elefant')
    await expect(find(page).count).toHaveText('Inga träffar')
  })
})

test('words are found across the open notes, and each note comes forward', async ({ app }) => {
  const { page } = app
  const { keyboard } = page
  await open(page, 'behovsklarläggande')
  await open(page, 'planering')
  await keyboard.press('Alt+Shift+F')
  await keyboard.type('halva dagar')
  await expect(find(page).count).toHaveText('1 av 5')
  await expect(find(page).root).toContainText('Planering 26-1187')
  await keyboard.press('Shift+Enter')
  await expect(find(page).count).toHaveText('5 av 5')
  await expect(find(page).root).toContainText('Behovsklarläggande 26-1187')
  await expect(page.getByRole('article', { name: 'Behovsklarläggande', exact: true })).toBeVisible()
  await expect(find(page).words).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Planering', exact: true })).toBeVisible()
  await expect(find(page).words).toBeFocused()
  await expect(toasts(page).root).not.toContainText('fel')
})
