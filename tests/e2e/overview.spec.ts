// The case on one page: what it shows, what can be set on it, and how it leaves the program.
import type { Page } from '@playwright/test'
import { exportedText } from './app/exported-text.ts'
import { planned } from './app/planned-case.ts'
import { expect, test } from './fixtures.ts'
import { cutOff, violations, violationsInEveryLook } from './parts/accessibility.ts'
import { casePage } from './parts/case-page.ts'
import { caseTree } from './parts/case-tree.ts'
import { editors, toasts } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

test.use({ start: 'archive', seed: { cases: [planned] } })

async function open(page: Page) {
  await caseTree(page).open(/Lisa Berg/)
  const shown = casePage(page)
  await shown.sides.waitFor()
  return shown
}

test('plan beside planering, with what is to be seen where it stands', async ({ app }) => {
  const { sides } = await open(app.page)
  const rows = sides.getByRole('listitem')
  await expect(rows.filter({ hasText: 'Arbetsträning i butiken' })).toContainText(
    'Arbetsträning med kortare pass',
  )
  await expect(rows.filter({ hasText: 'Lyfthjälpmedel' }).first()).toContainText(
    'Inget i planeringen rör den här insatsen',
  )
  await expect(rows.filter({ hasText: 'Lyfthjälpmedel' }).first()).toContainText(
    /Skulle ha börjat .* men står som planerad/,
  )

  await test.step('a name leads to where it is written', async () => {
    await sides.getByRole('button', { name: 'Fysioterapi för ryggen' }).click()
    await expect(noteEditor(app.page, 'Planering').root).toBeVisible()
  })
})

test('needs, those with none, and what is missing with its reason', async ({ app }) => {
  const { needs } = await open(app.page)
  await expect(needs).toContainText('Social rehabiliteringIngen insats möter behovet')
  await expect(needs.getByRole('listitem').filter({ hasText: 'Smärtskola' })).toContainText(
    'Väntetid: Kö till hösten',
  )
})

test('the time line zooms by keys, and says the same as a table', async ({ app }) => {
  const { page } = app
  const { time, picture, asTable } = await open(page)
  await expect(time).toContainText('Nästa gräns är dag 180')
  await expect(time).toContainText('Siktar dit: Arbetsträning med kortare pass, Arbetsträning i butiken')

  const before = await picture.getAttribute('aria-label')
  await time.getByRole('button', { name: 'Zooma in' }).focus()
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowLeft')
  await expect(picture).not.toHaveAttribute('aria-label', before ?? '')
  await page.keyboard.press('Home')
  await expect(picture).toHaveAttribute('aria-label', before ?? '')

  await asTable.click()
  const rows = time.getByRole('row')
  await expect(rows.filter({ hasText: 'Dag 180 (nästa tidsgräns)' })).toContainText(
    'Undantag: Särskilda skäl',
  )
  await expect(rows.filter({ hasText: 'Fysioterapi för ryggen' })).toContainText('Planering')
  await expect(rows.filter({ hasText: 'Avstämningsmöte' })).toHaveCount(1)
})

test('åtgärder are sorted by their headings, filtered, and set where the note is a draft', async ({
  app,
}) => {
  const { page } = app
  const shown = await open(page)
  const first = shown.actions.getByRole('row').nth(1)

  await test.step('the headings by keys', async () => {
    await shown.heading('Insats').getByRole('button').focus()
    await page.keyboard.press('Enter')
    await expect(shown.heading('Insats')).toHaveAttribute('aria-sort', 'ascending')
    await expect(first).toContainText('Arbetsträning i butiken')
    await page.keyboard.press('Enter')
    await expect(first).toContainText('Smärtskola')
    await page.keyboard.press('ArrowRight')
    await expect(shown.heading('Utförare').getByRole('button')).toBeFocused()
  })

  await test.step('the filter', async () => {
    await shown.actions.getByRole('combobox', { name: 'Ägare' }).selectOption('Arbetsgivarens plan')
    await expect(shown.actions.getByRole('status').first()).toHaveText('2 av 5 insatser')
    await shown.actions.getByRole('combobox', { name: 'Ägare' }).selectOption('Plan och planering')
  })

  await test.step('status and follow-up in the draft, kept by the note', async () => {
    await shown.status('Fysioterapi för ryggen').selectOption('Avbruten')
    await expect(
      toasts(page)
        .toast(/ändringen är sparad i utkastet/)
        .first(),
    ).toBeVisible()
    await shown.followUp('Arbetsträning i butiken').fill('om 2 veckor')
    await page.keyboard.press('Enter')
    await expect(shown.followUp('Arbetsträning i butiken')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/)
    // What is over leaves the list of what is left to do.
    await expect(shown.action('Fysioterapi för ryggen')).toHaveCount(0)
    await shown.actions.getByRole('combobox', { name: 'Status', exact: true }).selectOption('Avbruten')
    await expect(shown.status('Fysioterapi för ryggen')).toHaveValue('avbruten')
  })
})

test('what is signed is followed up in a note of its own, at the row', async ({ app }) => {
  const { page } = app
  const shown = await open(page)
  await shown.actions
    .getByRole('button', { name: 'Följ upp Lyfthjälpmedel vid hyveln i en ny anteckning' })
    .click()
  await expect(editors(page).root.getByRole('tab', { name: /Uppföljning/ })).toBeVisible()
  // The row came along with its id, and has the focus.
  await expect(page.locator('[data-row="lyfthjalp"]').first()).toBeVisible()

  await test.step('and the begun follow-up is the one that is opened next', async () => {
    await editors(page).show(/26-1187 Lisa Berg/)
    await expect(shown.followUp('Lyfthjälpmedel vid hyveln')).toBeVisible()
  })
})

test('registers of plan, consents and contacts lead to their notes', async ({ app }) => {
  const { plan, consents, contacts } = await open(app.page)
  await expect(plan.getByRole('row').nth(1)).toContainText(/Marie Holm/)
  await expect(consents.getByRole('row').filter({ hasText: 'Hälso- och sjukvården' })).toContainText(
    'Samtycker',
  )
  await expect(contacts.getByRole('row').filter({ hasText: 'Ringa chefen' })).toContainText('Arbetsgivaren')
})

test('the page leaves the program as text by one key, as PDF, and for the employer without medical matters', async ({
  app,
}) => {
  const { page } = app
  const shown = await open(page)
  await page.keyboard.press('Alt+Shift+C')
  await expect(toasts(page).toast('Översikten är kopierad som text.')).toBeVisible()
  expect(await app.clipboard()).toContain('Fysioterapi för ryggen')

  const whole = exportedText(await app.exported(() => shown.exportAs('Hela översikten', 'PDF')))
  if (whole !== undefined) expect(whole).toContain('Fysioterapi')
  const word = exportedText(await app.exported(() => shown.exportAs('För arbetsgivaren', 'Word')))
  if (word === undefined) return
  expect(word).toContain('Lyfthjälpmedel')
  expect(word).not.toContain('Fysioterapi')
  expect(word).not.toContain('18930412')
})

for (const [what, show] of [
  ['as a picture', async () => undefined],
  ['as a table', (page: Page) => casePage(page).asTable.click()],
] as const) {
  test(`every look and 200 %, the time line ${what}`, async ({ app }) => {
    const { page } = app
    await open(page)
    await show(page)
    expect(await violationsInEveryLook(page)).toEqual([])
    await page.setViewportSize({ width: 640, height: 400 })
    await expect.poll(() => cutOff(page)).toEqual([])
    expect(await violations(page)).toEqual([])
  })
}
