import { lisa, passphrase, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { cutOff, violationsInEveryLook } from './parts/accessibility.ts'
import { caseForm } from './parts/case-form.ts'
import { caseTree } from './parts/case-tree.ts'
import { statusBar } from './parts/frame.ts'
import { openPlanering } from './parts/note-editor.ts'
import { reconnectDialog } from './parts/reconnect-dialog.ts'
import { welcome } from './parts/welcome.ts'

const why = 'Den försäkrades egen syn på planeringen'
const withNote: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { mal: { value: 'ordinarie-arbete' } } }],
}
test.use({ start: 'archive', seed: { cases: [withNote] } })

test('the host is killed while she writes and started again: she gives the new address, and all of it is saved @web-only', async ({
  app,
}) => {
  const { page } = app
  const note = await openPlanering(page)
  await note.write(why, 'Lisa vill')
  await expect(statusBar(page).saved).toBeVisible()
  await app.killCore()
  await note.text(why).press('End')
  await note.text(why).pressSequentially(' börja i liten skala.')
  await expect(statusBar(page).root).toContainText('Klarlagt svarar inte')

  const address = await app.hostAgain()
  expect(new URL(address).origin).toBe(new URL(page.url()).origin)
  const dialog = reconnectDialog(page)
  await dialog.later()
  await expect(dialog.root).toBeHidden()
  await expect(note.text(why)).toHaveValue('Lisa vill börja i liten skala.')
  await note.text(why).pressSequentially(' Helst i mars.')
  await dialog.again.click()
  await dialog.paste(address)
  await expect(dialog.root).toBeHidden()

  await welcome(page).open(passphrase)
  await caseTree(page).ready()
  await expect((await openPlanering(page)).text(why)).toHaveValue(
    'Lisa vill börja i liten skala. Helst i mars.',
  )
  await expect(statusBar(page).saved).toBeVisible()
  const second = await app.secondPage()
  await caseTree(second).ready()
  await expect((await openPlanering(second)).text(why)).toHaveValue(
    'Lisa vill börja i liten skala. Helst i mars.',
  )
})

test('the question can be read by everybody, and says what is wrong with an address @web-only', async ({
  app,
}) => {
  const { page } = app
  await app.killCore()
  const { origin } = new URL(await app.hostAgain())
  const dialog = reconnectDialog(page)
  await expect(dialog.field).toBeFocused()
  expect(await violationsInEveryLook(page)).toEqual([])
  expect(await cutOff(page)).toEqual([])
  for (const [pasted, says] of [
    ['', /Klistra in adressen/],
    [`${origin}/?token=fel`, /Adressen gäller inte/],
    ['http://127.0.0.1:1/?token=x', /porten är en annan/],
  ] as const) {
    await dialog.paste(pasted)
    await expect(dialog.field).toHaveAccessibleDescription(says)
    await expect(dialog.field).toBeFocused()
  }
})

test('the new address opened in another tab lets the first window in as well @web-only', async ({ app }) => {
  const { page } = app
  const note = await openPlanering(page)
  await app.killCore()
  await note.write(why, 'Lisa orkar inte.')
  const address = await app.hostAgain()
  await reconnectDialog(page).root.waitFor()
  const other = await app.secondPage(async (tab) => {
    await tab.goto(address)
  })
  await welcome(other).open(passphrase)
  await expect(reconnectDialog(page).root).toBeHidden()
  await caseTree(page).ready()
  await expect((await openPlanering(page)).text(why)).toHaveValue('Lisa orkar inte.')
  await expect(statusBar(page).saved).toBeVisible()
})

test('what is typed in a case form while the host is gone waits for its archive, and gets there @web-only', async ({
  app,
}) => {
  const { page } = app
  await caseTree(page).newCase()
  const form = caseForm(page)
  await form.field('Ärendenummer').fill('26-2')
  await app.killCore()
  await form.field('Namn').fill('Gun Ek')
  await expect(statusBar(page).root).toContainText('Klarlagt svarar inte')
  await reconnectDialog(page).paste(await app.hostAgain())
  await welcome(page).open(passphrase)
  await caseTree(page).ready()
  await caseTree(page).newCase()
  await expect(form.field('Namn')).toHaveValue('Gun Ek')
  await expect(form.field('Ärendenummer')).toHaveValue('26-2')

  await app.restart()
  await welcome(app.page).open(passphrase)
  await caseTree(app.page).ready()
  await caseTree(app.page).newCase()
  await expect(caseForm(app.page).field('Namn')).toHaveValue('Gun Ek')
})
