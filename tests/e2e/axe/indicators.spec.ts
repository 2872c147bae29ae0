import { addDays } from '../../../shared/case/dates.ts'
import { lisa, type SeedCase, today } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { palette } from '../parts/frame.ts'
import { expectAccessible, type View } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

/** So many cases of more than two years that each indicator of them is shown, and ten with an interview. */
const cases: SeedCase[] = Array.from({ length: 20 }, (_, index) => ({
  details: {
    ...lisa,
    number: `23-${100 + index}`,
    firstSickDay: addDays(today, -900),
    office: index < 10 ? 'Kontor Norr' : 'Kontor Väst',
  },
  notes: [
    ...(index < 12
      ? [
          {
            template: 'arbetsgivarens-plan',
            answers: {
              'plan-status': { value: 'inkommen' },
              'inkom-datum': addDays(today, -index * 20),
              kanal: { value: 'telefon' },
              foljbar: index < 6 ? 'ja' : 'nej',
            },
          },
        ]
      : []),
    ...(index < 10
      ? [
          {
            template: 'intervju-om-stodet',
            answers: { datum: today, 'fraga-1': '40', 'fraga-6': { value: 'ja' } },
          },
        ]
      : []),
  ],
}))
test.use({ start: 'archive', seed: { cases } })

const views: readonly View[] = [
  {
    name: 'uppföljning, med diagram och tabeller',
    open: async (page) => {
      await page.keyboard.press('Alt+Shift+U')
      await palette(page).run('Öppna siffrorna')
      await page.locator('.figure-chart svg').nth(2).waitFor()
    },
  },
  {
    name: 'svaren i intervjuerna, efter kontor',
    open: async (page) => {
      await palette(page).run('Öppna svaren i intervjuerna')
      await page.getByLabel('Dela upp efter').selectOption('office')
      await page.getByRole('columnheader', { name: 'Kontor Norr' }).first().waitFor()
    },
  },
]
for (const { name, open } of views)
  test(name, async ({ app: { page } }) => {
    await open(page)
    await expectAccessible(page)
  })
