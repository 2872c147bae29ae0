// Presentation mode: large, without bars, a note section by section, and speaker's notes in a window of their own, in both hosts.
import { type App, expect, test } from './fixtures.ts'
import { violations } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { palette, statusBar } from './parts/frame.ts'

test.use({ start: 'demo' })

const spoken = (app: App) => app.page.locator('[data-spoken]')
const present = (app: App) => palette(app.page).run('Presentationsläge: på eller av')

/** A new note of a template in the first case. */
async function openNote(app: App, template: string): Promise<void> {
  await caseTree(app.page).tree.getByRole('treeitem').first().click()
  await app.page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
  await chooser(app.page).take(template)
  await app.page.locator('.note-section').first().waitFor()
}

test('everything is larger, the bars are put away, and all is as it was afterwards', async ({ app }) => {
  await openNote(app, 'Kontaktmöte')
  const fontSize = () => app.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  const before = await fontSize()
  await present(app)
  await expect(caseTree(app.page).root).toHaveCount(0)
  expect(Number.parseFloat(await fontSize())).toBeGreaterThan(Number.parseFloat(before))
  expect(await app.page.evaluate(() => getComputedStyle(document.body).cursor)).toContain('pointer')

  const first = await app.page.locator('.note-section h2').first().textContent()
  await app.page.locator('.note-title').click()
  await app.page.keyboard.press('PageDown')
  await expect(spoken(app)).toHaveCount(1)
  await expect(spoken(app).getByRole('heading', { level: 2 })).toHaveText(first ?? '')
  await expect(statusBar(app.page).root).toContainText(`Avsnitt 1 av`)
  await expect(app.page.locator('.present-stroke').last()).toHaveText('PageDown')
  expect(await violations(app.page)).toEqual([])
  await app.page.keyboard.press('PageUp')
  await expect(spoken(app)).toHaveCount(0)

  await app.page.keyboard.press('Escape')
  await expect(caseTree(app.page).root).toBeVisible()
  expect(await fontSize()).toBe(before)
  await expect(app.page.locator('.present-stroke')).toHaveCount(0)
})

test('speaker’s notes stand in a window of their own, which steps and is gone with the presentation', async ({
  app,
}) => {
  await openNote(app, 'Kontaktmöte')
  const opened = app.page.context().waitForEvent('page')
  await palette(app.page).run('Öppna talarmanus i ett eget fönster')
  const speaker = await opened
  const notes = speaker.getByRole('main', { name: 'Talarmanus' })
  await expect(notes.getByRole('heading', { name: 'Kontaktmöte' })).toBeVisible()
  await expect(notes.getByRole('status')).toHaveText('Hela anteckningen')
  await notes.getByRole('button', { name: 'Nästa avsnitt' }).click()
  await expect(notes.getByRole('status')).toContainText('Avsnitt 1 av')
  await expect(notes.getByRole('listitem').first()).toContainText('Hur långt har det kommit?')
  await expect(spoken(app)).toHaveCount(1)
  expect(await violations(speaker)).toEqual([])
  const closed = speaker.waitForEvent('close')
  await present(app)
  await closed
})
