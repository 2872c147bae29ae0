// The main job, end to end: from an employer's plan on the phone to a journal entry on paper.
import { basename, extname } from 'node:path'
import { addDays, type IsoDate } from '../../shared/case/dates.ts'
import { exportedText } from './app/exported-text.ts'
import { passphrase, today } from './app/start-state.ts'
import { type App, expect, test } from './fixtures.ts'
import { violations } from './parts/accessibility.ts'
import { caseForm } from './parts/case-form.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { editors, outline, problemsPanel, statusBar, support, toasts } from './parts/frame.ts'
import { journalPreview } from './parts/journal-preview.ts'
import { noteEditor } from './parts/note-editor.ts'
import { aktiviteter, consents, insatser } from './parts/rows.ts'
import { signDialog } from './parts/sign-dialog.ts'
import { welcome } from './parts/welcome.ts'

const yesterday = addDays(today, -1)
const inWeeks = (weeks: number): IsoDate => addDays(today, 7 * weeks)
const caseTab = '26-1187 Lisa Berg'
const adaptation = 'Ändrade arbetsuppgifter (t.ex. mindre stressiga, mindre tunga uppgifter)'
const sentence = 'Lisa vill börja med två timmar om dagen och är orolig för'
const rest = ' att tempot blir för högt när lagret är fullt'

async function newNote(app: App, template: string): Promise<void> {
  await editors(app.page).show(caseTab)
  await app.page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
  await chooser(app.page).take(template)
  await noteEditor(app.page, template).root.waitFor()
}

const formats = [
  ['PDF (.pdf)', '.pdf'],
  ['Word (.docx)', '.docx'],
  ['Text (.txt)', '.txt'],
  ['Markdown (.md)', '.md'],
  ['Webbsida (.html)', '.html'],
  ['JSON (.json)', '.json'],
] as const

const inWords = ['26-1187', 'Marie Holm', 'Muntligt via telefon', 'Fler pauser', yesterday]
const inData = ['26-1187', 'Marie Holm', '"telefon"', yesterday]

test.use({ witnessed: true })

test('from an employer’s plan on the phone to a journal entry on paper', async ({ app }) => {
  test.setTimeout(120_000)
  const plan = () => noteEditor(app.page, 'Arbetsgivarens plan')
  const planering = () => noteEditor(app.page, 'Planering')

  await test.step('she starts Klarlagt for the first time and makes an archive', async () => {
    await welcome(app.page).create({ user: 'Anna Ek', role: 'Utredare', passphrase })
    await caseTree(app.page).ready()
    await expect(caseTree(app.page).root).toContainText('Här samlas dina ärenden')
  })

  await test.step('she makes the case of an employed person, now on day 94', async () => {
    await caseTree(app.page).newCase()
    const form = caseForm(app.page)
    await form.fill({
      number: '26-1187',
      name: 'Lisa Berg',
      personnummer: '189304122386',
      employer: 'Påhittade Plåt AB',
      organisationNumber: '5590123450',
      firstSickDay: addDays(today, -93),
      extent: '100 %',
      expectedLength: 'Minst 60 dagar',
    })
    await expect(form.field('Personnummer')).toHaveValue('18930412-2386')
    await expect(form.field('Organisationsnummer')).toHaveValue('559012-3450')
    await expect(form.field('Handläggare')).toHaveValue('Anna Ek')
    await form.addPerson('Marie Holm', 'Arbetsgivaren', 'Chef')
    await form.save()
    await expect(app.page.getByRole('heading', { level: 1, name: caseTab })).toBeVisible()
    await expect(statusBar(app.page).root).toContainText('Dag 94')
  })

  await test.step('"Vad ska du dokumentera?" leads to Arbetsgivarens plan, and says why not to Planering', async () => {
    await app.page.getByRole('article').getByRole('button', { name: 'Ny anteckning' }).click()
    const questions = chooser(app.page)
    await expect(app.page.getByRole('heading', { name: 'Vad ska du dokumentera?' })).toBeVisible()
    await questions.answer('Något om arbetsgivarens plan för återgång i arbete')
    await questions.answer('Arbetsgivaren eller den försäkrade har berättat vad planen säger')
    await expect(questions.root).toContainText('Den är arbetsgivarens dokument enligt 30 kap. 6 § SFB.')
    await expect(questions.root).toContainText('Planering är något annat: Försäkringskassans egen.')
    await questions.create('Arbetsgivarens plan')
    await expect(plan().root).toBeVisible()
  })

  await test.step('what is missing shows at the field, in the outline, on the tab, in Problem and in the status bar', async () => {
    await problemsPanel(app.page).show()
    await plan().choose(
      'Vad gäller för arbetsgivarens plan?',
      'Planen har kommit in, skriftligt eller muntligt',
    )
    await plan().text('När kom uppgifterna in?').focus()
    await expect(support(app.page).root).toContainText('Dagen då planen kom')
    await expect(plan().message('Skriv i ”När kom uppgifterna in?” vilken dag')).toBeVisible()
    await expect(outline(app.page).field('När kom uppgifterna in?', 'fel')).toBeVisible()
    await expect(editors(app.page).tab(/^Arbetsgivarens plan, 2 fel/)).toBeVisible()
    await expect(
      problemsPanel(app.page).problem('Skriv i ”När kom uppgifterna in?” vilken dag'),
    ).toBeVisible()
    await expect(problemsPanel(app.page).problem('Välj i ”Hur kom uppgifterna in?”')).toBeVisible()
    await expect(statusBar(app.page).problems(2)).toBeVisible()
    await expect(caseTree(app.page).row(/^Arbetsgivarens plan, Arbetsgivaren, utkast.* 2 fel/)).toBeVisible()
  })

  await test.step('and goes as she types', async () => {
    await plan().write('När kom uppgifterna in?', yesterday)
    await expect(plan().message('Skriv i ”När kom uppgifterna in?” vilken dag')).toBeHidden()
    await expect(outline(app.page).field('När kom uppgifterna in?', 'ifyllt')).toBeVisible()
    await expect(editors(app.page).tab(/^Arbetsgivarens plan, 1 fel/)).toBeVisible()
    await expect(problemsPanel(app.page).problem('Skriv i ”När kom uppgifterna in?” vilken dag')).toBeHidden()
    await expect(statusBar(app.page).problems(1)).toBeVisible()
    await plan().choose('Hur kom uppgifterna in?', 'Muntligt via telefon')
    await expect(plan().message('”Vem lämnade uppgifterna?”')).toBeVisible()
  })

  await test.step('the journal entry follows beside the note', async () => {
    await plan().showJournal()
    const journal = journalPreview(app.page, 'Arbetsgivarens plan')
    await expect(journal.root).toContainText('UTKAST')
    await expect(journal.root).not.toContainText('Marie Holm')
    await plan().suggest('Vem lämnade uppgifterna?', 'Marie Holm')
    await expect(journal.root).toContainText('Marie Holm')
    await expect(plan().root).toBeVisible()
  })

  await test.step('she records the oral account', async () => {
    await plan().choose('På vems initiativ?', 'Begärd av Försäkringskassan')
    await plan().check('Varför begärdes planen?', 'Insatser genomförs inte')
    await plan().write('När begärdes planen?', addDays(today, -8))
    await plan().choose('Vilket arbete siktar planen mot?', 'Ordinarie arbete')
    await plan().check('Vilka anpassningar gör arbetsgivaren?', adaptation)
    await plan().check('Vilka anpassningar gör arbetsgivaren?', 'Fler pauser')
    await plan().choose('Hur länge gäller anpassningarna?', 'Tidsbegränsat')
    await insatser(plan().root, 'Vem gör vad till när?').addRow({
      what: 'Kortare arbetspass och lättare montering',
      performer: 'Marie Holm',
      kind: 'Arbetsanpassning',
      status: 'Planerad',
      from: inWeeks(1),
      to: inWeeks(6),
    })
    await plan().choose('Innehåller planen något som går att följa upp?', 'Ja')
    await plan().choose('Hur följs planen upp?', 'Aktivt')
    await plan().write('När ska planen följas upp?', inWeeks(4))
    await expect(plan().errors).toHaveCount(0)
    const journal = journalPreview(app.page, 'Arbetsgivarens plan')
    await expect(journal.row(/^Kortare arbetspass.* Arbetsgivaren, Marie Holm/)).toBeVisible()
    await expect(statusBar(app.page).saved).toBeVisible()
    expect(await violations(app.page)).toEqual([])
  })

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
    await expect(rows.rows).toHaveCount(2)
    const own = aktiviteter(planering().root)
    await expect(own.row(0).getByRole('textbox', { name: 'Vad gör Försäkringskassan?' })).toHaveValue(
      'Kalla till avstämningsmöte',
    )
    await planering().write('När följer du upp planeringen?', inWeeks(5))
    await expect(planering().errors).toHaveCount(0)
  })

  await test.step('she signs the plan note', async () => {
    await editors(app.page).show(/^Arbetsgivarens plan(, varningar|$)/)
    await plan().sign()
    await expect(signDialog(app.page).title('Journalföra anteckningen?')).toBeVisible()
    await signDialog(app.page).confirm()
    await expect(toasts(app.page).toast('Anteckningen är journalförd.')).toBeVisible()
    await expect(app.page.getByText(/^Journalförd av Anna Ek, utredare/).first()).toBeVisible()
    await expect(caseTree(app.page).row(/^Arbetsgivarens plan, Arbetsgivaren, journalförd/)).toBeVisible()
  })

  await test.step('she copies the journal text with one key', async () => {
    await app.page.keyboard.press('Control+Shift+C')
    await expect(toasts(app.page).toast('Journaltexten är kopierad.')).toBeVisible()
    const text = await app.clipboard()
    expect(text).toContain('Marie Holm')
    expect(text).toContain('Kortare arbetspass')
    expect(text).not.toContain('UTKAST')
    expect(Math.max(...text.split(/\r?\n/).map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  const signed = plan()
  for (const [label, extension] of formats) {
    await test.step(`she exports it as ${label}`, async () => {
      const path = await app.exported(() => signed.exportAs(label))
      expect(extname(path)).toBe(extension)
      expect(basename(path)).not.toContain('Berg')
      const text = exportedText(path)
      if (text === undefined) return
      for (const said of extension === '.json' ? inData : inWords) expect(text).toContain(said)
      expect(text).not.toContain('UTKAST')
    })
  }

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
    await expect(insatser(planering().root).rows).toHaveCount(2)
    await expect(aktiviteter(planering().root).rows).toHaveCount(1)
    await expect(planering().text('När följer du upp planeringen?')).toHaveValue(inWeeks(5))
  })
})
