// `klarlagt serve --store`: the page of a host that names one archive.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect } from '@playwright/test'
import { lisa, passphrase, seedArchive } from './app/start-state.ts'
import { violationsInEveryLook } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { welcome } from './parts/welcome.ts'

/** Serves an archive from a folder that holds two, without a passphrase, and opens its page. */
const test = base.extend<{ serve: (file: string) => Promise<void> }>({
  serve: async ({ page }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-e2e-serve-'))
    await seedArchive(folder, [{ details: lisa }])
    await seedArchive(folder, [], 'Någon annans')
    const ends: (() => void)[] = []
    await use(async (file) => {
      const host = spawn(process.execPath, ['bin/klarlagt.mjs', 'serve', '--store', join(folder, file)], {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, KLARLAGT_DATA_DIR: folder, KLARLAGT_PASSPHRASE: '' },
      })
      ends.push(() => void host.kill())
      for await (const address of createInterface({ input: host.stdout })) {
        await page.goto(address)
        return
      }
    })
    for (const end of ends) end()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

test('asks for that archive’s passphrase, in both languages, and offers no other @web-only', async ({
  page,
  serve,
}) => {
  await serve('mina-arenden.klarlagt')
  const door = welcome(page)
  await expect(door.passphraseField).toBeFocused()
  await expect(door.root.getByRole('radio', { name: /^Mina ärenden/ })).toBeChecked()
  await expect(door.root.getByRole('radio')).toHaveCount(1)
  await expect(door.root).not.toContainText(/Det finns inget arkiv|Någon annans|Skapa|Pröva/)
  expect(await violationsInEveryLook(page)).toEqual([])

  await door.root.getByRole('button', { name: 'English' }).click()
  const english = page.getByRole('main', { name: 'Start' })
  await expect(english.getByRole('heading', { name: 'Open your archive' })).toBeVisible()
  await english.getByRole('textbox', { name: 'Passphrase' }).fill('wrong passphrase')
  await english.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(english.getByRole('textbox', { name: 'Passphrase' })).toHaveAccessibleDescription(
    /passphrase is not right/,
  )
  await english.getByRole('button', { name: 'Svenska' }).click()
  await door.open(passphrase)
  await expect(caseTree(page).row(/Lisa Berg/)).toBeVisible()
})

test('makes the archive at its path where there is none yet @web-only', async ({ page, serve }) => {
  await serve('ny.klarlagt')
  const door = welcome(page)
  await expect(door.root).not.toContainText(/Öppna|Pröva/)
  await door.create({ user: 'Anna Ek', passphrase })
  await caseTree(page).ready()
})
