// Phrases by keyboard alone: inserted at the caret, with places to fill in, undone, and the user's own.
import type { Page } from '@playwright/test'
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, support } from './parts/frame.ts'
import { drawn, pressInOneTurn } from './parts/keyboard.ts'
import { noteEditor } from './parts/note-editor.ts'

test.use({
  start: 'archive',
  seed: {
    cases: [
      {
        details: lisa,
        notes: [
          { template: 'fraga-till-varden', answers: {} },
          { template: 'behovsklarlaggande', answers: { 'behov-resultat': { value: 'behov-finns' } } },
        ],
      },
    ],
  },
})

/** Where one types to find a phrase: it has the focus a moment after its key. */
const phraseInput = (page: Page) => page.getByRole('dialog', { name: 'Infoga fras' }).getByRole('combobox')

/** Opens a note of the case by the beginning of its name. */
async function openNote(page: Page, name: string): Promise<void> {
  await caseTree(page).open(/Lisa Berg/)
  await palette(page).quickOpen()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

test('a phrase is inserted, filled in with Tab, undone, and one of her own is added', async ({
  app: { page },
}) => {
  const { keyboard } = page
  await openNote(page, 'Fråga')
  const note = noteEditor(page, 'Fråga till hälso- och sjukvården')
  const questions = note.root.locator('[data-field="fragor"]').getByRole('textbox')
  const background = note.root.locator('[data-field="bakgrund"]').getByRole('textbox')
  const dialog = page.getByRole('dialog', { name: 'Infoga fras' })

  await test.step('Ctrl+Space lists those for the field; Enter inserts', async () => {
    await questions.focus()
    await keyboard.press('Control+Space')
    await expect(phraseInput(page)).toBeFocused()
    await keyboard.type('väntetid')
    await keyboard.press('Enter')
    await expect(questions).toContainText('Finns det en väntetid till {insats}')
    await expect(questions).toBeFocused()
  })

  await test.step('undoing takes it away again, whole', async () => {
    await keyboard.press('Control+Z')
    await expect(questions).toHaveText('')
    await keyboard.press('Control+Space')
    await expect(phraseInput(page)).toBeFocused()
    await keyboard.type('väntetid')
    await keyboard.press('Enter')
    await expect(questions).toContainText('{insats}')
  })

  await test.step('what is to be filled in is selected', async () => {
    await keyboard.type('fysioterapi')
    await expect(questions).toContainText('Finns det en väntetid till fysioterapi, och hur lång är den?')
  })

  await test.step('Tab goes between the places, and from the last one to the next field', async () => {
    await background.focus()
    await keyboard.press('Control+Space')
    await expect(phraseInput(page)).toBeFocused()
    await keyboard.type('arbetar som')
    await keyboard.press('Enter')
    await expect(background).toContainText('Den försäkrade arbetar som {yrke}')
    await keyboard.type('lärare')
    await keyboard.press('Tab')
    await keyboard.type('att undervisa')
    await expect(background).toContainText('arbetar som lärare. I arbetet ingår att undervisa.')
    await keyboard.press('Tab')
    await expect(background).not.toBeFocused()
  })

  await test.step('handläggarstöd has them too, and inserts where the caret was', async () => {
    await background.focus()
    await keyboard.press('Control+End')
    const phrases = support(page).root.getByRole('region', { name: 'Fraser' })
    await phrases
      .getByRole('button', { name: 'Den försäkrade har samtyckt till att jag frågar.' })
      .press('Enter')
    await expect(background).toContainText('Den försäkrade har samtyckt till att jag frågar.')
  })

  await test.step('one of her own, from what is selected', async () => {
    await background.focus()
    await keyboard.press('Control+A')
    await palette(page).run('Lägg till egen fras')
    const form = page.getByRole('dialog', { name: 'Lägg till egen fras' })
    await expect(form.getByRole('textbox')).toHaveValue(/arbetar som lärare/)
    await form.getByRole('textbox').fill('Hon arbetar {omfattning} procent.')
    await keyboard.press('Enter')
    await expect(form).toBeHidden()
    await background.focus()
    await keyboard.press('Control+Space')
    await expect(dialog.getByRole('option').first()).toContainText('Hon arbetar {omfattning} procent.')
    await keyboard.press('Escape')
  })

  await test.step('on the page of phrases it is changed and taken away', async () => {
    await palette(page).run('Fraser')
    await page
      .getByRole('button', { name: 'Ta bort frasen: Hon arbetar {omfattning} procent.' })
      .press('Enter')
    await expect(page.getByText('Du har inga egna fraser.')).toBeVisible()
  })
})

/** The caret in the formatted text of a behovsklarläggande. */
async function inFormattedText(page: Page) {
  await openNote(page, 'Behovsk')
  const need = noteEditor(page, 'Behovsklarläggande')
    .root.locator('[data-field="beskrivning"]')
    .getByRole('textbox')
  await need.focus()
  return need
}

test('in formatted text too, at the caret, with its places to fill in', async ({ app: { page } }) => {
  const { keyboard } = page
  const need = await inFormattedText(page)
  await keyboard.type('Först. ')
  await keyboard.press('Control+Space')
  await expect(phraseInput(page)).toBeFocused()
  await keyboard.type('För att kunna börja')
  await keyboard.press('Enter')
  await expect(need).toContainText('Först. För att kunna börja arbeta behöver den försäkrade {stöd}.')
  // The place is selected once the editor has written the phrase, a moment after the words are there.
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('{stöd}')
  await keyboard.type('fler pauser')
  await expect(need).toHaveText('Först. För att kunna börja arbeta behöver den försäkrade fler pauser.')
})

test('a key that comes while the dialog of phrases is closing is answered, and keeps the focus', async ({
  app: { page },
}) => {
  const { keyboard } = page
  await inFormattedText(page)
  await keyboard.press('Control+Space')
  await expect(page.getByRole('dialog', { name: 'Infoga fras' })).toBeVisible()
  // The dialog still stands there at the second.
  await pressInOneTurn(
    page,
    { key: 'Escape', code: 'Escape' },
    { key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true },
  )
  await expect(palette(page).input).toBeFocused()
  await keyboard.type('Kortkommandon')
  await expect(palette(page).input).toHaveValue('>Kortkommandon')
})

test('undoing takes no focus from the dialog that is opened right behind it', async ({ app: { page } }) => {
  const { keyboard } = page
  const need = await inFormattedText(page)
  await keyboard.type('Först')
  await expect(need).toHaveText('Först')
  await pressInOneTurn(
    page,
    { key: 'z', code: 'KeyZ', ctrlKey: true },
    { key: ' ', code: 'Space', ctrlKey: true },
  )
  await drawn(page)
  await keyboard.type('kunna')
  await expect(phraseInput(page)).toHaveValue('kunna')
  await keyboard.press('Escape')
  await expect(need).toHaveText('')
})

test('what is typed right behind Enter fills in the place of the phrase', async ({ app: { page } }) => {
  const { keyboard } = page
  await openNote(page, 'Fråga')
  const questions = noteEditor(page, 'Fråga till hälso- och sjukvården')
    .root.locator('[data-field="fragor"]')
    .getByRole('textbox')
  await questions.focus()
  await keyboard.press('Control+Space')
  await keyboard.type('väntetid')
  await expect(page.getByRole('dialog', { name: 'Infoga fras' }).getByRole('option')).toHaveCount(1)
  expect(await pressInOneTurn(page, { key: 'Enter', code: 'Enter' })).toBe('Fråga till hälso- och sjukvården')
  await keyboard.type('fysioterapi')
  await expect(questions).toContainText('Finns det en väntetid till fysioterapi, och hur lång är den?')
})
