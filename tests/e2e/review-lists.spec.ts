// The lists over all cases: how notes use "plan" and "planering", and insatser that aim at nothing; each leads to its field.
import { lisa, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

const olle = { ...lisa, number: '26-2001', insured: { name: 'Olle Ström', personnummer: '18920623-2382' } }

test.use({
  start: 'archive',
  seed: {
    cases: [
      {
        details: lisa,
        notes: [
          {
            template: 'planering',
            answers: {
              datum: today,
              'sociala-faktorer': 'Bor nära. Vår plan för återgång börjar i april.',
              insatser: [{ id: 'samtal', what: 'Samtal', kind: 'medicinsk', status: 'pagar' }],
            },
          },
        ],
      },
      {
        details: olle,
        notes: [
          {
            template: 'planering',
            answers: {
              'sociala-faktorer': 'Planen ska följas upp i maj.',
              insatser: [
                {
                  id: 'vila',
                  what: 'Avslappning',
                  kind: 'medicinsk',
                  status: 'pagar',
                  purpose: 'Må bättre.',
                },
              ],
            },
          },
        ],
      },
    ],
  },
})

test('the use of plan and planering is read over all cases and one, and leads to the field', async ({
  app: { page },
}) => {
  await page.keyboard.press('Alt+Shift+r')
  await page
    .getByRole('navigation', { name: 'Listor' })
    .getByRole('button', { name: 'Ordbruk' })
    .press('Enter')
  const rows = page.getByRole('table', { name: 'Ordbruk' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1).locator('mark')).toHaveText('Vår plan')
  await expect(rows.nth(1)).toContainText('Läses som Försäkringskassans planering.')
  await expect(rows.nth(2)).toContainText('Säger inte vems plan det är.')
  await expect(page.getByText('2 ställen att läsa')).toBeVisible()
  const filter = page.getByRole('combobox', { name: 'Ärende', exact: true })
  await filter.selectOption({ label: '26-2001 Olle Ström' })
  await expect(rows).toHaveCount(2)
  await expect(page.getByText('1 ställe att läsa')).toBeVisible()
  await rows.nth(1).getByRole('button', { name: 'Sociala faktorer' }).press('Enter')
  const field = noteEditor(page, 'Planering').root.getByRole('textbox', { name: 'Sociala faktorer' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('Planen ska följas upp i maj.')
})

test('insatser that aim at nothing are read over all cases and one, and lead to their row', async ({
  app: { page },
}) => {
  await palette(page).run('Insatser utan mål')
  const rows = page.getByRole('table', { name: 'Insatser utan mål' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await page
    .getByRole('combobox', { name: 'Ärende', exact: true })
    .selectOption({ label: '26-2001 Olle Ström' })
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Syftet nämner inte arbete.')
  await rows.nth(1).getByRole('button', { name: 'Avslappning' }).press('Enter')
  await expect(noteEditor(page, 'Planering').root.locator('[data-row="vila"] :focus')).toBeVisible()
})
