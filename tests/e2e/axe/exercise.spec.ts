import { test } from '../fixtures.ts'
import { exercises } from '../parts/exercises.ts'
import { palette } from '../parts/frame.ts'
import { packAuthor } from '../parts/pack-author.ts'
import { expectAccessible, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })
test.use({ start: 'demo' })

const views: readonly View[] = [
  {
    name: 'en övning, jämförd med facit',
    open: async (page) => {
      const exercise = exercises(page)
      await palette(page).run('Övningar')
      await exercise.choose('Arbetsgivare', 'Chefen berättar om sin plan i telefon')
      await exercise.load()
      await exercise.beginPlan()
      await palette(page).run('Övningar')
      await exercise.compare()
    },
  },
  {
    name: 'ett demopaket som skrivs',
    open: async (page) => {
      const author = packAuthor(page)
      await palette(page).run('Skriv ett demopaket')
      await author.takeCase(/Vera Holst/)
      await author.addExercise()
      await author.exercise(1).answer(/ · Planering · /)
      await author.exercise(1).remark('Målet är hennes eget arbete.', 'R3')
      await author.save()
      await author.problems.getByText('Paketet är inte färdigt:').waitFor()
    },
  },
  {
    name: 'skriv ut ett demopaket',
    open: async (page) => {
      await palette(page).run('Skriv ut demopaket')
      await page.getByRole('dialog', { name: 'Skriv ut demopaket' }).waitFor()
    },
  },
]
for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
