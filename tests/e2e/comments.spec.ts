// Comments on a note: written, answered and settled in the panel, marked in the text, and never part of what the note says.
import { exportedText } from './app/exported-text.ts'
import { lisa, type SeedCase, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { commentsPanel, selectWords } from './parts/comments.ts'
import { palette, statusBar, toasts } from './parts/frame.ts'
import { noteEditor, openPlanering } from './parts/note-editor.ts'

const syn = 'Den försäkrades egen syn på planeringen'
const needs = 'Förutsättningar att ta hänsyn till'
const rich = (text: string) => ({ blocks: [{ type: 'paragraph', runs: [{ text }] }] })
const withNote: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'planering',
      answers: {
        'den-forsakrades-syn': 'Lisa vill arbeta halvtid.',
        forutsattningar: rich('Hon kan sitta i tio minuter men inte stå.'),
      },
    },
  ],
}

test.use({ start: 'archive', seed: { cases: [withNote] } })

test('words in a formatted text are commented on, and the mark follows them as the text is written', async ({
  app: { page },
}) => {
  const note = await openPlanering(page)
  const comments = commentsPanel(page)
  const text = note.text(needs)
  const marks = text.locator('mark')
  await selectWords(text, 'tio minuter')
  await comments.comment('Står det i utlåtandet?')
  await expect(comments.thread('tio minuter')).toContainText('Anna Ek utredare')
  await expect(marks).toHaveText(['tio minuter'])
  await expect(note.root.getByRole('button', { name: '1 öppen kommentar' })).toBeVisible()
  await expect(comments.tab).toHaveText('Kommentarer1')

  await selectWords(text, 'Hon')
  await page.keyboard.type('I dag kan hon')
  await expect(marks).toHaveText(['tio minuter'])
  await selectWords(text, 'minuter')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('korta ')
  await expect(marks).toHaveText(['tio korta minuter'])
  await expect(statusBar(page).saved).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(marks).toHaveText(['tio minuter'])

  await expect(statusBar(page).saved).toBeVisible()
  await selectWords(text, 'tio minuter')
  await page.keyboard.press('Delete')
  await expect(marks).toHaveCount(0)
  await expect(comments.thread('Texten togs bort: tio minuter')).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(marks).toHaveText(['tio minuter'])
  await expect(comments.thread('Texten togs bort')).toHaveCount(0)
})

test('a thread is answered, resolved and opened again by keyboard alone, and leads to its words', async ({
  app: { page },
}) => {
  const note = await openPlanering(page)
  const comments = commentsPanel(page)
  await selectWords(note.text(syn), 'vill arbeta')
  await comments.comment('Vill hon, eller kan hon?')
  await expect(note.text(syn)).toBeFocused()

  await comments.show()
  const go = comments.thread('vill arbeta').getByRole('button', { name: /^Öppen: .?vill arbeta/ })
  await expect(go).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await comments.written('Hon vill.')
  await expect(comments.thread('Hon vill.')).toBeVisible()
  await go.focus()
  await page.keyboard.press('Alt+Shift+A')
  await expect(comments.threads).toHaveCount(0)
  await expect(comments.root.getByText('1 kommentar visas inte här.')).toBeVisible()
  await expect(comments.filter('Öppna')).toBeFocused()
  await comments.filter('Avslutade').press('Enter')
  await comments.threads.getByRole('button', { name: 'Öppna igen' }).press('Enter')
  await comments.filter('Öppna').press('Enter')
  await go.press('Enter')
  await expect(note.text(syn)).toBeFocused()
  const selected = await note
    .text(syn)
    .evaluate((element) =>
      element instanceof HTMLTextAreaElement
        ? element.value.slice(element.selectionStart, element.selectionEnd)
        : '',
    )
  expect(selected).toBe('vill arbeta')
})

test('the words that are selected as the key is pressed are meant, however soon it comes', async ({
  app: { page },
}) => {
  const note = await openPlanering(page)
  const text = note.text(syn)
  await text.focus()
  // In one turn of the page, as on a machine that is behind: it is not told of the selection before the key.
  await text.evaluate((element) => {
    if (element instanceof HTMLTextAreaElement) element.select()
    const key = { key: 'M', code: 'KeyM', altKey: true, shiftKey: true, bubbles: true, cancelable: true }
    element.dispatchEvent(new KeyboardEvent('keydown', key))
  })
  await expect(commentsPanel(page).root.locator('q')).toHaveText('Lisa vill arbeta halvtid.')
})

test('suggested words are shown beside the old, put in by one key, and taken out by one', async ({
  app: { page },
}) => {
  const note = await openPlanering(page)
  const comments = commentsPanel(page)
  const text = note.text(needs)
  await selectWords(text, 'tio minuter')
  await comments.comment('Läkaren skrev så.', 'en kvart')
  const thread = comments.thread('Läkaren skrev så.')
  await expect(thread.locator('del')).toContainText(['tio', 'minuter'])
  await expect(thread.locator('ins')).toContainText(['en', 'kvart'])
  await selectWords(text, 'minuter')
  await page.keyboard.press('Alt+Shift+G')
  await expect(text).toHaveText('Hon kan sitta i en kvart men inte stå.')
  await expect(comments.threads).toHaveCount(0)
  await expect(text.locator('mark')).toHaveCount(0)
  await comments.filter('Avslutade').press('Enter')
  await expect(thread).toContainText('godtog förslaget')
  await text.focus()
  await page.keyboard.press('Control+Z')
  await expect(text).toHaveText('Hon kan sitta i tio minuter men inte stå.')
  await page.keyboard.press('Control+Shift+Z')
  await expect(text).toHaveText('Hon kan sitta i en kvart men inte stå.')
  await expect(statusBar(page).saved).toBeVisible()
})

test('a suggestion is declined with a reason, and the thread stays', async ({ app: { page } }) => {
  const note = await openPlanering(page)
  const comments = commentsPanel(page)
  await selectWords(note.text(syn), 'halvtid')
  await comments.comment('Enligt samtalet.', 'heltid')
  const thread = comments.thread('Enligt samtalet.')
  await thread.getByRole('button', { name: 'Avslå' }).press('Enter')
  await comments.written('Det var före jul.')
  await expect(thread).toContainText('avslog förslaget')
  await expect(thread).toContainText('Det var före jul.')
  await expect(thread.getByRole('button', { name: 'Godta' })).toHaveCount(0)
  await expect(note.text(syn)).toHaveValue('Lisa vill arbeta halvtid.')
})

test('a comment is begun from the menu over selected words, on a whole field, and on the whole note', async ({
  app: { page },
}) => {
  const note = await openPlanering(page)
  const comments = commentsPanel(page)
  await selectWords(note.text(needs), 'sitta')
  await note
    .text(needs)
    .getByText('Hon kan sitta')
    .click({ button: 'right', position: { x: 60, y: 8 } })
  await page.getByRole('menuitem', { name: 'Kommentera' }).click()
  await comments.written('På vad?')
  await expect(comments.thread('På vad?')).toContainText('sitta')
  await expect(note.text(needs)).toBeFocused()

  await note.root.getByRole('radio', { name: 'Klar', exact: true }).focus()
  await comments.comment('När blir den klar?')
  await expect(comments.thread('När blir den klar?')).toContainText('Hela fältet')

  await palette(page).run('Kommentera hela anteckningen')
  await comments.written('Bra så här långt.')
  await expect(comments.threads).toHaveText([/Bra så här långt/, /När blir den klar/, /På vad/])
})

test('what is written is kept when the form is closed, and the next comment is a key away', async ({
  app: { page },
}) => {
  const note = await openPlanering(page)
  const comments = commentsPanel(page)
  await selectWords(note.text(syn), 'halvtid')
  await page.keyboard.press('Alt+Shift+M')
  await expect(comments.form.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Halv')
  await page.keyboard.press('Escape')
  await expect(note.text(syn)).toBeFocused()
  await selectWords(note.text(syn), 'halvtid')
  await comments.comment('tid?')
  await expect(comments.thread('Halvtid?')).toBeVisible()
  await expect(note.text(syn)).toBeFocused()
  await selectWords(note.text(needs), 'sitta')
  await comments.comment('På vad?')
  await expect(note.text(needs)).toBeFocused()
  await page.keyboard.press('F9')
  await expect(note.text(syn)).toBeFocused()
  await page.keyboard.press('F9')
  await expect(note.text(needs)).toBeFocused()
  await expect(toasts(page).root).toBeEmpty()
})

test.describe('a note that is signed', () => {
  const signed: SeedCase = {
    details: lisa,
    notes: [
      {
        template: 'behovsklarlaggande',
        answers: {
          'behov-resultat': { value: 'inget-behov' },
          datum: today,
          kalla: { values: ['den-forsakrade'] },
          samrad: 'ja',
          motivering: 'Lisa är tillbaka i arbete.',
        },
        signed: true,
      },
    ],
  }
  test.use({ seed: { cases: [signed] } })

  test('takes a comment on words of its record, marks them there, and prints it only where that is asked for', async ({
    app,
  }) => {
    const { page } = app
    await palette(page).quickOpen()
    await palette(page).input.fill('Behovsklarläggande')
    await palette(page)
      .option(/^Behovsklarläggande/)
      .first()
      .click()
    const note = noteEditor(page, 'Behovsklarläggande')
    const comments = commentsPanel(page)
    await selectWords(note.root.locator('.journal'), 'tillbaka i arbete')
    await comments.comment('Från vilken dag?')
    await expect(comments.thread('Från vilken dag?')).toContainText('tillbaka i arbete')
    const marked = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('comments') ?? [])].map((range) =>
          range instanceof Range ? range.cloneContents().textContent : undefined,
        ),
      )
    await expect.poll(marked).toEqual(['tillbaka i arbete'])
    await expect(comments.thread('Från vilken dag?').getByRole('button', { name: 'Godta' })).toHaveCount(0)

    await note.toolbar.getByRole('button', { name: 'Exportera' }).click()
    await expect(page.getByRole('menuitemcheckbox', { name: 'Med kommentarer' })).not.toBeChecked()
    await page.getByRole('menuitemcheckbox', { name: 'Med kommentarer' }).click()
    const path = await app.exported(() => page.getByRole('menuitem', { name: 'Text (.txt)' }).click())
    expect(exportedText(path)).toContain('Från vilken dag?')
  })
})

test('a note that is handed in, and can only be read, is commented on by keys', async ({ app: { page } }) => {
  const note = await openPlanering(page)
  const comments = commentsPanel(page)
  await palette(page).run('Lämna in för granskning')
  const dialog = page.getByRole('dialog', { name: 'Lämna in för granskning' })
  await dialog.getByRole('button', { name: 'Lämna in' }).click()
  await expect(note.root.getByRole('textbox')).toHaveCount(0)
  await comments.comment('Är det tio minuter i sträck?')
  await expect(comments.thread('Är det tio minuter i sträck?')).toContainText('Anna Ek utredare')
  await expect(note.root).toContainText('Lisa vill arbeta halvtid.')
})
