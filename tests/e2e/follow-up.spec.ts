// A follow-up begins with what the case knows, and says so: beyond its own text it takes a few keys.
import { lisa, type SeedCase, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { noteEditor } from './parts/note-editor.ts'

const planned: SeedCase = {
  details: { ...lisa, consents: [{ actor: 'arbetsgivare', consent: 'ja', date: today }] },
  notes: [
    {
      template: 'planering',
      answers: {
        mal: { value: 'ordinarie-arbete' },
        insatser: [
          {
            id: 'fysioterapi',
            what: 'Fysioterapi två gånger i veckan',
            performer: { actor: 'halso-och-sjukvarden', name: 'Vårdcentralen Norr' },
            from: today,
            status: 'pagar',
          },
        ],
      },
    },
  ],
}

test.use({ start: 'archive', seed: { cases: [planned] } })

test('the open insatser, the goal and the consents stand there, each said to be taken over', async ({
  app: { page },
}) => {
  await caseTree(page).open(/Lisa Berg/)
  await page.keyboard.press('Alt+N')
  await chooser(page).take('Uppföljning av planering')
  const note = noteEditor(page, 'Uppföljning av planering')
  await expect(note.root.getByRole('rowheader', { name: /Fysioterapi två gånger i veckan/ })).toBeVisible()
  const goal = note.radios('Vilket arbete siktar planeringen mot nu?')
  await expect(goal.getByRole('radio', { checked: true })).toHaveAccessibleName('Ordinarie arbete')
  await expect(note.root.getByText(/Övertaget från Planering \d{4}-\d{2}-\d{2}\./)).toHaveCount(3)
  await expect(note.root.getByText(/Övertaget från ärendets uppgifter\./)).toHaveCount(1)
})

test('it is written and journalförd in twenty keys beyond its own words', async ({ app: { page } }) => {
  let keys = 0
  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      keys += 1
      await page.keyboard.press(key)
    }
  }
  await caseTree(page).open(/Lisa Berg/)
  await press('Alt+N')
  await expect(chooser(page).finder).toBeVisible()
  await press('u', 'p', 'p', 'f', ' ', 'p', 'l', 'a', 'n', 'e')
  await expect(chooser(page).finder.getByRole('button')).toHaveCount(1)
  await press('Enter')
  const note = noteEditor(page, 'Uppföljning av planering')
  const day = note.text('När följde du upp?')
  await expect(day).toBeFocused()
  await press('t', 'Tab')
  await expect(day).toHaveValue(today)
  await press('F8')
  const effect = note.radios('Vad har insatserna sammantaget betytt för arbetsförmågan?')
  await expect(effect.getByRole('radio').first()).toBeFocused()
  await press('Space', 'Control+Enter')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await press('Enter')
  await expect(note.root).toHaveAttribute('data-status', 'journalford')
  expect(keys).toBeLessThanOrEqual(20)
})
