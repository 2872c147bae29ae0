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

  await test.step('unfinished, it says what is missing', async () => {
    await author.save()
    await expect(author.problems).toContainText('Paketet är inte färdigt:')
  })

  const path = await test.step('a case, and an exercise whose answer is one of its notes', async () => {
    await author.words('Rubrik', 'Veras planering')
    await author.words('Om paketet', 'Ett ärende att öva i.')
    await author.takeCase(/Vera Holst/)
    await author.addExercise()
    const exercise = author.exercise(1)
    await exercise.words('Rubrik', 'Skriv planeringen')
    await exercise.words('Aktör', 'Arbetsgivare')
    await exercise.words('Situation', 'Det är dag 40. Planera med Vera.')
    await exercise.answer(/ · Planering · /)
    await exercise.remark('Målet är hennes eget arbete.', 'R3')
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
