// The template studio: a template written by keyboard alone, tried beside, mended, and edited as JSON.
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { palette } from './parts/frame.ts'
import { studio } from './parts/studio.ts'

test.use({ start: 'demo' })

/** Writes a text in both languages, from the Swedish field and on by Tab. */
async function write(page: Page, member: string, sv: string, en: string): Promise<void> {
  await studio(page).text(member, 'sv').focus()
  await page.keyboard.type(sv)
  await page.keyboard.press('Tab')
  await page.keyboard.type(en)
}

test('a small template is written by keyboard alone, with its form and journal beside', async ({ app }) => {
  const { page } = app
  const { begin, tree, part, form, journal, problem, problems, saved } = studio(page)
  await begin()
  await part('ny-mall').focus()
  await page.keyboard.press('Enter')
  await write(page, 'Rubrik', 'Samtal', 'Conversation')
  await write(page, 'En rad om mallen', 'Vad ett samtal gav.', 'What came of a conversation.')
  await write(page, 'När den används', 'Efter samtalet.', 'After the conversation.')
  await page.getByLabel('Bestämmelse').focus()
  await page.keyboard.type('27 kap. 23 § FL')
  await page.getByLabel('Källa', { exact: true }).focus()
  await page.keyboard.type('001:1-2')

  await part(/^Samtal/).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await write(page, 'Rubrik', 'Vad hände', 'What happened')
  await part(/^Vad hände/).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await write(page, 'Namn', 'Vem talade du med?', 'Who did you speak with?')
  await expect(form.getByLabel('Vem talade du med?')).toBeVisible()

  // A field more, moved up before the first, and a copy that is taken away again.
  await part(/^Vem talade/).focus()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
  await write(page, 'Namn', 'Vad sades?', 'What was said?')
  await part(/^Vad sades/).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(tree.getByRole('treeitem')).toContainText([
    'Samtal',
    'Vad hände',
    'Vad sades?',
    'Vem talade du med?',
  ])
  await page.keyboard.press('Alt+Shift+ArrowDown')
  await expect(tree.getByRole('treeitem')).toHaveCount(5)
  await page.keyboard.press('Delete')
  await expect(tree.getByRole('treeitem')).toHaveCount(4)
  // What is left to say is only why two fields are asked for.
  await expect(problems.getByRole('listitem')).toHaveCount(2)
  await expect(problem('begärs av eget val')).toHaveCount(2)

  await form.getByLabel('Vad sades?').fill('Att hon vill börja igen.')
  await expect(journal).toContainText('Att hon vill börja igen.')
  await expect(saved).toBeVisible()

  await page.reload()
  await expect(part(/^Vad sades/)).toBeVisible()

  await palette(page).run('Kasta mallutkastet')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kasta' }).press('Enter')
  await expect(part(/^Vad sades/)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Under arbete' })).toHaveCount(0)
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
