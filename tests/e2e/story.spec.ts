// The main job, end to end: from an employer's plan on the phone to a journal entry on paper.
import { passphrase, today } from './app/start-state.ts'
import { type App, expect, test } from './fixtures.ts'
import { violations } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { editors, problemsPanel, statusBar } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { aktiviteter, consents, insatser } from './parts/rows.ts'
import { caseTab, inWeeks, recordsThePlan, signsAndExports } from './parts/story.ts'
import { welcome } from './parts/welcome.ts'

const sentence = 'Lisa vill börja med två timmar om dagen och är orolig för'
const rest = ' att tempot blir för högt när lagret är fullt'

async function newNote(app: App, template: string): Promise<void> {
  await editors(app.page).show(caseTab)
  await app.page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
  await chooser(app.page).take(template)
  await noteEditor(app.page, template).root.waitFor()
}

test.use({ witnessed: true })

test('from an employer’s plan on the phone to a journal entry on paper', async ({ app }) => {
  test.setTimeout(120_000)
  const planering = () => noteEditor(app.page, 'Planering')

  await recordsThePlan(app)

  await test.step('she writes Behovsklarläggande', async () => {
    await newNote(app, 'Behovsklarläggande')
    const need = noteEditor(app.page, 'Behovsklarläggande')
    await need.choose('Är behovet klarlagt?', 'Ja, det finns ett behov av rehabilitering eller stöd')
    await need.write('När tog du ställning?', today)
    await need.check('Vad bygger ställningstagandet på?', 'Samtal med den försäkrade')
    await need.check('Vad bygger ställningstagandet på?', 'Arbetsgivarens plan')
    await need.choose('Är behovet klarlagt i samråd med den försäkrade?', 'Ja')
    await need.write('Vilket behov finns?', 'Lisa behöver stöd för att gradvis komma tillbaka i sitt arbete.')
    await expect(need.errors).toHaveCount(0)
  })

  await test.step('she writes Planering: goal, consents, insatser, one that is needed but missing', async () => {
    await newNote(app, 'Planering')
    await planering().choose('Vilket arbete siktar planeringen mot?', 'Ordinarie arbete')
    await planering().write('När gjordes planeringen?', today)
    await planering().choose('Är planeringen gjord i samråd med den försäkrade?', 'Ja')
    await planering().select('Arbetsgivarens plan', /^Arbetsgivarens plan · .* · utkast$/)
    await consents(planering().root).answer('Arbetsgivaren', 'Ja')
    await consents(planering().root).answer('Hälso- och sjukvården', 'Ja')
    await expect(consents(planering().root).date('Arbetsgivaren')).toHaveValue(today)
    const rows = insatser(planering().root)
    await rows.addRow({
      what: 'Samtalsbehandling',
      performer: 'Hälso- och sjukvården',
      kind: 'Medicinsk',
      status: 'Pågår',
    })
    await rows.addRow({
      what: 'Handledning på arbetsplatsen',
      kind: 'Arbetslivsinriktad',
      status: 'Behövs men saknas',
    })
    await expect(planering().message('Välj varför den saknas')).toBeVisible()
    await rows.fill(1, { missingReason: 'Väntetid' })
    await expect(planering().message('Välj varför den saknas')).toBeHidden()
  })

  await test.step('Försäkringskassan as performer is refused, with a fix that moves the row', async () => {
    const rows = insatser(planering().root)
    await rows.addRow({ what: 'Kalla till avstämningsmöte', performer: 'Försäkringskassan' })
    const refusal = planering().message('Försäkringskassan utför inga insatser. Flytta rad 3')
    await expect(refusal).toBeVisible()
    await expect(problemsPanel(app.page).problem('Försäkringskassan utför inga insatser')).toBeVisible()
    expect(await violations(app.page)).toEqual([])
    await refusal.getByRole('button', { name: 'Flytta raden till ”FK-aktiviteter”' }).click()
    await expect(refusal).toBeHidden()
    await expect(rows.lines).toHaveCount(2)
    const own = aktiviteter(planering().root)
    await expect(own.line(0).getByRole('rowheader')).toHaveText(/Kalla till avstämningsmöte/)
    await planering().write('När följer du upp planeringen?', inWeeks(5))
    await expect(planering().errors).toHaveCount(0)
  })

  await signsAndExports(app)

  await test.step('she kills the program in the middle of a sentence', async () => {
    await editors(app.page).show(/^Planering/)
    const words = planering().text('Den försäkrades egen syn på planeringen')
    await words.pressSequentially(sentence)
    await expect(statusBar(app.page).saved).toBeVisible()
    // The rest is being typed, key by key, when the program ends; the desktop's window goes with it.
    const typing = words.pressSequentially(rest, { delay: 30 }).catch(() => undefined)
    await expect(words).toHaveValue(new RegExp(`^${sentence}${rest.slice(0, 8)}`))
    await app.kill()
    await typing
  })

  await test.step('starts it again, and nothing is missing', async () => {
    await app.restart()
    await welcome(app.page).open(passphrase)
    const tree = caseTree(app.page)
    await tree.ready()
    if ((await tree.row(caseTab).getAttribute('aria-expanded')) !== 'true') {
      await tree.row(caseTab).focus()
      await app.page.keyboard.press('ArrowRight')
    }
    await expect(tree.row(/^Arbetsgivarens plan, Arbetsgivaren, journalförd/)).toBeVisible()
    await expect(tree.row(/^Behovsklarläggande, Försäkringskassan, utkast/)).toBeVisible()
    await tree.open(/^Planering, Försäkringskassan, utkast/)
    const kept = await planering().text('Den försäkrades egen syn på planeringen').inputValue()
    expect(`${sentence}${rest}`.startsWith(kept)).toBe(true)
    expect(kept.startsWith(sentence)).toBe(true)
    await expect(insatser(planering().root).lines).toHaveCount(2)
    await expect(aktiviteter(planering().root).lines).toHaveCount(1)
    await expect(planering().text('När följer du upp planeringen?')).toHaveValue(inWeeks(5))
  })
})
