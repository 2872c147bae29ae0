// The story's steps that more than one spec plays: the employer's plan on the phone, and its journal entry.
import { basename, extname } from 'node:path'
import { expect, test } from '@playwright/test'
import { addDays, type IsoDate } from '../../../shared/case/dates.ts'
import type { App } from '../app/app.ts'
import { exportedText } from '../app/exported-text.ts'
import { passphrase, today } from '../app/start-state.ts'
import { violations } from './accessibility.ts'
import { caseForm } from './case-form.ts'
import { caseTree } from './case-tree.ts'
import { chooser } from './chooser.ts'
import { editors, outline, problemsPanel, statusBar, support, toasts } from './frame.ts'
import { journalPreview } from './journal-preview.ts'
import { noteEditor } from './note-editor.ts'
import { insatser } from './rows.ts'
import { safekeeping } from './safekeeping.ts'
import { signDialog } from './sign-dialog.ts'
import { welcome } from './welcome.ts'

const yesterday = addDays(today, -1)
export const inWeeks = (weeks: number): IsoDate => addDays(today, 7 * weeks)
export const caseTab = '26-1187 Lisa Berg'
const adaptation = 'Ändrade arbetsuppgifter (t.ex. mindre stressiga, mindre tunga uppgifter)'
const plan = (app: App) => noteEditor(app.page, 'Arbetsgivarens plan')

const formats = [
  ['PDF (.pdf)', '.pdf'],
  ['Word (.docx)', '.docx'],
  ['Text (.txt)', '.txt'],
  ['Markdown (.md)', '.md'],
  ['Webbsida (.html)', '.html'],
  ['JSON (.json)', '.json'],
] as const

const inWords = ['26-1187', 'Marie Holm', 'muntligt, per telefon', 'Fler pauser', yesterday]
const inData = ['26-1187', 'Marie Holm', '"telefon"', yesterday]

/** From the first start to an employer's plan without errors. */
export async function recordsThePlan(app: App): Promise<void> {
  await test.step('she starts Klarlagt for the first time and makes an archive', async () => {
    await welcome(app.page).create({ user: 'Anna Ek', role: 'Utredare', passphrase })
    await safekeeping(app.page).keep()
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
    await expect(plan(app).root).toBeVisible()
  })

  await test.step('what is missing shows at the field, in the outline, on the tab, in Problem and in the status bar', async () => {
    await problemsPanel(app.page).show()
    await plan(app).choose(
      'Vad gäller för arbetsgivarens plan?',
      'Planen har kommit in, skriftligt eller muntligt',
    )
    await plan(app).text('När kom uppgifterna in?').focus()
    await expect(support(app.page).root).toContainText('Dagen då planen kom')
    await expect(plan(app).message('Skriv i ”När kom uppgifterna in?” vilken dag')).toBeVisible()
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
    await plan(app).write('När kom uppgifterna in?', yesterday)
    await expect(plan(app).message('Skriv i ”När kom uppgifterna in?” vilken dag')).toBeHidden()
    await expect(outline(app.page).field('När kom uppgifterna in?', 'ifyllt')).toBeVisible()
    await expect(editors(app.page).tab(/^Arbetsgivarens plan, 1 fel/)).toBeVisible()
    await expect(problemsPanel(app.page).problem('Skriv i ”När kom uppgifterna in?” vilken dag')).toBeHidden()
    await expect(statusBar(app.page).problems(1)).toBeVisible()
    await plan(app).choose('Hur kom uppgifterna in?', 'Muntligt, per telefon')
    await expect(plan(app).message('”Vem lämnade uppgifterna?”')).toBeVisible()
  })

  await test.step('the journal entry follows beside the note', async () => {
    await plan(app).showJournal()
    const journal = journalPreview(app.page, 'Arbetsgivarens plan')
    await expect(journal.root).toContainText('UTKAST')
    await expect(journal.root).not.toContainText('Marie Holm')
    await plan(app).suggest('Vem lämnade uppgifterna?', 'Marie Holm')
    await expect(journal.root).toContainText('Marie Holm')
    await expect(plan(app).root).toBeVisible()
  })

  await test.step('she records the oral account', async () => {
    await plan(app).choose('På vems initiativ?', 'Försäkringskassans begäran')
    await plan(app).check('Varför begärdes planen?', 'Insatser genomförs inte')
    await plan(app).write('När begärdes planen?', addDays(today, -8))
    await plan(app).choose('Är planen ny eller reviderad?', 'Ny i ärendet')
    await plan(app).choose('Är planen gjord tillsammans med den anställda?', 'Ja')
    await plan(app).choose('Vilket arbete siktar planen mot?', 'Ordinarie arbete')
    await plan(app).check('Vilka anpassningar gör arbetsgivaren?', adaptation)
    await plan(app).check('Vilka anpassningar gör arbetsgivaren?', 'Fler pauser')
    await plan(app).choose('Hur länge gäller anpassningarna?', 'Tidsbegränsat')
    await insatser(plan(app).root, 'Vem gör vad till när?').addRow({
      what: 'Kortare arbetspass och lättare montering',
      performer: 'Marie Holm',
      kind: 'Arbetsanpassning',
      status: 'Planerad',
      from: inWeeks(1),
      to: inWeeks(6),
    })
    await plan(app).choose('Innehåller planen något som går att följa upp?', 'Ja')
    await plan(app).write('När ska planen följas upp?', inWeeks(4))
    await expect(plan(app).errors).toHaveCount(0)
    const journal = journalPreview(app.page, 'Arbetsgivarens plan')
    await expect(journal.row(/^Kortare arbetspass.* Arbetsgivaren, Marie Holm/)).toBeVisible()
    await expect(statusBar(app.page).saved).toBeVisible()
    expect(await violations(app.page)).toEqual([])
  })
}

/** The plan's note is signed, copied and exported in every format. */
export async function signsAndExports(app: App): Promise<void> {
  await test.step('she signs the plan note', async () => {
    await editors(app.page).show(/^Arbetsgivarens plan(, varningar|$)/)
    await plan(app).sign()
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

  for (const [label, extension] of formats) {
    await test.step(`she exports it as ${label}`, async () => {
      const path = await app.exported(() => plan(app).exportAs(label))
      expect(extname(path)).toBe(extension)
      expect(basename(path)).not.toContain('Berg')
      const text = exportedText(path)
      if (text === undefined) return
      for (const said of extension === '.json' ? inData : inWords) expect(text).toContain(said)
      expect(text).not.toContain('UTKAST')
    })
  }
}
