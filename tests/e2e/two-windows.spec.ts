// Two windows on the same archive agree, and neither loses a text. In the browser alone: the desktop program has one.
import type { Page } from '@playwright/test'
import { lisa, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { violationsInEveryLook } from './parts/accessibility.ts'
import { caseForm } from './parts/case-form.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { commentsPanel, selectWords } from './parts/comments.ts'
import { editors, palette, statusBar } from './parts/frame.ts'
import { heldWindow } from './parts/held-window.ts'
import { openPlanering } from './parts/note-editor.ts'
import { training } from './parts/tour.ts'

const withNote: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { mal: { value: 'ordinarie-arbete' } } }],
}
const why = 'Den försäkrades egen syn på planeringen'

test.use({ start: 'archive', seed: { cases: [withNote] } })

test('what is written in one window shows in the other', async ({ app }) => {
  const second = await app.secondPage()
  const here = await openPlanering(app.page)
  const there = await openPlanering(second)
  await here.write(why, 'Lisa orkar inte.')
  await expect(there.text(why)).toHaveValue('Lisa orkar inte.')
  await there.write(why, 'Lisa orkar inte före jul.')
  await expect(here.text(why)).toHaveValue('Lisa orkar inte före jul.')
  await expect(statusBar(app.page).saved).toBeVisible()
})

test('a comment that is made in one window shows in the other, and so does that it is resolved', async ({
  app,
}) => {
  const second = await app.secondPage()
  const here = await openPlanering(app.page)
  const there = await openPlanering(second)
  await here.write(why, 'Lisa orkar inte.')
  await selectWords(here.text(why), 'orkar')
  await commentsPanel(app.page).comment('Vad orkar hon?')
  const sign = there.root.getByRole('button', { name: '1 öppen kommentar' })
  await sign.click()
  await expect(commentsPanel(second).thread('Vad orkar hon?')).toContainText('orkar')
  await second.keyboard.press('Alt+Shift+A')
  await expect(here.root.getByRole('button', { name: '1 öppen kommentar' })).toHaveCount(0)
})

for (const { choice, pick, stands } of [
  { choice: 'Behåll min text överallt', pick: undefined, stands: 'Min text.' },
  { choice: 'Ta den andra texten överallt', pick: undefined, stands: 'Den andra texten.' },
  { choice: 'Använd valen', pick: 'Båda, min först', stands: 'Min text.\n\nDen andra texten.' },
] as const) {
  test(`two windows write in the same field: both texts are shown, and "${choice}" settles it`, async ({
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

    const banner = there.root
      .getByRole('alert')
      .filter({ hasText: 'Anteckningen har ändrats i ett annat fönster.' })
    await expect(banner).toContainText('Min text.')
    await expect(banner).toContainText('Den andra texten.')
    await expect(there.text(why)).toHaveValue('Min text.')
    expect(await violationsInEveryLook(second)).toEqual([])
    if (pick !== undefined) await banner.getByRole('radio', { name: pick }).check()
    await banner.getByRole('button', { name: choice }).click()
    await expect(banner).toBeHidden()
    await expect(there.text(why)).toHaveValue(stands)
    await expect(here.text(why)).toHaveValue(stands)
  })
}

test('two windows write in different fields: both are kept, and nobody is asked', async ({ app }) => {
  const window = heldWindow()
  const second = await app.secondPage(window.prepare)
  const here = await openPlanering(app.page)
  const there = await openPlanering(second)
  window.hold()
  await there.write(why, 'Min text.')
  await here.write('När följer du upp planeringen?', '2027-01-11')
  await expect(statusBar(app.page).saved).toBeVisible()
  window.letGo()
  await expect(here.text(why)).toHaveValue('Min text.')
  await expect(there.text('När följer du upp planeringen?')).toHaveValue('2027-01-11')
  await expect(there.root.getByRole('alert')).toBeHidden()
})

test.describe('two windows on the details of one case', () => {
  async function openForm(page: Page) {
    await caseTree(page).open(/26-1187/)
    await page.getByRole('article').getByRole('button', { name: 'Redigera ärende' }).click()
    const form = caseForm(page)
    await form.field('Handläggare').waitFor()
    return form
  }

  for (const { choice, stands } of [
    { choice: 'Behåll min text överallt', stands: 'Bo Al' },
    { choice: 'Ta den andra texten överallt', stands: 'Siv Holm' },
  ] as const) {
    test(`both change the same field: both texts are shown, and "${choice}" settles it`, async ({ app }) => {
      const second = await app.secondPage()
      const here = await openForm(app.page)
      const there = await openForm(second)
      await there.field('Handläggare').fill('Bo Al')
      await here.field('Handläggare').fill('Siv Holm')
      await here.save()
      await app.page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' }).waitFor()

      await there.save()
      const banner = second.getByRole('alert').filter({ hasText: 'Ärendet har ändrats i ett annat fönster.' })
      await expect(banner).toContainText('Bo Al')
      await expect(banner).toContainText('Siv Holm')
      await expect(there.field('Handläggare')).toHaveValue('Bo Al')
      expect(await violationsInEveryLook(second)).toEqual([])
      await banner.getByRole('button', { name: choice }).click()
      await second.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' }).waitFor()
      for (const page of [app.page, second]) await expect(page.getByRole('article')).toContainText(stands)
    })
  }

  test('they change different fields: both are kept, and nobody is asked', async ({ app }) => {
    const second = await app.secondPage()
    const here = await openForm(app.page)
    const there = await openForm(second)
    await there.field('Handläggare').fill('Bo Al')
    await here.field('Namn').first().fill('Lisa Berg-Ek')
    await here.save()
    await app.page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg-Ek' }).waitFor()
    await there.save()
    await second.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg-Ek' }).waitFor()
    await expect(app.page.getByRole('article')).toContainText('Bo Al')
  })
})

test.describe('a demo archive is put back', () => {
  test.use({ start: 'demo' })

  test('each window keeps its tabs of what is still there, and closes those of what has gone', async ({
    app,
  }) => {
    const { page } = app
    const side = training(page)
    await side.show()
    await side.pack('Plan eller planering?').click()
    await page.getByRole('article').getByRole('button', { name: 'Hämta paketet till demoarkivet' }).click()
    await page.getByRole('button', { name: 'Samma ärende, två dokument' }).click()
    await editors(page)
      .tab(/^Planering/)
      .waitFor()
    await palette(page).run('Ny anteckning')
    await chooser(page).take('Kontaktmöte')
    await editors(page)
      .tab(/^Kontaktmöte/)
      .waitFor()
    await statusBar(page).saved.waitFor()

    const second = await app.secondPage()
    await editors(second)
      .tab(/^Kontaktmöte/)
      .waitFor()
    await editors(second)
      .tab(/^Plan eller planering/)
      .click()
    await second.getByRole('article').getByRole('button', { name: 'Återställ paketet …' }).click()
    const asked = second.getByRole('alertdialog', { name: 'Återställa paketet?' })
    await expect(asked).toContainText('utkast som inte är sparade')
    await asked.getByRole('button', { name: 'Återställ' }).click()
    for (const window of [page, second]) {
      await expect(editors(window).tab(/^Kontaktmöte/)).toHaveCount(0)
      await expect(editors(window).tab(/^Planering/)).toBeVisible()
      await expect(editors(window).tab(/^Plan eller planering/)).toBeVisible()
    }
  })
})
