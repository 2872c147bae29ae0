// The tree says what needs you, and shows the cases in the order and choice that you made.
import { addDays } from '../../shared/case/dates.ts'
import { lisa, type SeedCase, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { violationsInEveryLook } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { noteEditor } from './parts/note-editor.ts'

const planned: SeedCase = {
  details: { ...lisa, expectedLength: 'kortare' },
  notes: [{ template: 'planering', answers: { mal: { value: 'ordinarie-arbete' } } }],
}
const newer: SeedCase = {
  details: {
    ...lisa,
    number: '26-900',
    insured: { name: 'Åke Öman', personnummer: '18930412-2386' },
    firstSickDay: addDays(today, -9),
    assignedTo: 'Bo Al',
  },
}

test.use({ start: 'archive', seed: { cases: [planned, newer] } })

test('a case says its day, its problems and its drafts, and follows what is written', async ({ app }) => {
  const tree = caseTree(app.page)
  const lisas = tree.row(/26-1187 Lisa Berg/)
  await expect(tree.row('26-900 Åke Öman, Dag 10, inga anteckningar')).toBeVisible()
  await expect(lisas).toHaveAccessibleName(/^26-1187 Lisa Berg, Dag 94, \d fel, .*1 utkast$/)
  const errors = async () => Number(/(\d+) fel/.exec((await lisas.getAttribute('title')) ?? '')?.[1] ?? 0)
  const before = await errors()

  await lisas.press('ArrowRight')
  await tree.open(/^Planering/)
  const note = noteEditor(app.page, 'Planering')
  await note.choose('Är planeringen gjord i samråd med den försäkrade?', 'Ja')
  await expect.poll(errors).toBe(before - 1)
})

test('the order and the choice of cases are made by keyboard, and kept', async ({ app }) => {
  const { page } = app
  const tree = caseTree(page)
  const names = () => tree.tree.getByRole('treeitem', { level: 1 }).allTextContents()
  const first = async () => (await names()).map((text) => /26-\d+/.exec(text)?.[0])
  await tree.ready()
  await expect.poll(first).toEqual(['26-900', '26-1187'])

  await tree.view.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: 'Dag i sjukfallet, längst först' }).press('Enter')
  await expect.poll(first).toEqual(['26-1187', '26-900'])

  await tree.view.click()
  expect(await violationsInEveryLook(page)).toEqual([])
  await page.getByRole('menuitemradio', { name: 'Mina ärenden' }).click()
  await expect.poll(first).toEqual(['26-1187'])
  await expect(tree.root.getByRole('status')).toHaveText('1 av 2 ärenden · mina ärenden')

  await page.reload()
  await expect.poll(first).toEqual(['26-1187'])
  await tree.view.click()
  await expect(page.getByRole('menuitemradio', { name: 'Mina ärenden' })).toBeChecked()
  await page.getByRole('menuitemradio', { name: 'Senast öppnade' }).click()
  await expect(tree.root).toContainText('Du har inte öppnat något ärende än.')
  await tree.root.getByRole('button', { name: 'Visa alla ärenden' }).click()
  await tree.open(/Åke Öman/)
  await page.getByRole('heading', { level: 1, name: '26-900 Åke Öman' }).waitFor()
  await expect(page.getByRole('article')).toHaveCount(1)
  await tree.view.click()
  await page.getByRole('menuitemradio', { name: 'Senast öppnade' }).click()
  await expect.poll(first).toEqual(['26-900'])
})
