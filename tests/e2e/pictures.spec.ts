// The README's pictures, compared with the running program; `npm run pictures` makes them anew.
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { looks } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { editors, problemsPanel, statusBar, toasts } from './parts/frame.ts'
import { journalPreview } from './parts/journal-preview.ts'
import { noteEditor } from './parts/note-editor.ts'
import { insatser } from './parts/rows.ts'
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
