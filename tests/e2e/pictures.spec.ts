// The README's pictures, compared with the running program; `npm run pictures` makes them anew.
import type { Page } from '@playwright/test'
import { lisa, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { looks } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { exercises } from './parts/exercises.ts'
import { editors, palette, problemsPanel, statusBar, toasts } from './parts/frame.ts'
import { journalPreview } from './parts/journal-preview.ts'
import { noteEditor } from './parts/note-editor.ts'
import { insatser } from './parts/rows.ts'
import { search } from './parts/search.ts'
import { studio } from './parts/studio.ts'
import { training } from './parts/tour.ts'
import { welcome } from './parts/welcome.ts'

test.use({
  now: '2026-03-12T09:15:00+01:00',
  contextChanges: { timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce' },
})

async function picture(page: Page, name: string): Promise<void> {
  await expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.01 })
}

test('välkommen', async ({ app }) => {
  await welcome(app.page).createButton.waitFor()
  await picture(app.page, 'valkommen')
})

test.describe('demo', () => {
  test.use({ start: 'demo' })

  test('i dag, åtgärder, sök', async ({ app: { page } }) => {
    await test.step('i dag', async () => {
      await page.getByRole('region', { name: /^Kommande sju dagar \d/ }).waitFor()
      await expect(page.getByRole('region', { name: /^Utkast \d/ }).getByRole('listitem')).toHaveCount(5)
      await page.mouse.move(0, 0)
      await picture(page, 'i-dag')
    })
    await test.step('åtgärder', async () => {
      await page.keyboard.press('Alt+Shift+L')
      await page.getByRole('button', { name: /^Inom 30 dagar/ }).click()
      await expect(page.getByRole('grid', { name: 'Inom 30 dagar' })).toBeFocused()
      await expect(page.getByRole('button', { name: /^Senare ?0$/ })).toBeVisible()
      await picture(page, 'atgarder')
    })
    await test.step('sök', async () => {
      await page.keyboard.press('Control+Shift+F')
      await page.keyboard.type('arbete mall:planering')
      await expect(search(page).count).toHaveText(/\d+ träffar i \d+ ärenden/)
      await page.keyboard.press('Enter')
      await expect(search(page).hits.first()).toBeFocused()
      await page.keyboard.press('Enter')
      await page.locator('[data-note]:visible').waitFor()
      await picture(page, 'sok')
    })
  })

  test('utbildning, presentation, övning', async ({ app: { page } }) => {
    await training(page).show()
    await training(page).pack('Plan eller planering?').click()
    await page.getByRole('article').getByRole('button', { name: 'Hämta paketet till demoarkivet' }).click()
    const scenes = page.getByRole('region', { name: 'Scener' })
    await scenes.waitFor()
    await toasts(page).toast('Paketet är hämtat: ett ärende.').waitFor()
    await toasts(page).root.getByRole('button').click()
    await expect(toasts(page).root.getByRole('button')).toHaveCount(0)
    await page.mouse.move(0, 0)
    await picture(page, 'utbildning')
    await test.step('presentation', async () => {
      await scenes.getByRole('button', { name: 'Tillsammans med vem?' }).click()
      await expect(page.locator('[data-spoken]')).toHaveCount(2)
      await palette(page).run('Presentationsläge: på eller av')
      await expect(statusBar(page).root).toContainText('Avsnitt 3 av 5: Om planen')
      await picture(page, 'presentation')
      await palette(page).run('Presentationsläge: på eller av')
    })
  })

  test('övning', async ({ app: { page } }) => {
    const exercise = exercises(page)
    await palette(page).run('Övningar')
    await exercise.choose('Arbetsgivare', 'Chefen berättar om sin plan i telefon')
    await exercise.load()
    const plan = await exercise.beginPlan()
    await plan.choose('Hur kom uppgifterna in?', 'Försäkringskassans blankett')
    await palette(page).run('Övningar')
    await exercise.compare()
    await exercise.field('Arbetsgivarens plan', 'Hur kom uppgifterna in?').scrollIntoViewIfNeeded()
    await expect(toasts(page).root.getByRole('button')).toHaveCount(0)
    await page.mouse.move(0, 0)
    await picture(page, 'ovning')
  })

  test('mallstudion, egna mallar', async ({ app: { page } }) => {
    await page.setViewportSize({ width: 1920, height: 1000 })
    await page.getByRole('button', { name: 'Mallar', exact: true }).click()
    await page.getByRole('button', { name: /^Planering/ }).click()
    await page.getByRole('button', { name: /Ny version/ }).click()
    const { tree, form, saved } = studio(page)
    await tree.waitFor()
    await tree.getByRole('treeitem', { name: /^När gjordes/ }).click()
    await form.getByLabel(/^När gjordes planeringen/).waitFor()
    await saved.waitFor()
    await page.mouse.move(0, 0)
    await expect(toasts(page).root.getByRole('button')).toHaveCount(0)
    await picture(page, 'mallstudio')
    await page.setViewportSize({ width: 1280, height: 800 })
    await test.step('egna mallar', async () => {
      await palette(page).run('Egna mallar')
      await page.getByRole('button', { name: 'Lämna till granskning' }).waitFor()
      await picture(page, 'egna-mallar')
    })
  })

  test('ärende, anteckning, journal, mörkt och hög kontrast', async ({ app }) => {
    const { page } = app
    const plan = noteEditor(page, 'Arbetsgivarens plan')

    await caseTree(page).open(/Lisa Berg/)
    await page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
    await chooser(page).take('Arbetsgivarens plan')
    await plan.choose(
      'Vad gäller för arbetsgivarens plan?',
      'Planen har kommit in, skriftligt eller muntligt',
    )
    await plan.write('När kom uppgifterna in?', '2026-03-11')
    await plan.choose('Hur kom uppgifterna in?', 'Muntligt, per telefon')
    await plan.suggest('Vem lämnade uppgifterna?', 'Marie Holm')
    await plan.choose('På vems initiativ?', 'Arbetsgivarens eget initiativ')
    await plan.check('Vilka anpassningar gör arbetsgivaren?', 'Fler pauser')
    await insatser(plan.root, 'Vem gör vad till när?').addRow({
      what: 'Kortare arbetspass och lättare montering',
      performer: 'Marie Holm',
      kind: 'Arbetsanpassning',
      status: 'Planerad',
      from: '2026-03-16',
      to: '2026-04-24',
    })
    await insatser(plan.root, 'Vem gör vad till när?').addRow({
      what: 'Möte med företagshälsovården',
      performer: 'Försäkringskassan',
    })
    await expect(statusBar(page).saved).toBeVisible()

    await test.step('ärende', async () => {
      await editors(page).show('26-1187 Lisa Berg')
      await expect(statusBar(page).problems(1)).toBeVisible()
      await picture(page, 'arende')
    })

    await test.step('anteckning, mörkt, hög kontrast', async () => {
      await editors(page).show(/^Arbetsgivarens plan/)
      await problemsPanel(page).show()
      await problemsPanel(page)
        .problem('Försäkringskassan utför inga insatser')
        .getByRole('button')
        .first()
        .click()
      await expect(toasts(page).root.getByRole('button')).toHaveCount(0)
      await picture(page, 'anteckning')
      await page.emulateMedia(looks.mörkt)
      await picture(page, 'mork')
      await page.emulateMedia(looks['hög kontrast, mörkt'])
      await picture(page, 'hog-kontrast')
      await page.emulateMedia(looks.ljust)
    })

    await test.step('journal', async () => {
      await page.setViewportSize({ width: 1600, height: 900 })
      await page.keyboard.press('Control+J')
      await plan.showJournal()
      await expect(journalPreview(page, 'Arbetsgivarens plan').root).toContainText('Kortare arbetspass')
      await picture(page, 'journal')
    })
  })
})

/** Sixty cases of more than two years; the employers' plans come a few each month. */
const longCases: SeedCase[] = Array.from({ length: 60 }, (_, index) => ({
  details: {
    ...lisa,
    number: `23-${100 + index}`,
    firstSickDay: '2022-11-14',
    office: index % 3 === 0 ? 'Kontor Norr' : 'Kontor Väst',
  },
  notes:
    index < 36
      ? [
          {
            template: 'arbetsgivarens-plan',
            answers: {
              'plan-status': { value: 'inkommen' },
              'inkom-datum': planDay(index),
              kanal: { value: index % 2 === 0 ? 'telefon' : 'blankett' },
            },
          },
        ]
      : [],
}))

/** A dozen before the months that are shown, then two each month. */
function planDay(index: number): string {
  const month = index < 12 ? 2 : 3 + Math.floor((index - 12) / 2)
  return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`
}

test.describe('uppföljning', () => {
  test.use({ start: 'archive', seed: { cases: longCases } })

  test('uppföljning', async ({ app: { page } }) => {
    await page.setViewportSize({ width: 1600, height: 900 })
    await page.keyboard.press('Alt+Shift+U')
    await page.getByRole('button', { name: /^Ärenden med arbetsgivarens plan/ }).click()
    await expect(page.getByRole('heading', { name: /av ärendena har en plan/ })).toBeFocused()
    await page.locator('.figure-chart svg').nth(1).waitFor()
    await picture(page, 'uppfoljning')
  })
})
