// A draft whose template has a newer version: what would change is shown, it follows and comes back, or stays. By keyboard alone.
import { lisa } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { violationsInEveryLook } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, toasts } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

const person = { name: 'Karin Lind', role: 'arbetsgivare' }
const deltagare = [
  { id: 'a', answers: { person, narvarade: 'ja' } },
  { id: 'b', answers: { person: { ...person, name: 'Nils Ny' }, narvarade: 'nej' } },
]
const planering = { tidsgrans: { value: 'dag-180' }, 'den-forsakrades-syn': 'Vill börja med halva dagar.' }

test.use({
  start: 'archive',
  seed: {
    cases: [
      {
        details: lisa,
        notes: [
          { template: 'planering', answers: planering, older: true },
          { template: 'avstamningsmote', answers: { deltagare }, older: true },
        ],
      },
    ],
  },
})

test('follows its template and comes back, with nothing lost', async ({ app: { page } }) => {
  const note = noteEditor(page, 'Planering')
  const offer = note.root.getByRole('note', { name: 'Mallen har en ny version' })
  const aside = note.root.getByRole('note', { name: 'Undanlagt från version 1 av mallen' })
  await caseTree(page).open(/Lisa Berg/)
  await caseTree(page)
    .row(/^Planering/)
    .click()

  await test.step('what would change is shown first', async () => {
    await offer.getByRole('button', { name: 'Visa vad som ändras' }).focus()
    await page.keyboard.press('Enter')
    await expect(offer.getByRole('button', { name: 'Visa vad som ändras' })).toHaveAttribute(
      'aria-expanded',
      'true',
    )
    await expect(offer).toContainText('Ett svar står kvar som det är.')
    await expect(offer).toContainText('Har ingen plats i den nya versionen')
    await expect(offer).toContainText('Vilken tidsgräns siktar insatserna mot?')
    expect(await violationsInEveryLook(page)).toEqual([])
  })

  await test.step('it follows, and what has no place is kept', async () => {
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(toasts(page).root).toContainText('Anteckningen har följt med till version 2 av mallen.')
    await expect(offer).toBeHidden()
    await expect(aside).toContainText('Vilken tidsgräns siktar insatserna mot?')
    await expect(aside.getByRole('button', { name: /^Byt tillbaka/ })).toHaveCount(0)
  })

  await test.step('undone, it is what it was, and can follow again', async () => {
    await toasts(page).root.getByRole('button', { name: 'Ångra' }).click()
    await expect(aside).toBeHidden()
    await expect(offer).toBeVisible()
    await expect(toasts(page).root).toContainText('tillbaka i version 1')
  })
})

test('stays where it is told to, and is asked again when it is wanted', async ({ app: { page } }) => {
  const note = noteEditor(page, 'Avstämningsmöte')
  const offer = note.root.getByRole('note', { name: 'Mallen har en ny version' })
  await caseTree(page).open(/Lisa Berg/)
  await caseTree(page)
    .row(/^Avstämningsmöte/)
    .click()
  await offer.getByRole('button', { name: 'Visa vad som ändras' }).click()
  await expect(offer).toContainText('Deltagare')
  await expect(offer).toContainText('Nils Ny')
  await offer.getByRole('button', { name: 'Stanna kvar' }).click()
  await expect(offer).toBeHidden()
  await page.reload()
  await note.root.waitFor()
  await expect(offer).toBeHidden()
  await palette(page).run('Visa mallens nya version igen')
  await expect(offer).toBeVisible()
})

test('all drafts follow at once, how many did is told, and what is set aside is put to use', async ({
  app,
}) => {
  const { page } = app
  const dialog = page.getByRole('alertdialog', {
    name: 'Låt alla utkast följa med till mallarnas nya versioner',
  })
  await palette(page).run('Låt alla utkast följa med')
  await expect(dialog).toBeVisible()
  expect(await violationsInEveryLook(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button')).toBeFocused()
  await expect(dialog.getByRole('status')).toContainText('2 utkast följde med; 0 står kvar som de är.')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await caseTree(page).open(/Lisa Berg/)
  await caseTree(page)
    .row(/^Planering/)
    .click()
  const note = noteEditor(page, 'Planering')
  const aside = note.root.getByRole('note', { name: 'Undanlagt från version 1 av mallen' })
  const question = 'Vilken tidsgräns siktar insatserna mot?'
  const view = note.text('Den försäkrades egen syn på planeringen')

  await test.step('it is copied', async () => {
    await aside.getByRole('button', { name: `Kopiera ${question}` }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => app.clipboard()).toBe('Dag 180')
  })

  await test.step('it is added behind what stands in a field, where one goes on writing', async () => {
    await page.keyboard.press('Tab')
    await expect(aside.getByRole('button', { name: `Lägg till i … ${question}` })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    expect(await violationsInEveryLook(page)).toEqual([])
    await page.keyboard.type('Den')
    await page.keyboard.press('Enter')
    await expect(view).toHaveValue('Vill börja med halva dagar.\nDag 180')
    await expect(view).toBeFocused()
    await expect(note.root.getByRole('status').last()).toContainText('Tillagt sist i')
    await page.keyboard.type(' är målet.')
    await expect(view).toHaveValue('Vill börja med halva dagar.\nDag 180 är målet.')
  })

  await test.step('it is taken back as any writing is, and kept all the while', async () => {
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(view).toHaveValue('Vill börja med halva dagar.')
    await expect(aside).toContainText('Dag 180')
  })
})
