// Om Klarlagt: which program this is, where it keeps what is written, and the licences of what others have made in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { shippedParts } from '../../scripts/licences.ts'
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { about } from './parts/about.ts'
import { palette } from './parts/frame.ts'

const root = join(import.meta.dirname, '..', '..')
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

test.use({ start: 'archive', seed: { cases: [{ details: lisa, notes: [] }] } })

test.beforeEach(async ({ app }) => {
  await palette(app.page).run('Om Klarlagt')
  await about(app.page).root.waitFor()
})

test('the versions of the program and of what it is built on stand there, and are copied with one button', async ({
  app,
}) => {
  const page = about(app.page)
  await expect(page.fact('Klarlagt')).toHaveText(version)
  await expect(page.fact('Node.js')).toHaveText(process.versions.node)
  await expect(page.fact('SQLite')).toHaveText(/^3\.\d+\.\d+$/)
  await expect(page.fact('Kryptering')).toHaveText(/^SQLite3 Multiple Ciphers \d/)
  for (const engine of ['Electron', 'Chromium']) {
    if (app.kind === 'electron') await expect(page.fact(engine)).toHaveText(/^\d+(\.\d+){2,3}$/)
    else await expect(page.fact(engine)).toHaveCount(0)
  }
  await page.copyVersions.click()
  await expect.poll(() => app.clipboard()).toMatch(new RegExp(`^Klarlagt ${version}\n(.+\n)*SQLite 3\\.`))
})

test('it says where everything is kept, and gives the path of each', async ({ app }) => {
  const page = about(app.page)
  await expect(page.fact('Arkivens mapp')).toContainText(app.dataDir)
  await page.copyPath('Det öppna arkivet').click()
  await expect.poll(() => app.clipboard()).toMatch(/\.klarlagt$/)
  const archive = await app.clipboard()
  expect(readFileSync(archive).length).toBeGreaterThan(0)
  await page.copyPath('Arkivets nyckelfil').click()
  await expect.poll(() => app.clipboard()).toBe(`${archive}.key`)
  expect(readFileSync(`${archive}.key`).length).toBeGreaterThan(0)
  const preferences = page.fact('Fönstrets läge, tema och språk')
  if (app.kind === 'electron') {
    await page.copyPath('Fönstrets läge, tema och språk').click()
    await expect.poll(() => app.clipboard()).toBe(join(app.dataDir, 'electron'))
  } else await expect(preferences).toHaveText('I den här webbläsaren')
})

test('every part has its licence in full, found by name or by licence, with the keyboard alone', async ({
  app,
}) => {
  const parts = shippedParts(root)
  const page = about(app.page)
  const { keyboard } = app.page
  await expect(page.parts).toHaveCount(parts.length)
  await page.filter.focus()
  await keyboard.type('ofl')
  const fonts = parts.filter(({ licence }) => licence.includes('OFL'))
  await expect(page.count).toHaveText(`${fonts.length} delar`)
  await expect(page.parts).toHaveCount(fonts.length)
  await keyboard.press('Control+A')
  await keyboard.type('SQLite3 Multiple')
  await expect(page.count).toHaveText('1 del')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(page.licenceText).toContainText('Ulrich Telle')
  await keyboard.press('Enter')
  await expect(page.licenceText).toHaveCount(0)
  await page.filter.fill('finns inte')
  await expect(page.count).toHaveText('Ingen del passar filtret.')
})

test('an English reader reads it in English', async ({ app }) => {
  await palette(app.page).run('Språk: engelska')
  await expect(app.page.getByRole('heading', { level: 1, name: 'About Klarlagt' })).toBeVisible()
  await expect(app.page.getByRole('textbox', { name: 'Filter by name or licence' })).toBeVisible()
})
