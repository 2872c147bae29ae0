// Every template that ships, made and opened in the window; and the shortest of them by keyboard alone.
import { loadTemplates } from '../../main/core/templates.ts'
import { holdsAnswer } from '../../shared/fields/index.ts'
import { readNote } from '../../shared/note/read-note.ts'
import { newestVersions, type Template } from '../../shared/template/template.ts'
import { context, draft } from '../unit/check/sample.ts'
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { editors, support } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

// The one role that every template may be written by.
test.use({ start: 'archive', seed: { cases: [{ details: lisa }], role: 'rehabiliteringsspecialist' } })

const templates = newestVersions(loadTemplates('templates').all)

/** What an empty note of a template asks. */
const asked = (template: Template) =>
  readNote(draft(template, {}), context)
    .shown()
    .flatMap(({ field }) => (holdsAnswer(field) ? [field.label.sv] : []))

test('every template makes a note that asks what it says, under its own name', async ({ app: { page } }) => {
  test.setTimeout(240_000)
  await caseTree(page).open(/Lisa Berg/)
  for (const template of templates) {
    await test.step(template.title.sv, async () => {
      await page.keyboard.press('Alt+N')
      await chooser(page).take(template.title.sv)
      const { root } = noteEditor(page, template.title.sv)
      await expect(root.getByRole('heading', { level: 1, name: template.title.sv })).toBeVisible()
      for (const label of asked(template)) await expect(root.getByText(label).first(), label).toBeVisible()
      for (const section of await root.getByRole('heading', { level: 2 }).all())
        await expect(section).toBeVisible()
      await expect(root).toContainText(template.summary.sv)
      await expect(support(page).root).toContainText(asked(template)[0] ?? '')
    })
  }
})

test('an initial mapping without need is whole in four answers, by keyboard alone', async ({
  app: { page },
}) => {
  await caseTree(page).open(/Lisa Berg/)
  await page.keyboard.press('Alt+N')
  await chooser(page).write('ikr')
  const note = noteEditor(page, 'Initial kartläggning (IKR)')
  const focused = page.locator(':focus')
  const tabTo = async (name: RegExp) => {
    for (let keys = 0; keys < 12; keys++) {
      await page.keyboard.press('Tab')
      if (name.test((await focused.getAttribute('aria-label')) ?? '')) return
      if (await focused.and(page.getByLabel(name)).count()) return
    }
    throw new Error(`Nothing called ${name} in twelve steps`)
  }
  await note.radios('Vad visar kartläggningen?').getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await tabTo(/När gjorde du kartläggningen/)
  await page.keyboard.type('i dag')
  await tabTo(/Samtal med den försäkrade/)
  await page.keyboard.press('Space')
  await tabTo(/Varför finns det inget behov/)
  await page.keyboard.type('Lisa är tillbaka i sitt arbete på måndag och behöver inget stöd.')
  await expect(note.errors).toHaveCount(0)
  await editors(page).show('26-1187 Lisa Berg')
  await expect(page.getByRole('article').getByRole('button', { name: /Initial kartläggning/ })).toBeVisible()
})
