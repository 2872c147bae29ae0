// Words are put to what the core says where it is shown, so a reader of English meets no Swedish in a report or a refusal.
import { ruleBundleText } from '../unit/rules/rule-pack.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'

const bundle = ruleBundleText('r03-ratt')

test.use({ start: 'archive' })

test('an English reader is told in English what an import found, and why a file or a case is refused', async ({
  app,
}) => {
  const { page } = app
  await caseTree(page).ready()
  await palette(page).run('Språk: engelska')
  const importing = async (name: string, content: string) => {
    await page.keyboard.press('Control+Shift+P')
    const dialog = page.getByRole('dialog', { name: 'Search or run a command' })
    await dialog.getByRole('combobox').fill('>Import case')
    const chosen = page.waitForEvent('filechooser')
    await dialog.getByRole('option', { name: 'Import case' }).first().click()
    await (await chosen).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  }
  const report = (name: string | RegExp) => page.getByRole('dialog', { name })

  await importing('newer.json', bundle.replace(/"version": ?1,/, '"version": 99,'))
  const refused = report('newer.json could not be imported')
  await expect(refused).toContainText('The case file has version 99')
  await refused.getByRole('button', { name: 'Close' }).click()

  await importing('case.json', bundle.replace('"answers": {', '"answers": { "finns-inte": "x",'))
  const imported = report(/ is imported$/)
  await expect(imported).toContainText(
    'The template has no field finns-inte. The answer is kept in the note.',
  )
  await imported.getByRole('button', { name: 'Close' }).click()

  await importing('again.json', bundle)
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('is in the archive already')
})
