// Bad input gets a clear answer, and nothing is lost.
import { readdirSync, readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCore } from '../../main/core/core.ts'
import { keyOf, noKeychain, readKeyFile } from '../../main/store/key.ts'
import { closeDatabase, openDatabase } from '../../main/store/open.ts'
import { lisa, passphrase, type SeedCase } from './app/start-state.ts'
import { type App, expect, test } from './fixtures.ts'
import { caseForm } from './parts/case-form.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, statusBar } from './parts/frame.ts'
import { noteEditor } from './parts/note-editor.ts'
import { safekeeping } from './parts/safekeeping.ts'
import { welcome } from './parts/welcome.ts'

const why = 'Den försäkrades egen syn på planeringen'
const before = 'Lisa vill börja i liten skala.'
const followUp = 'När följer du upp planeringen?'
const withPlanering: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { 'den-forsakrades-syn': before } }],
}

async function openNote(app: App) {
  await palette(app.page).quickOpen()
  await palette(app.page).input.fill('Planering')
  await palette(app.page)
    .option(/Planering/)
    .first()
    .click()
  const note = noteEditor(app.page, 'Planering')
  await note.root.waitFor()
  return note
}

function archivePath(app: App): string {
  const name = readdirSync(app.dataDir).find((each) => each.endsWith('.klarlagt'))
  if (name === undefined) throw new Error('There is no archive.')
  return join(app.dataDir, name)
}

test.describe('in a note', () => {
  test.use({ start: 'archive', seed: { cases: [withPlanering] } })

  test('10 MB pasted into a field is refused, and the text before stays', async ({ app }) => {
    const note = await openNote(app)
    const field = note.text(why)
    await app.copy('x'.repeat(10_000_000))
    await field.focus()
    await app.page.keyboard.press('End')
    await app.page.keyboard.press('Control+V')
    await expect(note.root.getByRole('alert')).toContainText('fältet tar högst')
    await expect(field).toHaveValue(before)
    await app.copy(' Hon hör av sig.')
    await app.page.keyboard.press('Control+V')
    await expect(field).toHaveValue(`${before} Hon hör av sig.`)
    await expect(note.root.getByRole('alert')).toBeHidden()
    await expect(statusBar(app.page).saved).toBeVisible()
  })

  test('10 MB pasted into formatted text is refused, and the text before stays', async ({ app }) => {
    const note = await openNote(app)
    const field = note.text('Förutsättningar att ta hänsyn till')
    await field.fill('Det hon sade.')
    await app.copy('y'.repeat(10_000_000))
    await app.page.keyboard.press('Control+V')
    await expect(note.root.getByRole('alert')).toContainText('fältet tar högst')
    await expect(field).toHaveText('Det hon sade.')
  })

  test('a date that does not exist is kept and complained about', async ({ app }) => {
    const note = await openNote(app)
    await note.write(followUp, '2027-02-30')
    await app.page.keyboard.press('Tab')
    await expect(note.text(followUp)).toHaveValue('2027-02-30')
    await expect(note.message(`Datumet i ”${followUp}” finns inte i kalendern.`)).toBeVisible()
    await expect(statusBar(app.page).saved).toBeVisible()
    await app.kill()
    await app.restart()
    await welcome(app.page).open(passphrase)
    await caseTree(app.page).ready()
    const again = await openNote(app)
    await expect(again.text(followUp)).toHaveValue('2027-02-30')
  })

  test('the core is killed while she writes: the program says so, recovers, and nothing is lost', async ({
    app,
  }) => {
    const note = await openNote(app)
    await note.text(why).press('End')
    await note.text(why).pressSequentially(' Hon lovade')
    await app.killCore()
    if (app.kind === 'web') {
      // The host is gone for good: the text stays in the window, which says that it is not saved.
      await note.text(why).pressSequentially(' att skriva en')
      await expect(note.root.getByRole('alert')).toContainText('Det du har skrivit finns kvar här')
      await expect(note.text(why)).toHaveValue(`${before} Hon lovade att skriva en`)
      await note.root.getByRole('button', { name: 'Kopiera det som inte är sparat' }).click()
      expect(await app.clipboard()).toContain(`${before} Hon lovade att skriva en`)
      return
    }
    await welcome(app.page).open(passphrase)
    await caseTree(app.page).ready()
    const again = await openNote(app)
    await expect(again.text(why)).toHaveValue(`${before} Hon lovade`)
    await expect(statusBar(app.page).saved).toBeVisible()
  })
})

test.describe('in a case', () => {
  test.use({ start: 'archive' })

  test('a personnummer and an organisation number that fail their check are told apart from missing ones', async ({
    app,
  }) => {
    await caseTree(app.page).newCase()
    const form = caseForm(app.page)
    await form.fill({
      number: '26-1',
      name: 'Lisa Berg',
      personnummer: '18930412-2387',
      employer: 'Påhittade Plåt AB',
      organisationNumber: '559012-3451',
      firstSickDay: '2026-02-30',
      extent: '100 %',
      expectedLength: 'Minst 60 dagar',
    })
    await form.save()
    await expect(form.alert).toContainText('3 fält behöver rättas')
    await expect(form.field('Personnummer')).toHaveAccessibleDescription(/Personnumret stämmer inte/)
    await expect(form.field('Personnummer')).toBeFocused()
    await expect(form.field('Organisationsnummer')).toHaveAccessibleDescription(
      /Organisationsnumret stämmer inte/,
    )
    await expect(form.field('Första sjukdag')).toHaveAccessibleDescription(/är inget datum som finns/)
    await expect(form.field('Första sjukdag')).toHaveValue('2026-02-30')
    await form.field('Personnummer').fill('18930412-2386')
    await form.field('Organisationsnummer').fill('559012-3450')
    await form.field('Första sjukdag').fill('2026-02-03')
    await form.save()
    await expect(app.page.getByRole('heading', { level: 1, name: '26-1 Lisa Berg' })).toBeVisible()
  })
})

test.describe('at the door', () => {
  test.use({ start: 'locked', seed: { cases: [{ details: lisa }] } })

  test('a wrong passphrase is told, and the right one opens', async ({ app }) => {
    const door = welcome(app.page)
    await door.open('fel fras som inte stämmer')
    await expect(door.passphraseField).toHaveAccessibleDescription(/Lösenfrasen stämmer inte/)
    await expect(door.passphraseField).toBeFocused()
    await door.open(passphrase)
    await expect(caseTree(app.page).row(/Lisa Berg/)).toBeVisible()
  })

  test('an archive that another program has open is told, and opens when it is let go', async ({ app }) => {
    const other = createCore({
      dataDir: app.dataDir,
      keychain: noKeychain,
      templatesDir: join(import.meta.dirname, '../../templates'),
    })
    await other.client.archive.open({ path: archivePath(app), passphrase })
    await welcome(app.page).open(passphrase)
    await expect(welcome(app.page).alert).toContainText('är redan öppet i ett annat program')
    await other.close()
    await welcome(app.page).open(passphrase)
    await expect(caseTree(app.page).row(/Lisa Berg/)).toBeVisible()
  })

  const broken = [
    {
      name: 'a corrupt archive',
      says: 'går inte att läsa',
      make: async (path: string) => {
        const bytes = await readFile(path)
        await writeFile(path, bytes.fill(0x5a, 0, 4096))
      },
    },
    {
      name: 'an archive of a newer version',
      says: 'är gjort med en nyare version av Klarlagt',
      make: async (path: string) => {
        const db = openDatabase(path, await keyOf(path, readKeyFile(path), passphrase, noKeychain))
        db.raw.pragma('user_version = 9000')
        closeDatabase(db)
      },
    },
  ]
  for (const { name, says, make } of broken) {
    test(`${name} gets a clear message, and its files are left as they are`, async ({ app }) => {
      const path = archivePath(app)
      await make(path)
      const file = readFileSync(path)
      const key = readFileSync(`${path}.key`)
      await welcome(app.page).open(passphrase)
      await expect(welcome(app.page).alert).toContainText(says)
      await expect(welcome(app.page).alert).toContainText('orör')
      expect(readFileSync(path).equals(file)).toBe(true)
      expect(readFileSync(`${path}.key`).equals(key)).toBe(true)
    })
  }
})

test('a passphrase that is too short, and two that differ, are told at their fields', async ({ app }) => {
  const door = welcome(app.page)
  await door.create({ user: 'Anna Ek', passphrase: 'kort', again: 'annan' })
  await expect(door.passphraseField).toHaveAccessibleDescription(/Lösenfrasen är för kort/)
  await door.create({ user: 'Anna Ek', passphrase, again: `${passphrase}!` })
  await expect(app.page.getByRole('textbox', { name: 'Lösenfras en gång till' })).toHaveAccessibleDescription(
    /är inte lika/,
  )
  await door.create({ user: 'Anna Ek', passphrase })
  await safekeeping(app.page).skip()
  await caseTree(app.page).ready()
})
