// What is signed is proved in the window: the archive verified, an anchor made of it and held against it, and signing by a code.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { storeAnchorSchema } from '../../shared/note/anchor.ts'
import { exportedText } from './app/exported-text.ts'
import { lisa, noNeed } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { signDialog } from './parts/sign-dialog.ts'

const template = 'behovsklarlaggande'
test.use({
  start: 'archive',
  seed: {
    cases: [
      { details: lisa, notes: [{ template, answers: noNeed, signed: true }] },
      { details: { ...lisa, number: '26-2' }, notes: [{ template, answers: noNeed }] },
    ],
  },
})

/** The page "Kontroll och förankring". */
function proofPage(page: Page) {
  const part = (name: string) => page.getByRole('region', { name })
  const verify = part('Kontrollera arkivet')
  return {
    open: () => palette(page).run('Kontrollera och förankra arkivet'),
    verify,
    outcome: verify.getByRole('status'),
    run: verify.getByRole('button', { name: 'Kontrollera nu' }),
    anchor: part('Förankring'),
    code: part('Egen signeringskod'),
    against: async (name: string, content: string) => {
      const chosen = page.waitForEvent('filechooser')
      await verify.getByRole('button', { name: 'Kontrollera mot en förankring' }).click()
      await (await chosen).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
    },
  }
}

test('the archive is verified by keyboard, and what holds is said @security-proof', async ({
  app: { page },
}) => {
  const proof = proofPage(page)
  await proof.open()
  await proof.run.press('Enter')
  await expect(proof.outcome).toContainText('Arkivet är helt och oförändrat: 1 journalposter')
})

test('an anchor is a file, a page to print and a draft of a mail, and the archive is held against it @security-proof', async ({
  app,
}) => {
  const { page } = app
  const proof = proofPage(page)
  await proof.open()
  const make = (name: string) =>
    app.exported(() => proof.anchor.getByRole('button', { name, exact: true }).click())

  const mail = readFileSync(await make('Spara som e-postutkast'), 'utf8')
  expect(mail).toMatch(/^Subject: /)
  expect(mail).not.toMatch(/^(To|From):/m)
  const printed = exportedText(await make('Spara som PDF att skriva ut'))
  expect(printed).toContain('Förankring')

  const text = readFileSync(await make('Spara som fil'), 'utf8')
  const anchor = storeAnchorSchema.parse(JSON.parse(text))
  await proof.against('arkiv.forankring.json', text)
  await expect(proof.outcome).toContainText('Arkivet är helt och oförändrat')

  await proof.against('arkiv.forankring.json', text.replace(`"entries": ${anchor.entries}`, '"entries": 1'))
  await expect(proof.verify.getByRole('alert')).toContainText('förankring')
  await expect(proof.outcome).toBeEmpty()
})

test('a signing code is asked for, and no other signs @security-proof', async ({ app: { page } }) => {
  const proof = proofPage(page)
  const code = 'min egen hemliga kod'
  await proof.open()
  await proof.code.getByLabel('Ny kod', { exact: true }).fill(code)
  await proof.code.getByLabel('Ny kod igen').fill('en annan kod helt')
  await proof.code.getByRole('button', { name: 'Använd den nya koden' }).press('Enter')
  await expect(proof.code.getByRole('alert')).toContainText('Koderna är inte lika')
  await proof.code.getByLabel('Ny kod igen').fill(code)
  await page.keyboard.press('Enter')
  await expect(proof.code).toContainText('Du journalför med en egen kod.')

  await caseTree(page).open(/26-2/)
  await page.keyboard.press('ArrowRight')
  await caseTree(page)
    .row(/^Behovsklarläggande/)
    .last()
    .click()
  await noteEditor(page, 'Behovsklarläggande').sign()
  const dialog = signDialog(page)
  const field = dialog.root.getByLabel('Din signeringskod')
  await field.fill('fel kod')
  await dialog.confirm()
  await expect(dialog.root.getByRole('alert')).toContainText('stämmer inte')
  await field.fill(code)
  await dialog.confirm()
  await expect(dialog.root).toBeHidden()
  await expect(caseTree(page).row(/^Behovsklarläggande, Försäkringskassan, journalförd/)).toBeVisible()
})
