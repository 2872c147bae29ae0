// Utbildning: a trainer loads a pack, steps through its scenes with the notes in a window of their own, and puts all back.
import { expect, test } from './fixtures.ts'
import { violations } from './parts/accessibility.ts'
import { editors, palette, statusBar } from './parts/frame.ts'
import { training } from './parts/tour.ts'

test.use({ start: 'demo' })

test('Två år i ett ärende is gone through day by day: what was known then, and which limit came next', async ({
  app,
}) => {
  const { page } = app
  const side = training(page)
  await side.show()
  await side.pack('Två år i ett ärende').click()
  await page.getByRole('article').getByRole('button', { name: 'Hämta paketet till demoarkivet' }).click()
  const day = page.getByRole('slider', { name: 'Ärendets dag' })
  const told = page.getByRole('region', { name: 'Ärendet dag för dag' })
  await day.fill('35')
  await expect(day).toHaveAttribute('aria-valuetext', /^dag 35, \d+ \p{L}+ \d{4}$/u)
  await expect(told).toContainText('Nästa gräns är dag 90.')
  await expect(told.getByRole('listitem').filter({ hasText: /^R6: / })).toHaveCount(1)
  await expect(told.getByRole('listitem').filter({ hasText: 'påbörjas dag 252' })).toHaveCount(1)
  await told.getByRole('textbox', { name: 'Ärendets dag, skriven' }).fill('95')
  await page.keyboard.press('Enter')
  await expect(day).toHaveAttribute('aria-valuetext', /^dag 95, /)
  await told.getByRole('button', { name: 'Dag 365' }).click()
  await expect(told).toContainText('Nästa gräns är dag 365.')
  await day.press('End')
  await expect(day).toHaveAttribute('aria-valuetext', /^dag 760, /)
  await expect(told).toContainText('Ingen gräns är kvar.')
  expect(await violations(page)).toEqual([])
})

test('a pack is played on the day that the trainer sets, which the whole window goes by until it is moved', async ({
  app,
}) => {
  const { page } = app
  const side = training(page)
  await side.show()
  await side.pack('Två år i ett ärende').click()
  const pack = page.getByRole('article')
  const load = pack.getByRole('button', { name: 'Hämta paketet till demoarkivet' })
  const day = pack.getByLabel('Den dag som paketet ska utspela sig')
  await day.fill('1890-01-01')
  await load.click()
  await expect(day).toBeFocused()
  await expect(day).toHaveAccessibleDescription(/Skriv en dag mellan 2000-01-01 och 2099-12-31\./)
  await day.fill('2025-03-12')
  await load.click()
  const status = statusBar(page).root
  const played = status.getByRole('button', { name: 'Demoarkivets dag: 2025-03-12' })
  await expect(played).toBeVisible()
  await palette(page).quickOpen()
  await palette(page).input.fill('ÅR-760')
  await palette(page)
    .option(/ÅR-760/)
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await expect(status).toContainText('Dag 760')

  await played.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Byt demoarkivets dag' })
  expect(await violations(page)).toEqual([])
  await dialog.getByLabel('Dag', { exact: true }).fill('2025-03-14')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(status).toContainText('Dag 762')
  await status.getByRole('button', { name: 'Demoarkivets dag: 2025-03-14' }).click()
  await dialog.getByRole('button', { name: 'Följ kalendern' }).click()
  await expect(status.getByRole('button', { name: /^Demoarkivets dag/ })).toHaveCount(0)
})

test('a pack is loaded, shown scene by scene, and the archive put back to its beginning', async ({ app }) => {
  const { page } = app
  const side = training(page)
  await side.show()
  await side.pack('Plan eller planering?').click()
  await page.getByRole('article').getByRole('button', { name: 'Hämta paketet till demoarkivet' }).click()
  const scenes = page.getByRole('region', { name: 'Scener' })
  await expect(scenes).toBeVisible()
  expect(await violations(page)).toEqual([])

  const slider = page.getByRole('slider', { name: 'Ärendets dag' })
  await expect(slider).toHaveAttribute('aria-valuetext', /^dag 94, \d+ \p{L}+ \d{4}$/u)
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^dag 1, /)
  await expect(page.getByText('Inget var skrivet den dagen')).toBeVisible()

  await scenes.getByRole('button', { name: 'Samma ärende, två dokument' }).click()
  const bar = page.getByRole('region', { name: /^Scen \d av 8/ })
  const spoken = page.locator('[data-spoken]')
  const tabs = page.getByRole('main').getByRole('tab')

  await test.step('the learners see which scene it is, what is said of each document, and where that rests', async () => {
    await expect(bar.getByRole('status')).toHaveText('Scen 1 av 8 Samma ärende, två dokument')
    const plan = bar.getByRole('region', { name: 'Arbetsgivarens plan, ärende PLAN-1' })
    await expect(plan.getByRole('listitem').first()).toContainText('Arbetsgivarens dokument')
    await expect(plan.getByText('Källa: Svar på regeringsuppdrag')).toBeVisible()
    await expect(editors(page).tab(/^Arbetsgivarens plan/)).toBeInViewport({ ratio: 0.99 })
    await expect(editors(page).tab(/^Planering/)).toBeInViewport({ ratio: 0.99 })
    await expect(spoken).toHaveCount(0)
  })

  await test.step('the next opens the same two documents, and marks in both what it points at', async () => {
    await page.keyboard.press('Alt+Shift+PageDown')
    await expect(bar.getByRole('status')).toHaveText('Scen 2 av 8 Tillsammans med vem?')
    await expect(spoken).toHaveCount(2)
    await expect(spoken.filter({ hasText: 'Gjord tillsammans med den anställda' })).toBeInViewport()
    await expect(spoken.filter({ hasText: 'Gjord i samråd med den försäkrade' })).toBeInViewport()
  })

  await test.step('a point leads to its field, also in a record that nobody writes in', async () => {
    await page.keyboard.press('Alt+Shift+PageDown')
    await bar.getByRole('button', { name: /^Behovsklarläggande som planeringen bygger på/ }).click()
    await expect(spoken.filter({ hasText: 'Planeringen bygger på' })).toBeFocused()
    await expect(spoken.filter({ hasText: 'Uppgifterna lämnades' })).toBeInViewport()
  })

  await test.step('what the scene before opened makes room', async () => {
    const before = await tabs.count()
    for (const title of [
      'Vem gör vad till när?',
      'Försäkringskassans egna steg',
      'Det som bara hör hemma',
      'Det tredje',
    ]) {
      await page.keyboard.press('Alt+Shift+PageDown')
      await expect(bar.getByRole('status')).toContainText(title)
    }
    await expect(tabs).toHaveCount(before - 1)
    await expect(editors(page).tab(/^Behovsklarläggande/)).toHaveAttribute('aria-selected', 'true')
    expect(await violations(page)).toEqual([])
    await bar.getByRole('button', { name: 'Demopaket: stäng scenen' }).click()
    await expect(bar).toHaveCount(0)
    await expect(spoken).toHaveCount(0)
  })

  const opened = page.context().waitForEvent('page')
  await palette(page).run('Öppna talarmanus i ett eget fönster')
  const notes = (await opened).getByRole('main', { name: 'Talarmanus' })
  await editors(page)
    .tab(/^Plan eller planering/)
    .click()
  await scenes.getByRole('button', { name: 'Samma ärende, två dokument' }).click()
  await expect(notes.getByRole('heading', { name: 'Samma ärende, två dokument' })).toBeVisible()
  await expect(notes).toContainText('Frågan för varje rad är: vems är det?')
  await expect(notes.getByRole('status')).toHaveText('Scen 1 av 8')
  await notes.getByRole('button', { name: /^Nästa scen: Tillsammans med vem/ }).click()
  await expect(notes.getByRole('heading', { name: 'Tillsammans med vem?' })).toBeVisible()
  await expect(notes.getByRole('heading', { name: 'Planering, ärende PLAN-1' })).toBeVisible()
  const point = notes.getByRole('listitem').filter({ hasText: 'Utan samråd är planeringen inte klar.' })
  await expect(point).toContainText('Är planeringen gjord i samråd med den försäkrade?')
  await expect(point).toContainText('Rapport om Försäkringskassans samordningsuppdrag')
  await expect(notes).not.toContainText(/\d{3}:\d/)
  // In both notes, also once everything is larger.
  await expect(spoken).toHaveCount(2)
  await editors(page)
    .tab(/^Planering/)
    .click()
  await page.keyboard.press('PageDown')
  await expect(spoken).toHaveCount(2)
  await expect(spoken.filter({ hasText: 'Gjord tillsammans med den anställda' })).toBeInViewport()
  await expect(spoken.filter({ hasText: 'Gjord i samråd med den försäkrade' })).toHaveCount(0)

  await palette(page).run('Återställ demoarkivet')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  // Nothing of the editors lies over a dialog, not the sash between the two notes either.
  const sashesInReach = await page.locator('.dv-sash').evaluateAll(
    (sashes) =>
      sashes.filter((sash) => {
        const { x, y, width, height } = sash.getBoundingClientRect()
        return document.elementFromPoint(x + width / 2, y + height / 2) === sash
      }).length,
  )
  expect(sashesInReach).toBe(0)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Återställ' }).click()
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(side.pack('Plan eller planering?')).toBeVisible()
  await expect(side.pack('Plan eller planering?')).not.toContainText('hämtat')
})
