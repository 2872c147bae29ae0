// The lock: the archive closes when everything is saved, its texts leave the window, and one passphrase brings it all back.
import type { Page } from '@playwright/test'
import { lisa, passphrase, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { cutOff, violationsInEveryLook } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { editors, palette, statusBar } from './parts/frame.ts'
import { heldWindow } from './parts/held-window.ts'
import { lockScreen } from './parts/lock-screen.ts'
import { foundInMemory } from './parts/memory.ts'
import { noteEditor, openPlanering } from './parts/note-editor.ts'

const why = 'Den försäkrades egen syn på planeringen'
const circumstances = 'Förutsättningar att ta hänsyn till'
const withNote: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { mal: { value: 'ordinarie-arbete' } } }],
}
// In letters that a heap snapshot writes as they are.
const plain = 'Lisa dricker kaffe med fyrvaktaren i Oregrund'
const rich = 'Kranen vid kajen saknar bromsar'

test.use({ start: 'archive', seed: { cases: [withNote] } })

const lockByKey = (page: Page) => page.keyboard.press('Control+Shift+L')

test('she locks with a key: no text is left in the window, and one passphrase brings back tabs and focus', async ({
  app,
}) => {
  const { page } = app
  await caseTree(page).open(/Lisa Berg/)
  const note = await openPlanering(page)
  await note.showJournal()
  await note.text(circumstances).fill(rich)
  await note.write(why, plain)
  const written = [plain, rich, 'Lisa Berg']
  expect(await foundInMemory(page, written)).toEqual(written)
  await note.text(why).press('End')
  await note.text(why).pressSequentially(' x')
  await lockByKey(page)

  const door = lockScreen(page)
  await expect(door.title).toBeVisible()
  await expect(door.root).toContainText('Mina ärenden')
  await expect(door.passphraseField).toBeFocused()
  await expect(page).toHaveTitle('Klarlagt')
  const inDocument = await page.content()
  for (const text of written) expect(inDocument).not.toContain(text)
  expect(await foundInMemory(page, written)).toEqual([])

  await page.keyboard.type('fel fras')
  await page.keyboard.press('Enter')
  await expect(door.passphraseField).toHaveAccessibleDescription(/Lösenfrasen stämmer inte/)
  await page.keyboard.type(passphrase)
  await page.keyboard.press('Enter')
  for (const tab of [/^26-1187/, /^Planering(?!, journal)/, /^Planering, journal/])
    await expect(editors(page).tab(tab).first()).toBeVisible()
  await expect(noteEditor(page, 'Planering').text(why)).toHaveValue(`${plain} x`)
  await expect(noteEditor(page, 'Planering').text(why)).toBeFocused()
})

test('the lock screen can be read by everybody, and leads to other archives too', async ({ app }) => {
  const { page } = app
  await palette(page).run('Lås arkivet')
  await expect(lockScreen(page).passphraseField).toBeFocused()
  expect(await violationsInEveryLook(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  await lockScreen(page).other.click()
  await expect(page.getByRole('heading', { name: 'Öppna ditt arkiv' })).toBeVisible()
})

test.describe('when nobody does anything @web-only', () => {
  /** A window whose time a test moves, begun anew: no timer runs by another clock. */
  async function withClock(page: Page): Promise<void> {
    await page.clock.install()
    await page.reload()
    await caseTree(page).ready()
  }

  test('a minute’s warning, which whatever is done takes away; then the archive is locked', async ({
    app,
  }) => {
    const { page } = app
    await withClock(page)
    const note = await openPlanering(page)
    await note.write(why, plain)
    await page.clock.runFor('14:01')
    await expect(lockScreen(page).soon).toBeVisible()
    expect(await violationsInEveryLook(page)).toEqual([])
    await page.keyboard.press('Shift')
    await expect(lockScreen(page).soon).toBeHidden()
    await page.clock.runFor('14:01')
    await expect(lockScreen(page).soon).toBeVisible()
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 300)
    await expect(lockScreen(page).soon).toBeHidden()
    await page.clock.runFor('15:01')
    await expect(lockScreen(page).title).toBeVisible()
    await lockScreen(page).open(passphrase)
    await expect(noteEditor(page, 'Planering').text(why)).toHaveValue(plain)
  })

  test('after as many minutes as the settings say; never, where they say so', async ({ app }) => {
    const { page } = app
    await withClock(page)
    await palette(page).run('Inställningar')
    const minutes = page.getByRole('combobox', { name: 'Lås arkivet när ingen gör något' })
    await expect(minutes).toHaveValue('15')
    await minutes.selectOption('Aldrig')
    await expect(minutes).toHaveValue('0')
    await page.clock.runFor('10:00:00')
    await expect(minutes).toBeVisible()
    await minutes.selectOption('Efter 5 minuter')
    await expect(minutes).toHaveValue('5')
    await page.clock.runFor('05:01')
    await expect(lockScreen(page).title).toBeVisible()
  })

  test('somebody at work in one window keeps the other open', async ({ app }) => {
    const second = await app.secondPage()
    await withClock(second)
    await withClock(app.page)
    const note = await openPlanering(app.page)
    // What was done so far has been told.
    await app.page.clock.runFor('00:11')
    // Where the second window hears of it later than that, its minutes begin again: in steps so short that two of them fit in the
    // warning, which may be drawn a while after its time.
    await expect(async () => {
      await second.clock.runFor('00:20')
      await expect(lockScreen(second).soon).toBeVisible({ timeout: 250 })
    }).toPass({ intervals: [0] })
    await note.write(why, plain)
    await note.text(why).press('End')
    await expect(lockScreen(second).soon).toBeHidden()
  })
})

test.describe('two windows @web-only', () => {
  test('one locks: the other saves and is locked as well, and nothing is left in either', async ({ app }) => {
    const second = await app.secondPage()
    const here = await openPlanering(app.page)
    const there = await openPlanering(second)
    await here.write(why, plain)
    await there.text(circumstances).fill(rich)
    await lockByKey(app.page)
    for (const page of [app.page, second]) {
      await expect(lockScreen(page).title).toBeVisible()
      expect(await foundInMemory(page, [plain, rich])).toEqual([])
    }
    await lockScreen(second).open(passphrase)
    for (const page of [app.page, second]) {
      await caseTree(page).ready()
      await expect(noteEditor(page, 'Planering').text(why)).toHaveValue(plain)
      await expect(noteEditor(page, 'Planering').text(circumstances)).toHaveText(rich)
    }
  })

  test('a conflict in one: the lock waits, says so aloud, and locks both when it is settled', async ({
    app,
  }) => {
    const window = heldWindow()
    const second = await app.secondPage(window.prepare)
    const here = await openPlanering(app.page)
    const there = await openPlanering(second)
    window.hold()
    await there.write(why, 'Min text.')
    await here.write(why, 'Den andra texten.')
    await expect(statusBar(app.page).saved).toBeVisible()
    window.letGo()
    const banner = there.root.getByRole('alert').filter({ hasText: 'ändrats i ett annat fönster' })
    await banner.waitFor()

    await lockByKey(app.page)
    await expect(lockScreen(app.page).waiting).toContainText('ett annat fönster har något som inte är sparat')
    await expect(lockScreen(second).waiting).toContainText('något du har skrivit är inte sparat')
    expect(await violationsInEveryLook(second)).toEqual([])
    await banner.getByRole('button', { name: 'Behåll min text överallt' }).click()
    for (const page of [app.page, second]) await expect(lockScreen(page).title).toBeVisible()
    await lockScreen(app.page).open(passphrase)
    await expect(noteEditor(app.page, 'Planering').text(why)).toHaveValue('Min text.')
  })
})

test('the host is gone: the lock waits, and the text stays in the window until it can be saved @web-only', async ({
  app,
}) => {
  const { page } = app
  const note = await openPlanering(page)
  await app.killCore()
  await note.write(why, plain)
  await lockByKey(page)
  await expect(lockScreen(page).waiting).toContainText('något du har skrivit är inte sparat')
  await expect(note.text(why)).toHaveValue(plain)
  await expect(note.text(why)).toBeFocused()
})
