// A signed note is corrected, added to and annulled, by keyboard alone; what is wrong stays, and says what stands instead.
import { lisa, noNeed } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { search } from './parts/search.ts'
import { signDialog } from './parts/sign-dialog.ts'

test.use({
  start: 'archive',
  seed: {
    cases: [{ details: lisa, notes: [{ template: 'behovsklarlaggande', answers: noNeed, signed: true }] }],
  },
})

test('rättelse, komplettering and makulering, each shown on both notes', async ({ app: { page } }) => {
  const tree = caseTree(page)
  const bands = page.getByRole('note', { name: 'Rättelser, kompletteringar och makulering' })
  const why = 'Varför finns det inget behov?'

  await test.step('a rättelse begins with all that the note says', async () => {
    await tree.open(/Lisa Berg/)
    await palette(page).quickOpen()
    await page.keyboard.type('Behovs')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Rätta', exact: true }).waitFor()
    await palette(page).run('Rätta anteckningen')
    const draft = noteEditor(page, 'Rättelse: Behovsklarläggande')
    await expect(draft.text(why)).toHaveValue('Lisa är tillbaka i arbete den 9 mars.')
    await expect(bands).toContainText('Rättelse av:')
    await draft.text(why).fill('Lisa är tillbaka i arbete den 16 mars.')
    await page.keyboard.press('Control+Enter')
    await signDialog(page).confirm()
    await expect(page.getByRole('button', { name: 'Komplettera', exact: true })).toBeVisible()
  })

  await test.step('both stay, and each leads to the other', async () => {
    await expect(tree.row(/^Behovsklarläggande, Försäkringskassan, rättad/)).toBeVisible()
    await expect(tree.row(/^Rättelse: Behovsklarläggande, Försäkringskassan, journalförd/)).toBeVisible()
    await bands.getByRole('button', { name: /^Behovsklarläggande, journalförd/ }).press('Enter')
    await expect(page.getByRole('tab', { name: /Behovsklarläggande \(rättad\)/ })).toBeVisible()
    await expect(bands).toContainText('Rättad. Det här gäller inte längre.')
    await expect(page.getByText('RÄTTAD', { exact: true })).toBeVisible()
    await bands.getByRole('button', { name: /^Rättelse: Behovsklarläggande/ }).press('Enter')
  })

  await test.step('what the rättelse changes is seen from either', async () => {
    await bands.getByRole('button', { name: 'Jämför' }).press('Enter')
    const comparison = page.getByRole('article').filter({ hasText: 'Rättelsen och det som rättas' })
    await expect(comparison.getByRole('status')).toHaveText('1 fält ändrat')
    const reason = comparison.getByRole('region', { name: new RegExp(`^${why.replace('?', '\\?')}, ändrat`) })
    await expect(reason.locator('del')).toContainText('9')
    await expect(reason.locator('ins')).toContainText('16')
    await page.keyboard.press('Alt+w')
  })

  await test.step('makulering asks why, and the first note stands again', async () => {
    await palette(page).run('Makulera anteckningen')
    const dialog = page.getByRole('dialog', { name: 'Makulera anteckningen' })
    await expect(dialog).toContainText('Makuleras av Anna Ek, utredare.')
    await expect(dialog.getByRole('textbox', { name: 'Skäl' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('Skriv varför anteckningen makuleras.')
    await dialog.getByRole('textbox', { name: 'Skäl' }).fill('Rättelsen gäller ett annat ärende.')
    await page.keyboard.press('Enter')
    await expect(bands).toContainText('Skäl: Rättelsen gäller ett annat ärende.')
    await expect(tree.row(/^Rättelse: Behovsklarläggande, Försäkringskassan, makulerad/)).toBeVisible()
    await expect(tree.row(/^Behovsklarläggande, Försäkringskassan, journalförd/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Makulera…' })).toHaveCount(0)
  })

  await test.step('a komplettering begins empty and names what it adds to', async () => {
    await bands.getByRole('button', { name: /^Behovsklarläggande, journalförd/ }).press('Enter')
    await page.getByRole('button', { name: 'Komplettera', exact: true }).press('Enter')
    const addition = noteEditor(page, 'Komplettering: Behovsklarläggande')
    await expect(addition.root).toBeVisible()
    await expect(bands).toContainText('Komplettering av:')
  })

  await test.step('quick open and search say which of them is what', async () => {
    await palette(page).quickOpen()
    await page.keyboard.type('Behovs')
    for (const name of [/^Behovsklarläggande/, /^Rättelse: Behovsklarläggande/, /^Komplettering: Behovs/])
      await expect(palette(page).option(name)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+F')
    await expect(search(page).field).toBeFocused()
    await page.keyboard.type('mars')
    await expect(search(page).hits.filter({ hasText: 'Rättelse: Behovsklarläggande' })).toHaveCount(1)
  })
})
