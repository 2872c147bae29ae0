// Övningar in a demo archive: a situation, what is written in it, and what differs from the pack's answer; handouts of the pack.
import { basename } from 'node:path'
import { expect, test } from './fixtures.ts'
import { chooser } from './parts/chooser.ts'
import { exercises } from './parts/exercises.ts'
import { editors, palette, toasts } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { training } from './parts/tour.ts'

test.use({ start: 'demo' })

test('a planering written where a plan was expected is told, and then the plan is held against the answer', async ({
  app: { page },
}) => {
  const exercise = exercises(page)
  await palette(page).run('Övningar')
  await exercise.choose('Arbetsgivare', 'Chefen berättar om sin plan i telefon')
  await exercise.load()
  await expect(exercise.root).toContainText('Skriv ett dokument.')

  await test.step('nothing is written yet', async () => {
    await exercise.compare()
    await expect(exercise.sum).toHaveText('Ett dokument saknas.')
  })

  await test.step('the agency’s own document is written in place of the employer’s', async () => {
    await exercise.newNote()
    await chooser(page).take('Planering')
    await noteEditor(page, 'Planering').choose('Vilket arbete siktar planeringen mot?', 'Ordinarie arbete')
    await palette(page).run('Övningar')
    await exercise.compare()
    await expect(exercise.document('Arbetsgivarens plan')).toContainText(
      'Du har skrivit Planering (Försäkringskassan). Här väntades Arbetsgivarens plan (Arbetsgivaren).',
    )
  })

  await test.step('the plan is written, but for the way that it came', async () => {
    const plan = await exercise.beginPlan()
    await plan.choose('Hur kom uppgifterna in?', 'Försäkringskassans blankett')
    await palette(page).run('Övningar')
    await exercise.compare()
    const way = exercise.field('Arbetsgivarens plan', 'Hur kom uppgifterna in?')
    await expect(way).toContainText('Skiljer sig')
    await expect(way).toContainText('muntligt, per telefon')
    await expect(way).toContainText('Vilken väg den kom ska stå där.')
    await way.getByRole('button', { name: 'Regel R5' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /R5/ })).toBeVisible()
  })

  await test.step('from a difference one comes to its field', async () => {
    await palette(page).run('Övningar')
    await exercise
      .field('Arbetsgivarens plan', 'Hur kom uppgifterna in?')
      .getByRole('button', { name: 'Hur kom uppgifterna in?' })
      .click()
    await expect(
      noteEditor(page, 'Arbetsgivarens plan')
        .radios('Hur kom uppgifterna in?')
        .getByRole('radio', { checked: true }),
    ).toBeFocused()
  })

  await test.step('and begins again', async () => {
    await palette(page).run('Övningar')
    await exercise.reset()
    await toasts(page).toast('Demoarkivet är återställt.').waitFor()
    await editors(page).show('Övningar')
    await exercise.choose('Arbetsgivare', 'Chefen berättar om sin plan i telefon')
    await exercise.compare()
    await expect(exercise.sum).toHaveText('Ett dokument saknas.')
  })

  await test.step('every situation stands on the page of its pack, and leads to its exercise', async () => {
    const side = training(page)
    await side.show()
    await side.pack('Aktörssituationer').click()
    await page.getByRole('button', { name: /^Arbetstagarorganisation: Det vanliga arbetet/ }).click()
    await expect(exercise.root.getByRole('combobox', { name: 'Aktör' })).toHaveValue(
      'Arbetstagarorganisation',
    )
  })
})

test('a handout is made of the pack, for whom and as what is chosen', async ({ app }) => {
  const { page } = app
  await palette(page).run('Skriv ut demopaket')
  const dialog = page.getByRole('dialog', { name: 'Skriv ut demopaket' })
  await dialog.getByRole('combobox', { name: 'Demopaket' }).selectOption('Aktörssituationer')
  await dialog.getByRole('radio', { name: 'utbildaren' }).check()
  const made = await app.exported(() => dialog.getByRole('button', { name: 'Skapa filen' }).click())
  expect(basename(made)).toBe('aktorssituationer-utbildare.pdf')
  await expect(dialog).toBeHidden()
})
