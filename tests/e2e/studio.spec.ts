// The template studio: a template written by keyboard alone, tried beside, mended, and edited as JSON.
import { expect, test } from './fixtures.ts'
import { palette } from './parts/frame.ts'
import { tabTo } from './parts/keyboard.ts'
import { publishing } from './parts/publishing.ts'
import { studio } from './parts/studio.ts'

test.use({ start: 'demo' })

test('a template of two sections is written by keyboard alone, tried, handed in, taken back and thrown away', async ({
  app: { page },
}) => {
  const { keyboard } = page
  const { tree, part, properties, text, form, journal, saved } = studio(page)
  const run = async (command: string) => {
    await palette(page).openCommands()
    await keyboard.insertText(command)
    await expect(palette(page).option(command).first()).toHaveAttribute('aria-selected', 'true')
    await keyboard.press('Enter')
  }
  const writeBoth = async (sv: string, en: string) => {
    await keyboard.press('Control+A')
    await keyboard.insertText(sv)
    await keyboard.press('Tab')
    await keyboard.press('Control+A')
    await keyboard.insertText(en)
  }
  /** From a part in the list to what it is called, and back. */
  const call = async (sv: string, en: string) => {
    await keyboard.press('Enter')
    await writeBoth(sv, en)
    await keyboard.press('Escape')
    await expect(part(sv)).toBeFocused()
  }

  await test.step('what the template itself must say', async () => {
    await run('Ny mall')
    await tree.waitFor()
    await tabTo(page, tree)
    await keyboard.press('Home')
    await keyboard.press('Enter')
    await writeBoth('Samtal', 'Conversation')
    await tabTo(page, text('En rad om mallen', 'sv'))
    await writeBoth('Vad ett samtal gav.', 'What came of a conversation.')
    await tabTo(page, text('När den används', 'sv'))
    await writeBoth('Efter samtalet.', 'After the conversation.')
    await tabTo(page, properties.getByLabel('Bestämmelse'))
    await keyboard.insertText('27 kap. 23 § FL')
    await tabTo(page, properties.getByLabel('Källa', { exact: true }))
    await keyboard.insertText('001:1-2')
    await keyboard.press('Escape')
    await expect(part('Samtal')).toBeFocused()
  })

  await test.step('a section of two fields, one of which is asked under a condition', async () => {
    await keyboard.press('ArrowDown')
    await call('Vad hände', 'What happened')
    await keyboard.press('ArrowDown')
    await call('Fick du svar?', 'Did you get an answer?')
    await keyboard.press('Enter')
    await tabTo(page, properties.getByLabel('Typ av svar'))
    await keyboard.type('ja eller')
    await keyboard.press('Escape')
    await keyboard.press('Control+Enter')
    await call('Vad var svaret?', 'What was the answer?')
    await keyboard.press('Enter')
    await tabTo(page, properties.getByRole('button', { name: 'Lägg till villkor' }))
    await keyboard.press('Enter')
    await expect(properties.getByLabel('Fält eller uppgift i ärendet')).toBeFocused()
    await tabTo(page, properties.getByLabel('Jämförelse'))
    await keyboard.press('Home')
    await tabTo(page, properties.getByLabel('Värde'))
    await keyboard.type('Ja')
    await expect(properties.getByLabel('Som text')).toHaveValue('falt är "ja"')
    await expect(form.getByText('Vad var svaret?')).toHaveCount(0)
    await keyboard.press('Escape')
  })

  await test.step('another section, where a copied field is moved to stand first', async () => {
    await keyboard.press('Control+Shift+Enter')
    await call('Efteråt', 'Afterwards')
    await keyboard.press('ArrowDown')
    await call('Vad gör du nu?', 'What will you do now?')
    await keyboard.press('Alt+Shift+ArrowDown')
    await call('När gör du det?', 'When will you do it?')
    await keyboard.press('Alt+ArrowUp')
    const all = ['Samtal', 'Vad hände', 'Fick du svar?', 'Vad var svaret?', 'Efteråt']
    await expect(tree.getByRole('treeitem')).toContainText([...all, 'När gör du det?', 'Vad gör du nu?'])
    await keyboard.press('Control+Enter')
    await keyboard.press('Delete')
    await expect(tree.getByRole('treeitem')).toHaveCount(7)
  })

  await test.step('tried in the form, where the condition holds, and read in the journal', async () => {
    await tabTo(page, form.getByRole('radio').first())
    await keyboard.press('Space')
    await tabTo(page, form.getByLabel('Vad var svaret?'))
    await keyboard.insertText('Att hon vill börja igen.')
    await expect(journal).toContainText('Att hon vill börja igen.')
    await expect(saved).toBeVisible()
  })

  await test.step('handed in, taken back, and thrown away', async () => {
    const { written, does } = publishing(page)
    const copy = written('Samtal')
    await run('Egna mallar')
    await tabTo(page, does(copy, 'Lämna till granskning'))
    await keyboard.press('Enter')
    await expect(copy).toContainText('Lämnad till granskning')
    await expect(copy).toBeFocused()
    await tabTo(page, does(copy, 'Ta tillbaka'))
    await keyboard.press('Enter')
    await expect(copy).toContainText('Utkast')
    await tabTo(page, does(copy, 'Kasta mallutkastet'))
    await keyboard.press('Enter')
    await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Kasta' }))
    await keyboard.press('Enter')
    await expect(copy).toHaveCount(0)
  })
})

test('problems lead to their place and are mended from the list, and undoing takes it back', async ({
  app,
}) => {
  const { page } = app
  const { begin, part, problem, text, root } = studio(page)
  await begin()
  await part('falt').click()
  await text('Namn', 'sv').fill('Vad sades?')
  await part('ny-mall').click()
  const untranslated = problem('Texten finns bara på svenska.')
  await untranslated.getByRole('button', { name: /Vad sades/ }).press('Enter')
  await expect(text('Namn', 'en')).toBeFocused()
  await untranslated.getByRole('button', { name: 'Ta den svenska texten att översätta' }).press('Enter')
  await expect(text('Namn', 'en')).toHaveValue('Vad sades?')
  await expect(untranslated).toHaveCount(0)
  await root.getByRole('button', { name: 'Ångra' }).click()
  await expect(text('Namn', 'en')).toHaveValue('')
})

test('two hints of one kind in one text are two, and go with the words; a removal is offered to be undone while that is all it undoes', async ({
  app,
}) => {
  const { page } = app
  const { begin, part, problem, text, tree } = studio(page)
  await begin()
  await part('falt').click()
  await text('Namn', 'sv').fill('Varför avseende inte erhållit?')
  await expect(problem('enklare')).toHaveCount(2)
  await problem('”erhållit” kan sägas').getByRole('button', { name: 'Skriv enklare' }).click()
  await expect(text('Namn', 'sv')).toHaveValue('Varför avseende inte fått?')
  await text('Namn', 'sv').fill('Varför inte?')
  await expect(problem('enklare')).toHaveCount(0)

  await part(/^Varför inte/).press('Control+Enter')
  await expect(tree.getByRole('treeitem')).toHaveCount(4)
  await part(/^falt/).press('Delete')
  const undo = page.getByRole('status').getByRole('button', { name: 'Ångra' })
  await expect(undo).toBeVisible()
  await text('Namn', 'en').fill('Why not?')
  await expect(undo).toHaveCount(0)
  await expect(tree.getByRole('treeitem')).toHaveCount(3)
})

test('the JSON is written both ways, completed by the schema, and kept while it is none', async ({ app }) => {
  const { page } = app
  const { begin, part, text, view, json, properties, saved } = studio(page)
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      document.body.setAttribute('data-violated', effectiveDirective),
    )
  })
  await begin()
  await view('JSON')
  await text('Rubrik', 'sv').fill('Samtal')
  await expect(json).toContainText('"sv": "Samtal"')

  await json.click()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('"whenNot')
  await page.getByRole('option', { name: '"whenNotToUse"' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(properties).toContainText('JSON-texten går inte att läsa')
  await page.keyboard.type(',')
  await expect(properties.getByRole('group', { name: 'När den inte används' })).toBeVisible()
  await expect(properties).not.toContainText('JSON-texten går inte att läsa')

  await page.keyboard.type('{{{')
  await expect(properties).toContainText('JSON-texten går inte att läsa')
  await expect(saved).toBeVisible()
  await page.reload()
  await view('JSON')
  await expect(json).toContainText('{{{')
  await expect(page.locator('body')).not.toHaveAttribute('data-violated')
  await expect(part('falt')).toHaveCount(0)
})

test('a condition is picked together, and shows and hides in the form at once', async ({ app }) => {
  const { page } = app
  const { begin, part, text, properties, form } = studio(page)
  await begin()
  await part('falt').click()
  await text('Namn', 'sv').fill('Fick du svar?')
  await properties.getByLabel('Typ av svar').selectOption('yes-no')
  await part(/^Fick du svar/).press('Control+Enter')
  await text('Namn', 'sv').fill('Vad var svaret?')
  await properties.getByRole('button', { name: 'Lägg till villkor' }).click()
  await properties.getByLabel('Jämförelse').selectOption('is')
  await properties.getByLabel('Värde').selectOption('ja')
  await expect(form.getByText('Vad var svaret?')).toHaveCount(0)
  await expect(properties.getByLabel('Som text')).toHaveValue('falt är "ja"')
  await form.getByLabel('Ja', { exact: true }).check()
  await expect(form.getByText('Vad var svaret?')).toBeVisible()

  await properties.getByLabel('Som text').fill('falt är "nej" och dag större än 30')
  await expect(form.getByText('Vad var svaret?')).toHaveCount(0)
  await expect(properties.getByLabel('Hur villkoren hör ihop')).toHaveValue('all')
})

test('how older answers come over is picked: a new id brings its step, and what finds no place is told and given one', async ({
  app,
}) => {
  const { page } = app
  const { part, properties, problem, root, beginNext } = studio(page)
  await beginNext(/^Arbetsgivarens plan/)
  const follows = properties.getByRole('group', { name: 'Hur äldre svar följer med' })
  const head = part(/^Arbetsgivarens plan/)
  await part(/^Vad är det som är oklart/).click()
  await properties.getByLabel('Id', { exact: true }).fill('oklarheten')
  await properties.getByLabel('Id', { exact: true }).press('Enter')
  await head.click()
  await expect(follows.getByLabel('Till')).toHaveValue('oklarheten')
  await expect(follows).toContainText('Allt i den tidigare versionen hittar en plats.')
  await root.getByRole('button', { name: 'Ångra' }).click()
  await expect(follows.getByLabel('Till')).toHaveCount(0)

  await part(/^Vad är det som är oklart/).press('Delete')
  await expect(problem('Svar på ”Vad är det som är oklart?” i version 2 hittar ingen plats')).toBeVisible()
  await head.click()
  await follows.getByRole('button', { name: 'Lägg till ett steg för Vad är det som är oklart?' }).click()
  await follows.getByLabel('Vad steget gör').selectOption('merge')
  await expect(follows.getByRole('checkbox', { name: /^Vad är det som är oklart/ })).toBeChecked()
  await expect(follows).toContainText('Allt i den tidigare versionen hittar en plats.')
  await expect(problem('hittar ingen plats')).toHaveCount(0)
})

test('a template is tried in a case as a note of it would be read there, with the other notes around', async ({
  app,
}) => {
  const { page } = app
  const { form, journal, beginNext, tryIn } = studio(page)
  await beginNext(/^Planering/)
  const notClear = form.getByText('Behovet är inte klarlagt i ärendet.')
  await expect(notClear).toBeVisible()
  await tryIn('26-1263 Nils Dahlgren')
  await expect(form.getByText('Behovsklarläggandet är ett utkast och kan ändras.')).toBeVisible()
  await expect(notClear).toHaveCount(0)
  await expect(journal).toContainText('Nils Dahlgren')
})
