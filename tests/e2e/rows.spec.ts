// Insatser and FK-aktiviteter as a table: by keyboard alone, from the bank, by paste; what is wrong shows where it is.
import { addDays } from '../../shared/case/dates.ts'
import type { Answers } from '../../shared/note/answers.ts'
import { lisa, today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { problemsPanel, toasts } from './parts/frame.ts'
import { openPlanering } from './parts/note-editor.ts'
import { aktiviteter, insatser } from './parts/rows.ts'

const rows = [
  {
    id: 'rad-1',
    what: 'Fler pauser',
    performer: { actor: 'arbetsgivare', name: 'Marie Holm' },
    kind: 'arbetsanpassning',
    status: 'pagar',
    from: today,
    to: addDays(today, 40),
  },
  { id: 'rad-2', what: 'Möte', performer: { name: 'FK' }, from: addDays(today, 20), to: today },
  {
    id: 'rad-3',
    what: 'Samtal',
    status: 'behovs-men-saknas',
    missingReason: 'vantetid',
    missingComment: 'kö till våren',
  },
]

const noteWith = (answers: Answers) => ({
  start: 'archive' as const,
  seed: {
    cases: [{ details: lisa, notes: [{ template: 'planering', answers }] }],
  },
})

test.describe('an empty table', () => {
  test.use(noteWith({}))

  test('rows by keyboard alone: written, from the usual ones, filled in, copied, moved, taken away and back', async ({
    app,
  }) => {
    const { page } = app
    const { keyboard } = page
    const note = await openPlanering(page)
    const table = insatser(note.root)
    await expect(table.grid).toBeHidden()

    await test.step('Enter adds what is written, or the usual one that is marked', async () => {
      await table.usual.focus()
      await keyboard.type('Ergonomisk stol')
      await keyboard.press('Enter')
      await keyboard.type('fysio')
      await keyboard.press('ArrowDown')
      await keyboard.press('Enter')
      await expect(table.lines).toHaveCount(2)
      await expect(table.line(0)).toHaveAccessibleName(/Ergonomisk stol/)
      await expect(table.line(1)).toHaveAccessibleName(
        /Fysioterapi eller liknande.* Hälso- och sjukvården.* Planerad/,
      )
      await expect(table.usual).toBeFocused()
      await expect(table.usual).toHaveValue('')
      await keyboard.press('Escape')
    })

    await test.step('Tab comes to the table, arrows go about in it, and the row that has the focus is chosen', async () => {
      await keyboard.press('Tab')
      await expect(table.line(1).getByRole('rowheader')).toBeFocused()
      await expect(table.line(1)).toHaveAttribute('aria-selected', 'true')
      await keyboard.press('ArrowUp')
      await expect(table.line(0)).toHaveAttribute('aria-selected', 'true')
      await expect(table.line(1)).toHaveAttribute('aria-selected', 'false')
      await keyboard.press('ArrowRight')
      await expect(table.line(0).getByRole('gridcell').first()).toBeFocused()
    })

    await test.step('Enter opens the cell below, and Tab goes on to the dates, which take words', async () => {
      await keyboard.press('Enter')
      await expect(table.panel.getByRole('combobox', { name: 'Vem utför?' })).toBeFocused()
      await keyboard.type('Arbetsgivaren')
      await keyboard.press('Tab')
      await keyboard.press('Tab')
      await keyboard.press('Tab')
      await expect(table.panel.getByRole('textbox', { name: 'Från' })).toBeFocused()
      await keyboard.type('idag')
      await keyboard.press('Tab')
      await keyboard.type('om 4 veckor')
      await keyboard.press('Tab')
      await expect(table.line(0)).toHaveAccessibleName(
        new RegExp(`Ergonomisk stol.* Arbetsgivaren ${today} ${addDays(today, 28)}`),
      )
    })

    await test.step('Ctrl and an arrow goes to the same place in the next row', async () => {
      await keyboard.press('Control+ArrowDown')
      await expect(table.panel).toHaveAccessibleName('Insats 2: Fysioterapi eller liknande')
      await expect(table.panel.getByRole('textbox', { name: 'Följs upp' })).toBeFocused()
      await keyboard.press('PageUp')
      await expect(table.panel.getByRole('textbox', { name: 'Följs upp' })).toHaveValue(today)
    })

    await test.step('Escape goes back to the line, and what is typed on a date writes it anew', async () => {
      await keyboard.press('Escape')
      await expect(table.line(1).getByRole('gridcell', { name: today })).toBeFocused()
      await keyboard.type('+14')
      await keyboard.press('Enter')
      await keyboard.press('Escape')
      await expect(table.line(1)).toHaveAccessibleName(new RegExp(addDays(today, 14)))
    })

    await test.step('Ctrl+D copies, Alt and an arrow moves, Shift+Enter adds a row', async () => {
      await keyboard.press('Control+d')
      await expect(table.lines).toHaveCount(3)
      await expect(table.line(2)).toHaveAttribute('aria-selected', 'true')
      await keyboard.press('Alt+ArrowUp')
      await keyboard.press('Alt+ArrowUp')
      await expect(table.line(0)).toHaveAttribute('aria-selected', 'true')
      await expect(table.line(0)).toHaveAccessibleName(/Fysioterapi/)
      await keyboard.press('Shift+Enter')
      await expect(table.lines).toHaveCount(4)
      await expect(table.panel.getByRole('textbox', { name: 'Vad ska göras?' })).toBeFocused()
      await keyboard.type('Arbetsträning')
      await expect(table.line(1)).toHaveAccessibleName(/Arbetsträning/)
    })

    await test.step('Ctrl+Shift+Delete takes a row away, and what is taken away can be had back', async () => {
      await keyboard.press('Control+Shift+Delete')
      await expect(table.lines).toHaveCount(3)
      await expect(toasts(page).toast('Borttagen: Insats 2: Arbetsträning')).toBeVisible()
      await toasts(page).root.getByRole('button', { name: 'Ångra' }).press('Enter')
      await expect(table.line(1)).toHaveAccessibleName(/Arbetsträning/)
    })
  })

  test('rows of a spreadsheet are pasted, and what has no place is kept and told', async ({ app }) => {
    const { page } = app
    const note = await openPlanering(page)
    const table = insatser(note.root)
    await app.copy(
      [
        'Åtgärd\tAnsvarig\tStart\tSlut\tKostnad',
        'Fler pauser\tArbetsgivaren\t3/3\tdag 180\t',
        'Hjälpmedel\tMarie Holm\tefter sommaren\t\t1 200 kr',
      ].join('\r\n'),
    )
    await table.usual.focus()
    await page.keyboard.press('Control+v')
    await expect(table.lines).toHaveCount(2)
    await expect(table.line(0)).toHaveAccessibleName(
      new RegExp(`Fler pauser.* Arbetsgivaren ${today.slice(0, 4)}-03-03 ${addDays(today, 86)}`),
    )
    await expect(table.line(1)).toHaveAccessibleName(/Hjälpmedel.* Marie Holm efter sommaren/)
    await expect(toasts(page).toast('2 rader lades till.')).toContainText('”Syfte”: ”Kostnad: 1 200 kr”')
    await table.open(1)
    await expect(table.panel.getByRole('textbox', { name: 'Syfte' })).toHaveValue('Kostnad: 1 200 kr')

    await test.step('lines pasted in a line come after it', async () => {
      await app.copy('- Arbetsträning\n- Fysioterapi')
      await table.line(0).getByRole('rowheader').click()
      await page.keyboard.press('Control+v')
      await expect(table.lines).toHaveCount(4)
      await expect(table.line(1)).toHaveAccessibleName(/Arbetsträning/)
      await expect(table.line(1).getByRole('rowheader')).toBeFocused()
    })

    await test.step('and all of them can be taken back', async () => {
      await toasts(page).root.getByRole('button', { name: 'Ångra' }).last().click()
      await expect(table.lines).toHaveCount(2)
    })
  })

  test('FK-aktiviteter have a bank of their own, and in a text one line is pasted as text', async ({
    app,
  }) => {
    const { page } = app
    const note = await openPlanering(page)
    const own = aktiviteter(note.root)
    await own.usual.fill('rehabiliteringsers')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(own.line(0)).toHaveAccessibleName(
      /Informera om rehabiliteringsersättning.* Den försäkrade.* Planerad/,
    )
    await app.copy('per telefon')
    await own.panel.getByRole('textbox', { name: 'Resultat' }).focus()
    await page.keyboard.press('Control+v')
    await expect(own.panel.getByRole('textbox', { name: 'Resultat' })).toHaveValue('per telefon')
    await expect(own.lines).toHaveCount(1)
  })
})

test.describe('a table with problems', () => {
  test.use(noteWith({ insatser: rows }))

  test('what is wrong shows on the row and the cell, and the way to it leads to the very place', async ({
    app,
  }) => {
    const { page } = app
    const note = await openPlanering(page)
    const table = insatser(note.root)
    await expect(table.line(1).getByRole('rowheader')).toHaveAccessibleName(/Fel i raden.*Möte/)
    const to = table
      .line(1)
      .getByRole('gridcell', { name: today, exact: false })
      .filter({ hasText: 'slutar innan' })
    await expect(to).toHaveAttribute('aria-invalid', 'true')
    await expect(table.panel).toBeHidden()

    await problemsPanel(page).show()
    await problemsPanel(page).problem('insatsen slutar innan den börjar').getByRole('button').first().click()
    await expect(table.panel).toHaveAccessibleName('Insats 2: Möte')
    await expect(table.panel.getByRole('textbox', { name: 'Till' })).toBeFocused()
    await expect(note.message('insatsen slutar innan den börjar')).toBeVisible()
  })

  test('that an insats is needed but missing is seen with its reason without opening it', async ({ app }) => {
    const table = insatser((await openPlanering(app.page)).root)
    await expect(table.line(2)).toContainText('Behövs men saknas: Väntetid: kö till våren')
  })

  test('nothing moves while somebody writes in an open row', async ({ app }) => {
    const { page } = app
    const note = await openPlanering(page)
    const table = insatser(note.root)
    const panel = await table.open(0)
    const what = panel.getByRole('textbox', { name: 'Vad ska göras?' })
    await what.focus()
    const places = async () => [
      (await table.grid.boundingBox())?.height,
      (await panel.boundingBox())?.y,
      (await panel.boundingBox())?.height,
    ]
    const before = await places()
    await page.keyboard.press('End')
    await page.keyboard.type(' och tillgång till ett rum där det går att vila ostört mitt på dagen')
    await panel.getByRole('textbox', { name: 'Följs upp' }).focus()
    await page.keyboard.type('nästa fred')
    expect(await places()).toEqual(before)
  })
})

test.describe('a follow-up', () => {
  const taken = { id: 'rad-1', what: 'Fler pauser', performer: { actor: 'arbetsgivare' } }
  test.use({
    start: 'archive',
    seed: {
      cases: [
        {
          details: lisa,
          notes: [
            { template: 'behovsklarlaggande', answers: { kvar: [taken] } },
            { template: 'planering', answers: { insatser: [taken, { id: 'ny', what: 'Hjälpmedel' }] } },
          ],
        },
      ],
    },
  })

  test('says of a row that an earlier note has where it was taken over from, and of no other', async ({
    app,
  }) => {
    const table = insatser((await openPlanering(app.page)).root)
    await expect(table.line(0)).toContainText(`Övertagen från Behovsklarläggande ${today}`)
    await expect(table.line(1)).not.toContainText('Övertagen')
    await expect(await table.open(0)).toContainText(`Övertagen från Behovsklarläggande ${today}`)
  })
})
