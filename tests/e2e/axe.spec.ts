// Every view, in every look: axe finds nothing, and at 200 % nothing is cut off.
import type { Page } from '@playwright/test'
import { addDays } from '../../shared/case/dates.ts'
import { lisa, type SeedCase, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { about } from './parts/about.ts'
import { cutOff, foreignNames, violations, violationsInEveryLook } from './parts/accessibility.ts'
import { caseForm } from './parts/case-form.ts'
import { caseTree } from './parts/case-tree.ts'
import { field } from './parts/field.ts'
import { outline, palette, problemsPanel } from './parts/frame.ts'
import { journalPreview } from './parts/journal-preview.ts'
import { keysPage } from './parts/keys.ts'
import { noteEditor } from './parts/note-editor.ts'
import { insatser } from './parts/rows.ts'
import { signDialog } from './parts/sign-dialog.ts'
import { sources } from './parts/sources.ts'
import { welcome } from './parts/welcome.ts'

const soon = addDays(today, 30)
/** The four kinds of note, by the words of the list. */
const kinds = ['Arbetsgivarens plan', 'Behovsklarläggande', 'Planering', 'Avstämningsmöte'] as const

/** Notes in which something is wrong with fields and rows alike. */
const withProblems: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'arbetsgivarens-plan',
      answers: {
        'plan-status': { value: 'inkommen' },
        kanal: { value: 'telefon' },
        'inkom-datum': '2026-02-30',
      },
    },
    {
      template: 'behovsklarlaggande',
      answers: { 'behov-resultat': { value: 'behov-finns' }, samrad: 'nej' },
    },
    {
      template: 'planering',
      answers: {
        samrad: 'nej',
        'den-forsakrades-syn': 'Hen vill ha en plan för återgång från oss.',
        samtycken: [{ actor: 'arbetsgivare', consent: 'ja', date: today }],
        insatser: [
          {
            id: '6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a01',
            what: 'Möte',
            performer: { name: 'FK' },
            from: soon,
            to: today,
          },
          { id: '6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a02', what: 'Samtal', status: 'behovs-men-saknas' },
        ],
      },
    },
    { template: 'avstamningsmote', answers: { form: { value: 'digitalt' } } },
  ],
}

async function openNote(page: Page, kind: string) {
  await palette(page).quickOpen()
  await palette(page).input.fill(kind)
  await palette(page)
    .option(new RegExp(`^${kind}`))
    .first()
    .click()
  const note = noteEditor(page, kind)
  await note.root.waitFor()
  return note
}

test.describe.configure({ mode: 'parallel' })

interface View {
  readonly name: string
  readonly open: (page: Page) => Promise<void>
}

const newArchive: readonly View[] = [
  { name: 'välkommen, första gången', open: (page) => welcome(page).createButton.waitFor() },
  {
    name: 'välkommen, med fel',
    open: async (page) => {
      await welcome(page).create({ user: '', passphrase: 'kort', again: 'annan' })
      await expect(welcome(page).alert).toContainText('fält behöver rättas')
    },
  },
]

const lockedArchive: readonly View[] = [
  { name: 'välkommen, ett arkiv finns', open: (page) => welcome(page).openButton.waitFor() },
  {
    name: 'välkommen, fel lösenfras',
    open: async (page) => {
      await welcome(page).open('fel fras')
      await expect(welcome(page).passphraseField).toHaveAccessibleDescription(/stämmer inte/)
    },
  },
]

const openArchive: readonly View[] = [
  {
    name: 'ärendelista och ärende',
    open: async (page) => {
      await caseTree(page).open(/Lisa Berg/)
      await page.getByRole('heading', { level: 1, name: '26-1187 Lisa Berg' }).waitFor()
    },
  },
  {
    name: 'nytt ärende med fel',
    open: async (page) => {
      await caseTree(page).newCase()
      await caseForm(page).field('Personnummer').fill('18930412-2387')
      await caseForm(page).field('Första sjukdag').fill('2026-02-30')
      await caseForm(page).save()
      await expect(caseForm(page).alert).toContainText('behöver rättas')
    },
  },
  {
    name: 'vad ska du dokumentera?',
    open: async (page) => {
      await caseTree(page).open(/Lisa Berg/)
      await page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
      await page.getByRole('heading', { name: 'Vad ska du dokumentera?' }).waitFor()
    },
  },
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
      await page.keyboard.type('behov')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: /^Byt till / }).waitFor()
    },
  },
  {
    name: 'undanlagda svar',
    open: async (page) => {
      await openNote(page, 'Behovsklarläggande')
      await palette(page).run('Byt mall')
      await page.keyboard.type('planering')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Byt till Planering' }).click()
      await page.getByRole('region', { name: 'Undanlagt från Behovsklarläggande' }).waitFor()
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
  { name: 'fraser', open: (page) => palette(page).run('Fraser') },
  { name: 'regler', open: (page) => palette(page).run('Regler') },
  {
    name: 'en regel',
    open: async (page) => {
      await palette(page).run('Regler')
      await page.getByRole('button', { name: /^R4 / }).click()
      await page.getByRole('heading', { level: 1, name: /^R4 / }).waitFor()
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
  {
    name: 'kommandopaletten',
    open: async (page) => {
      await palette(page).openCommands()
      await palette(page).option('Nytt ärende').waitFor()
    },
  },
  {
    name: 'snabböppning',
    open: async (page) => {
      await palette(page).quickOpen()
      await palette(page)
        .option(/Lisa Berg/)
        .first()
        .waitFor()
    },
  },
  { name: 'inställningar', open: (page) => palette(page).run('Inställningar') },
  {
    name: 'om Klarlagt, med en licens öppen',
    open: async (page) => {
      await palette(page).run('Om Klarlagt')
      // A few rows say as much as 159, of which axe reads every one in every look.
      await about(page).filter.fill('zod')
      await about(page).part('zod').click()
      await expect(about(page).licenceText).toContainText('MIT License')
    },
  },
  {
    name: 'tangentbordsgenvägar',
    open: async (page) => {
      await keysPage(page).open()
      // A few rows say as much as all, of which axe reads every one in every look.
      await keysPage(page).filter.fill('panel')
      await expect(keysPage(page).row('Visa eller dölj panelen')).toBeVisible()
    },
  },
  {
    name: 'ny tangent för ett kommando',
    open: async (page) => {
      await keysPage(page).open()
      await keysPage(page).filter.fill('panel')
      await keysPage(page).button('Ändra', 'Visa eller dölj panelen').click()
      await page.keyboard.press('Control+b')
      await expect(keysPage(page).dialog).toContainText('har redan den tangenten')
    },
  },
  {
    name: 'hjälp',
    open: async (page) => {
      await palette(page).openCommands()
      await palette(page).input.fill('>Hjälp')
      await palette(page)
        .option(/^Hjälp/)
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: 'Så arbetar du' }).waitFor()
    },
  },
  {
    name: 'källor',
    open: async (page) => {
      await palette(page).run('Källor')
      await sources(page).root.waitFor()
    },
  },
  {
    name: 'mallar',
    open: async (page) => {
      const activities = page.getByRole('navigation', { name: 'Aktiviteter' })
      await activities.getByRole('button', { name: 'Mallar' }).click()
      await page
        .getByRole('button', { name: /^Planering/ })
        .first()
        .click()
      await page.getByRole('heading', { level: 1, name: 'Planering' }).waitFor()
    },
  },
]

/** Every look, and 200 % of the smallest window. */
async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsInEveryLook(page)).toEqual([])
  await page.setViewportSize({ width: 640, height: 400 })
  await expect.poll(() => cutOff(page)).toEqual([])
  expect(await violations(page)).toEqual([])
}

for (const [start, views] of [
  ['first-start', newArchive],
  ['locked', lockedArchive],
  ['archive', openArchive],
] as const) {
  test.describe(start, () => {
    test.use({ start, seed: { cases: [withProblems] } })
    for (const { name, open } of views) {
      test(name, async ({ app }) => {
        await open(app.page)
        await expectAccessible(app.page)
      })
    }
  })
}

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
