// A case that has lasted two years: what is planned by whom, what is late, what is missing, and what is written next.
import { exportedText } from './app/exported-text.ts'
import { today } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { casePage } from './parts/case-page.ts'
import { caseTree } from './parts/case-tree.ts'
import { chooser } from './parts/chooser.ts'
import { editors, palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'

test.use({ start: 'demo' })

test('the investigator who takes over a case of two years sees what has been done, and takes it on', async ({
  app,
}) => {
  test.setTimeout(120_000)
  const { page } = app
  const shown = casePage(page)
  const inCase = () => editors(page).show(/Sixten Bäck/)

  await test.step('the case on one page: plan beside planering, what is missing, what was asked for', async () => {
    await caseTree(page).open(/Sixten Bäck/)
    await expect(shown.sides).toContainText('KBT i enskilda samtal')
    await expect(shown.needs).toContainText('Gemensam insats genom samordningsförbundet')
    await expect(shown.needs).toContainText('Väntetid')
    await expect(shown.plan.getByRole('row')).not.toHaveCount(0)
    await expect(shown.time).toContainText('730')
  })

  await test.step('the draft that the last investigator left says what it lacks, and is finished', async () => {
    const { quickOpen, input, option } = palette(page)
    await quickOpen()
    await input.fill('Arbetsplatsinriktat Sixten')
    await option(/Arbetsplatsinriktat rehabiliteringsstöd/)
      .first()
      .click()
    const support = noteEditor(page, 'Arbetsplatsinriktat rehabiliteringsstöd')
    await support.root.waitFor()
    await expect(support.errors).toHaveCount(0)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Journalför' }).click()
    await expect(support.root).toHaveAttribute('data-status', 'journalford')
  })

  await test.step('the follow-up brings the insatser along, with what was said of them last', async () => {
    await inCase()
    await page.getByRole('article').getByRole('button', { name: 'Ny anteckning', exact: true }).click()
    await chooser(page).take('Uppföljning av planering')
    const followUp = noteEditor(page, 'Uppföljning av planering')
    await expect(followUp.root.getByRole('rowheader', { name: /KBT i enskilda samtal/ })).toBeVisible()
    await expect(followUp.root.getByRole('rowheader', { name: /Gemensam insats/ })).toBeVisible()
    await followUp.write('När följde du upp?', today)
    await followUp.write(
      'Vad säger den försäkrade om hur det går?',
      'Vill pröva att vara på arbetet en timme om dagen.',
    )
    await followUp.choose(
      'Vad har insatserna sammantaget betytt för arbetsförmågan?',
      'Arbetsförmågan har ökat',
    )
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alertdialog').getByRole('button', { name: 'Journalför' }).click()
    await expect(followUp.root).toHaveAttribute('data-status', 'journalford')
  })

  await test.step('the page leaves the program for the agency, and for the employer without what is medical', async () => {
    await inCase()
    const whole = exportedText(await app.exported(() => shown.exportAs('Hela översikten', 'PDF')))
    if (whole !== undefined) expect(whole).toContain('KBT i enskilda samtal')
    const told = exportedText(await app.exported(() => shown.exportAs('För arbetsgivaren', 'PDF')))
    if (told === undefined) return
    expect(told).toContain('Planen siktar mot: Ordinarie arbete')
    expect(told).not.toContain('KBT')
  })
})
