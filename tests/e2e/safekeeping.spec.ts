// An archive is not lost with its passphrase, nor with its file.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { lisa, passphrase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'
import { safekeeping } from './parts/safekeeping.ts'
import { welcome } from './parts/welcome.ts'

const next = 'en helt annan fras'
const archiveFile = (dataDir: string) =>
  join(dataDir, readdirSync(dataDir).find((file) => file.endsWith('.klarlagt')) ?? '')

async function closeArchive(page: Page): Promise<void> {
  await palette(page).run('Stäng arkivet')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stäng arkivet' }).click()
  await welcome(page).openButton.waitFor()
}

test.describe('a new archive', () => {
  test('shows its recovery key once, which opens it when the passphrase is forgotten', async ({ app }) => {
    const { page } = app
    await welcome(page).create({ user: 'Anna Ek', passphrase })
    const key = await safekeeping(page).keep()
    expect(key).toMatch(/^([0-9A-Z]{5} ){7}[0-9A-Z]{5}$/)
    await caseTree(page).ready()
    await closeArchive(page)

    const door = welcome(page)
    await door.root.getByRole('button', { name: 'Glömt lösenfrasen?' }).click()
    const typed = door.root.getByRole('textbox', { name: 'Återställningsnyckel' })
    await expect(typed).toBeFocused()
    await typed.fill(key.replace(/^./, key.startsWith('A') ? 'B' : 'A'))
    await door.passphraseField.fill(next)
    await door.root.getByRole('textbox', { name: 'Lösenfras en gång till' }).fill(next)
    await page.keyboard.press('Enter')
    await expect(typed).toHaveAccessibleDescription(/stämmer inte i grupp 1/)
    await typed.fill(key.toLowerCase())
    await page.keyboard.press('Enter')
    await caseTree(page).ready()

    await closeArchive(page)
    await door.open(passphrase)
    await expect(door.passphraseField).toHaveAccessibleDescription(/stämmer inte/)
    await door.open(next)
    await caseTree(page).ready()
  })

  test('does not take the key into use before it is said to be written down, all by keyboard', async ({
    app,
  }) => {
    const { page } = app
    await welcome(page).create({ user: 'Anna Ek', passphrase })
    const { recovery, groups } = safekeeping(page)
    await expect(recovery).toContainText('Utan återställningsnyckel går arkivet aldrig att öppna igen')
    await page.keyboard.press('Tab')
    await expect(recovery.getByRole('button', { name: 'Visa nyckeln' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(groups).toHaveCount(8)
    await recovery.getByRole('button', { name: 'Klar' }).press('Enter')
    await expect(recovery.getByRole('alert')).toContainText('Skriv ned nyckeln')
    await expect(recovery.getByRole('checkbox')).toBeFocused()
    await page.keyboard.press('Space')
    await recovery.getByRole('button', { name: 'Klar' }).press('Enter')
    await expect(recovery).toBeHidden()
  })

  test('that skips it has none, and says so to whoever has forgotten', async ({ app }) => {
    const { page } = app
    await welcome(page).create({ user: 'Anna Ek', passphrase })
    await safekeeping(page).skip()
    await caseTree(page).ready()
    await closeArchive(page)
    await welcome(page).root.getByRole('button', { name: 'Glömt lösenfrasen?' }).click()
    await expect(welcome(page).root.getByRole('status')).toContainText('har ingen återställningsnyckel')
  })
})

test.describe('an archive that is open', () => {
  test.use({ start: 'archive', seed: { cases: [{ details: lisa }] } })

  test('gets another passphrase, and a recovery key later', async ({ app }) => {
    const { page } = app
    await palette(page).run('Byt lösenfras')
    await safekeeping(page).change('fel fras helt', next)
    await expect(
      safekeeping(page).passphrase.getByLabel('Lösenfrasen som gäller nu'),
    ).toHaveAccessibleDescription(/stämmer inte/)
    await safekeeping(page).change(passphrase, next)
    await expect(safekeeping(page).passphrase).toBeHidden()
    await palette(page).run('Ny återställningsnyckel')
    expect(await safekeeping(page).keep(next)).toHaveLength(47)
    await app.restart()
    await welcome(app.page).open(next)
    await caseTree(app.page).ready()
  })

  test('is backed up, and restored from the start page when its file is spoilt', async ({ app }) => {
    await palette(app.page).run('Säkerhetskopior')
    await safekeeping(app.page).backUp()
    await expect(safekeeping(app.page).backups.getByRole('row')).toHaveCount(2)
    await app.kill()
    const path = archiveFile(app.dataDir)
    writeFileSync(path, 'spoilt')
    await app.restart()
    const door = welcome(app.page)
    await door.open(passphrase)
    await expect(door.alert).toContainText('går inte att läsa')

    await door.root.getByRole('button', { name: 'Återställ från en säkerhetskopia' }).click()
    await expect(
      door.root.getByRole('radio', { name: /ärenden: 1, anteckningar: 0 · kontrollerad/ }),
    ).toBeChecked()
    await door.passphraseField.fill(passphrase)
    await door.root.getByRole('button', { name: 'Återställ …' }).click()
    const question = app.page.getByRole('alertdialog')
    await expect(question).toContainText('finns inte i säkerhetskopian')
    await question.getByRole('button', { name: 'Återställ' }).click()
    await expect(caseTree(app.page).row(/Lisa Berg/)).toBeVisible()
    expect(readdirSync(app.dataDir).filter((file) => file.includes('skadat'))).not.toEqual([])
    expect(existsSync(path)).toBe(true)
  })
})

test.describe('where the agency demands a recovery key', () => {
  test.use({ start: 'archive', policies: { file: { recoveryKey: 'demanded' } } })

  test('an archive without one asks for it at once, and it cannot be skipped', async ({ app }) => {
    const { recovery } = safekeeping(app.page)
    await expect(recovery).toContainText('Din organisation kräver')
    await expect(recovery.getByRole('button', { name: 'Hoppa över' })).toBeHidden()
    await app.page.keyboard.press('Escape')
    await expect(recovery).toBeVisible()
    await safekeeping(app.page).keep(passphrase)
    await caseTree(app.page).ready()
  })
})
