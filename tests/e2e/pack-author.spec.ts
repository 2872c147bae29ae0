// A trainer writes a demo pack of cases in a demo archive, saves it as a file, and somebody else brings it into theirs.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { exercises } from './parts/exercises.ts'
import { palette, toasts } from './parts/frame.ts'
import { packAuthor } from './parts/pack-author.ts'

test.use({ start: 'demo' })

test('a pack is picked, annotated, saved and practised', async ({ app }) => {
  const { page } = app
  const author = packAuthor(page)
  await palette(page).run('Skriv ett demopaket')

  await test.step('unfinished, it says what is missing, leads there, and is silent once it is mended', async () => {
    await author.save()
    await expect(author.problems).toContainText('Paketet är inte färdigt:')
    await author.lack('Skriv en rubrik.').press('Enter')
    const title = author.swedish('Rubrik')
    await expect(title).toBeFocused()
    await expect(title).toHaveAttribute('aria-invalid', 'true')
    await title.fill('Två vägar')
    await expect(author.lack('Skriv en rubrik.')).toHaveCount(0)
    await expect(title).not.toHaveAttribute('aria-invalid')
  })

  const path = await test.step('a case, and an exercise whose answer is one of its notes', async () => {
    await author.words('Rubrik', 'Veras planering')
    await author.words('Om paketet', 'Ett ärende att öva i.')
    await author.takeCase(/Vera Holst/)
    await author.addExercise()
    const exercise = author.exercise(1)
    await exercise.words('Rubrik', 'Skriv planeringen')
    await exercise.words('Aktör', 'Arbetsgivare')
    await exercise.answer(/ · Planering · /)
    await exercise.remark('Målet är hennes eget arbete.', 'R3')
    await exercise.words('Situation', 'Det är 2026-11-20. Planera med Vera.')
    await expect(exercise.region.getByText('Ett datum i kalendern stämmer bara i dag.')).toBeVisible()
    await exercise.words('Situation', 'Det är dag 40. Planera med Vera.')
    return app.exported(() => author.save())
  })

  const text = readFileSync(path, 'utf8')
  expect(text).toContain('"datum": "@40"')
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}(?!\d)/)

  await test.step('somebody else brings the file in and practises', async () => {
    await author.pick(path)
    await toasts(page).toast('Paketet Veras planering är hämtat.').waitFor()
    const exercise = exercises(page)
    await palette(page).run('Övningar')
    await exercise.pack('Veras planering')
    await exercise.compare()
    await expect(exercise.sum).toHaveText('Ett dokument saknas.')
  })

  await test.step('the corrected file comes in again in its place, and nothing of what is being written goes', async () => {
    writeFileSync(path, text.replaceAll('"Veras planering"', '"Veras planering, rättad"'))
    await author.pick(path)
    const dialog = page.getByRole('alertdialog', { name: 'Byta ut paketet?' })
    await dialog.getByRole('button', { name: 'Byt ut paketet' }).click()
    await toasts(page).toast('Paketet Veras planering, rättad är hämtat.').waitFor()
    await palette(page).run('Skriv ett demopaket')
    await expect(author.swedish('Rubrik')).toHaveValue('Veras planering')
  })

  await test.step('what is taken away comes back, and what was written since stays', async () => {
    await author.remove('Övning 1: Skriv planeringen')
    await author.words('Rubrik', 'Veras planering igen')
    await toasts(page).root.getByRole('button', { name: 'Ångra' }).click()
    await expect(author.exercise(1).region).toBeVisible()
    await expect(author.swedish('Rubrik')).toHaveValue('Veras planering igen')
  })

  await test.step('a file with somebody living is refused, with the place', async () => {
    const bad = join(app.dataDir, 'levande.json')
    writeFileSync(
      bad,
      text.replace(/"personnummer": "18/, '"personnummer": "19').replace('"veras-planering"', '"annat"'),
    )
    await author.pick(bad)
    const dialog = page.getByRole('dialog', { name: 'levande.json är inget demopaket' })
    await expect(dialog).toContainText('cases[0].details.insured.personnummer')
    await expect(dialog).toContainText('personnummer för någon som kan leva')
  })
})
