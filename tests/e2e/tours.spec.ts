// Every tour is walked in both hosts by doing what its steps ask, so that none goes stale: a step that points at what is not
// there has no ring, and one that does not notice what is done never goes on.
import { addDays } from '../../shared/case/dates.ts'
import { shippedTours } from '../../shared/training/shipped-tours.ts'
import { today } from './app/start-state.ts'
import { type App, expect, test } from './fixtures.ts'
import { violations } from './parts/accessibility.ts'
import { caseForm } from './parts/case-form.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { palette, problemsPanel, statusBar, toasts } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { signDialog } from './parts/sign-dialog.ts'
import { tourBar, training } from './parts/tour.ts'

test.use({ start: 'demo' })

const meeting = (app: App) => noteEditor(app.page, 'Kontaktmöte')
const next = (app: App) => tourBar(app.page).next.click()
const activities = (app: App) => app.page.getByRole('navigation', { name: 'Aktiviteter' })
const activity = (app: App, name: string) => activities(app).getByRole('button', { name }).click()
const template = (app: App, name: string) =>
  app.page.getByRole('region', { name: 'Mallar' }).getByRole('button', { name }).first().click()
const newNote = (app: App) =>
  app.page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
const openCase = (app: App) => caseTree(app.page).tree.getByRole('treeitem').first().click()

async function fillCase(app: App): Promise<void> {
  const form = caseForm(app.page)
  await form.fill({
    number: '26-9001',
    name: 'Elsa Rundh',
    personnummer: '189304122386',
    employer: 'Påhittade Plåt AB',
    organisationNumber: '5590123450',
    firstSickDay: addDays(today, -39),
    extent: '100 %',
    expectedLength: 'Minst 60 dagar',
  })
  await form.save()
}

async function sign(app: App): Promise<void> {
  await meeting(app).sign()
  await signDialog(app.page).confirm()
}

/** What a learner does at each step of each tour. */
const deeds: Record<string, Record<string, (app: App) => Promise<unknown>>> = {
  'first-note': {
    'nytt-arende': ({ page }) => caseTree(page).newCase(),
    'skapa-arendet': fillCase,
    'ny-anteckning': newNote,
    'valj-mall': ({ page }) => chooser(page).take('Kontaktmöte'),
    'hur-langt': (app) =>
      meeting(app).choose('Hur långt har det kommit?', 'Mötet är planerat eller kallat till'),
    'vilken-dag': (app) => meeting(app).write('När är eller var mötet?', addDays(today, 7)),
    statusraden: next,
    journalfor: sign,
    exportera: (app) => app.exported(() => meeting(app).exportAs('Text (.txt)')),
    klart: next,
  },
  'plan-or-planering': {
    mallar: (app) => activity(app, 'Mallar'),
    'arbetsgivarens-plan': (app) => template(app, 'Arbetsgivarens plan'),
    arbetsgivarens: next,
    planering: (app) => template(app, 'Planering'),
    forsakringskassans: next,
    arenden: (app) => activity(app, 'Ärenden'),
    'oppna-arende': openCase,
    'ny-anteckning': newNote,
    'valj-ratt': async ({ page }) => {
      await chooser(page).take('Planering')
      await expect(tourBar(page).root).toContainText('Fråga dig vem som har planerat')
      await palette(page).run('Ny anteckning')
      await chooser(page).take('Arbetsgivarens plan')
    },
    klart: next,
  },
  'mend-problems': {
    'oppna-arende': openCase,
    'ny-anteckning': newNote,
    kontaktmote: ({ page }) => chooser(page).take('Kontaktmöte'),
    'oppna-problem': ({ page }) => statusBar(page).root.getByRole('button', { name: / fel/ }).click(),
    'ga-till-faltet': ({ page }) => problemsPanel(page).problem('Hur långt har det kommit?').click(),
    ratta: (app) => meeting(app).choose('Hur långt har det kommit?', 'Mötet är planerat eller kallat till'),
    'ratta-resten': (app) => meeting(app).write('När är eller var mötet?', addDays(today, 7)),
    klart: next,
  },
}

for (const tour of shippedTours)
  test(`the tour ${tour.id} is walked by doing what it asks`, async ({ app }) => {
    const bar = tourBar(app.page)
    await training(app.page).show()
    await training(app.page).begin(tour.title.sv)
    await activity(app, 'Ärenden')
    for (const [index, step] of tour.steps.entries())
      await test.step(step.id, async () => {
        await expect(bar.root).toContainText(`Steg ${index + 1} av ${tour.steps.length}`)
        await expect(bar.root.getByRole('status')).toContainText(step.say.sv)
        await expect(bar.ring).toBeVisible()
        const deed = deeds[tour.id]?.[step.id]
        expect(deed, `what is done at ${step.id} of ${tour.id}`).toBeDefined()
        await deed?.(app)
      })
    await expect(bar.root).toHaveCount(0)
    await expect(bar.ring).toHaveCount(0)
  })

test('a tour takes no focus, is paused by Escape, and goes on where it was', async ({ app }) => {
  const bar = tourBar(app.page)
  await palette(app.page).run('Rundtur: Granska och rätta problem')
  await expect(bar.root).toContainText('Steg 1 av 8')
  expect(await violations(app.page)).toEqual([])
  await openCase(app)
  await newNote(app)
  await chooser(app.page).take('Kontaktmöte')
  await expect(bar.root).toContainText('Steg 4 av 8')
  await expect(meeting(app).root).toBeVisible()

  // The writing field keeps the focus when the step changes under it.
  const day = meeting(app).text('När är eller var mötet?')
  await day.focus()
  await app.page.keyboard.press('Control+Shift+M')
  await day.focus()
  await expect(bar.root).toContainText('Steg 5 av 8')
  await expect(day).toBeFocused()

  await app.page.keyboard.press('Escape')
  await expect(bar.root).toHaveCount(0)
  await expect(app.page.getByText('Rundturen är pausad.')).toBeVisible()
  await training(app.page).show()
  await training(app.page).begin('Fortsätt rundturen')
  await expect(bar.root).toContainText('Steg 5 av 8')

  await bar.back.click()
  await expect(bar.root).toContainText('Steg 4 av 8')
  await bar.next.click()
  await bar.goThere.click()
  await expect(app.page.locator('[data-part="panel"] :focus')).toHaveCount(1)
})

test.describe('in a real archive', () => {
  test.use({ start: 'archive' })

  test('there is no Utbildning, and the palette says of what trains and shows that it is for a demo archive', async ({
    app,
  }) => {
    await expect(activities(app).getByRole('button', { name: 'Mallar' })).toBeVisible()
    await expect(activities(app).getByRole('button', { name: 'Utbildning' })).toHaveCount(0)
    const commands = palette(app.page)
    for (const { command, why } of [
      { command: 'Rundtur: Din första anteckning', why: /De körs därför bara i demoarkivet/ },
      { command: 'Presentationsläge: på eller av', why: /uppgifter om verkliga personer/ },
      { command: 'Utbildning: demopaket, rundturer och övningar', why: /Öppna demoarkivet/ },
    ]) {
      await commands.openCommands()
      await commands.input.fill(`>${command}`)
      await expect(commands.option(command)).toContainText('bara i demoarkiv')
      await commands.option(command).click()
      await expect(toasts(app.page).toast(why).last()).toBeVisible()
    }
  })
})
