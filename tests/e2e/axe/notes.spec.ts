import { lisa, type SeedCase, today } from '../app/start-state.ts'
import { expect, test } from '../fixtures.ts'
import { foreignNames } from '../parts/accessibility.ts'
import { chooser } from '../parts/chooser.ts'
import { field } from '../parts/field.ts'
import { outline, palette, problemsPanel } from '../parts/frame.ts'
import { journalPreview } from '../parts/journal-preview.ts'
import { insatser } from '../parts/rows.ts'
import { signDialog } from '../parts/sign-dialog.ts'

import { everyView, expectAccessible, kinds, openNote, type View, withProblems } from './looks.ts'

test.describe.configure({ mode: 'parallel' })

const notes: readonly View[] = [
  ...kinds.map(
    (kind): View => ({
      name: kind,
      open: async (page) => {
        const note = await openNote(page, kind)
        await problemsPanel(page).show()
        await expect(note.messages.first()).toBeVisible()
      },
    }),
  ),
  {
    name: 'sök i anteckningen',
    open: async (page) => {
      await openNote(page, 'Planering')
      await page.keyboard.press('Alt+Shift+F')
      await page.keyboard.type('plan')
      await expect(page.getByRole('search')).toContainText('1 av')
    },
  },
  {
    name: 'byt mall',
    open: async (page) => {
      await openNote(page, 'Planering')
      await palette(page).run('Byt mall')
      await chooser(page).write('behov')
      await page.getByRole('button', { name: /^Byt till / }).waitFor()
    },
  },
  {
    name: 'undanlagda svar',
    open: async (page) => {
      await openNote(page, 'Behovsklarläggande')
      await palette(page).run('Byt mall')
      await chooser(page).write('planering')
      await page.getByRole('button', { name: 'Byt till Planering' }).click()
      await page.getByRole('note', { name: 'Undanlagt från Behovsklarläggande' }).waitFor()
    },
  },
  {
    name: 'infoga fras',
    open: async (page) => {
      await openNote(page, 'Planering')
      await field(page, 'den-forsakrades-syn').text.focus()
      await page.keyboard.press('Control+Space')
      await page.getByRole('dialog', { name: 'Infoga fras' }).waitFor()
    },
  },
  {
    name: 'lägg till egen fras',
    open: async (page) => {
      await openNote(page, 'Planering')
      await field(page, 'den-forsakrades-syn').text.focus()
      await palette(page).run('Lägg till egen fras')
      await page.getByRole('dialog', { name: 'Lägg till egen fras' }).waitFor()
    },
  },
  {
    name: 'förslag som rättar vid fältet',
    open: async (page) => {
      await openNote(page, 'Planering')
      await field(page, 'den-forsakrades-syn').text.focus()
      await page.keyboard.press('Control+.')
      await page.getByRole('menu', { name: 'Visa förslag som rättar här' }).waitFor()
    },
  },
  {
    name: 'flikens meny',
    open: async (page) => {
      await openNote(page, 'Planering')
      await page.keyboard.press('Alt+Shift+F10')
      await page.getByRole('menu', { name: 'Flikens meny' }).waitFor()
    },
  },
  {
    name: 'en öppen rad i en tabell, med ett datum i ord',
    open: async (page) => {
      const table = insatser((await openNote(page, 'Planering')).root)
      const panel = await table.open(1)
      await panel.getByRole('textbox', { name: 'Från' }).fill('om 4 veckor')
      await page.getByRole('status').filter({ hasText: 'om 4 veckor' }).waitFor()
    },
  },
  {
    name: 'förhandsvisning av journalen',
    open: async (page) => {
      const note = await openNote(page, 'Planering')
      await note.showJournal()
      await expect(journalPreview(page, 'Planering').root).toContainText('UTKAST')
    },
  },
  {
    name: 'journalföring som hindras',
    open: async (page) => {
      const note = await openNote(page, 'Planering')
      await expect(note.errors.first()).toBeVisible()
      await note.sign()
      await signDialog(page).root.waitFor()
    },
  },
]

everyView('archive', notes)

test.describe('suggestions', () => {
  test.use({ start: 'archive', seed: { cases: [withProblems] } })

  // While they show, Base UI hides the rest from assistive technology, with the focus kept in the field: axe sees only the hiding.
  test('förslag på utförare har svenska namn', async ({ app }) => {
    const note = await openNote(app.page, 'Planering')
    const panel = await insatser(note.root).open(0)
    await panel.getByRole('combobox', { name: 'Vem utför?' }).fill('a')
    await expect(app.page.getByRole('listbox', { name: 'Vem utför?' })).toBeVisible()
    await expect(app.page.getByRole('button', { name: 'Stäng förslagen' })).toHaveCount(2)
    expect(await foreignNames(app.page)).toEqual([])
  })
})

test.describe('two notes of one template', () => {
  const older: SeedCase['notes'] = [{ template: 'planering', answers: {}, older: true }]
  test.use({
    start: 'archive',
    seed: {
      cases: [
        { details: lisa, notes: older },
        { details: { ...lisa, number: '26-1190' }, notes: older },
      ],
    },
  })

  test('två anteckningar av samma mall bredvid varandra', async ({ app: { page } }) => {
    for (const number of ['26-1187', '26-1190']) {
      await palette(page).quickOpen()
      await palette(page).input.fill(`planering ${number}`)
      await palette(page).option(`Planering ${number} Lisa Berg`).click()
    }
    await palette(page).run('Dela åt höger')
    await expect(page.getByRole('note', { name: 'Mallen har en ny version' })).toHaveCount(2)
    await expectAccessible(page)
  })
})

/** A note that nothing keeps from the journal. */
const whole: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'behovsklarlaggande',
      answers: {
        'behov-resultat': { value: 'inget-behov' },
        datum: today,
        kalla: { values: ['den-forsakrade'] },
        samrad: 'ja',
        motivering: 'Arbetsförmågan är tillbaka.',
      },
    },
  ],
}

test.describe('a whole note', () => {
  test.use({ start: 'archive', seed: { cases: [whole] } })

  test('journalföring som bekräftas', async ({ app }) => {
    const note = await openNote(app.page, 'Behovsklarläggande')
    await note.sign()
    await expect(signDialog(app.page).title('Journalföra anteckningen?')).toBeVisible()
    await expectAccessible(app.page)
  })

  test('journalförd anteckning', async ({ app }) => {
    const note = await openNote(app.page, 'Behovsklarläggande')
    await note.sign()
    await signDialog(app.page).confirm()
    await expect(app.page.getByText(/^Journalförd av Anna Ek, utredare/).first()).toBeVisible()
    await expect(outline(app.page).root).toBeHidden()
    await expectAccessible(app.page)
  })

  test('import som inte går', async ({ app }) => {
    const chosen = app.page.waitForEvent('filechooser')
    await palette(app.page).run('Importera ärende')
    const file = { name: 'arende.json', mimeType: 'application/json', buffer: Buffer.from('{"format": 1}') }
    await (await chosen).setFiles(file)
    await app.page.getByRole('dialog').or(app.page.getByRole('alertdialog')).waitFor()
    await expectAccessible(app.page)
  })
})
