import { lisa } from '../app/start-state.ts'
import { test } from '../fixtures.ts'
import { noteEditor } from '../parts/note-editor.ts'
import { everyView, openNote } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

const answers = {
  'den-forsakrades-syn': 'Lisa vill arbeta heltid.',
  insatser: [{ id: 'r1', what: 'Fysioterapi', performer: { actor: 'halso-och-sjukvarden' } }],
}
test.use({ seed: { cases: [{ details: lisa, notes: [{ template: 'planering', answers }] }] } })

const open = async (page: Parameters<typeof openNote>[0]) => {
  await openNote(page, 'Planering')
  await noteEditor(page, 'Planering')
    .text('Den försäkrades egen syn på planeringen')
    .fill('Lisa vill arbeta halvtid.')
  await page.keyboard.press('ControlOrMeta+s')
  await page.keyboard.press('Alt+h')
  await page.getByText(/\(nu\)/).waitFor()
}

everyView('archive', [
  { name: 'historiken i panelen', open },
  {
    name: 'två versioner jämförda',
    open: async (page) => {
      await open(page)
      await page
        .getByRole('button', { name: /med den före/ })
        .first()
        .press('Enter')
      await page.getByRole('heading', { level: 1, name: /och version/ }).waitFor()
    },
  },
])
