// `klarlagt serve --store`: the page of a host that names one archive.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect } from '@playwright/test'
import { lisa, passphrase, type SeedCase, seedArchive } from './app/start-state.ts'
import { violationsInEveryLook } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { statusBar } from './parts/frame.ts'
import { openPlanering } from './parts/note-editor.ts'
import { reconnectDialog } from './parts/reconnect-dialog.ts'
import { safekeeping } from './parts/safekeeping.ts'
import { welcome } from './parts/welcome.ts'

const why = 'Den försäkrades egen syn på planeringen'
const withNote: SeedCase = {
  details: lisa,
  notes: [{ template: 'planering', answers: { mal: { value: 'ordinarie-arbete' } } }],
}

interface Served {
  readonly address: string
  /** Ends the host without a warning. */
  readonly kill: () => Promise<void>
}

/** Serves an archive from a folder that holds two, with its passphrase or without. */
const test = base.extend<{ serve: (file: string, given?: string) => Promise<Served> }>({
  serve: async ({ page }, use) => {
    page.setDefaultTimeout(10_000)
    const folder = mkdtempSync(join(tmpdir(), 'klarlagt-e2e-serve-'))
    await seedArchive(folder, { cases: [withNote] })
    await seedArchive(folder, { cases: [] }, 'Någon annans')
    const kills: (() => Promise<void>)[] = []
    await use(async (file, given = '') => {
      const host = spawn(process.execPath, ['bin/klarlagt.mjs', 'serve', '--store', join(folder, file)], {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, KLARLAGT_DATA_DIR: folder, KLARLAGT_PASSPHRASE: given },
      })
      const ended = once(host, 'exit')
      const kill = async () => {
        host.kill('SIGKILL')
        await ended
      }
      kills.push(kill)
      const line: unknown = (await once(createInterface({ input: host.stdout }), 'line'))[0]
      return { address: String(line), kill }
    })
    for (const kill of kills) await kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
})

test('asks for that archive’s passphrase, in both languages, and offers no other @web-only', async ({
  page,
  serve,
}) => {
  await page.goto((await serve('mina-arenden.klarlagt')).address)
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
  await page.goto((await serve('ny.klarlagt')).address)
  const door = welcome(page)
  await expect(door.root).not.toContainText(/Öppna|Pröva/)
  await door.create({ user: 'Anna Ek', passphrase })
  await safekeeping(page).skip()
  await caseTree(page).ready()
})

test('started again with its passphrase, the window goes on where it was once it is given the address @web-only', async ({
  page,
  serve,
}) => {
  const first = await serve('mina-arenden.klarlagt', passphrase)
  await page.goto(first.address)
  await caseTree(page).ready()
  const note = await openPlanering(page)
  await note.write(why, 'Lisa vill')
  await expect(statusBar(page).saved).toBeVisible()
  await first.kill()
  await note.text(why).press('End')
  await note.text(why).pressSequentially(' börja')
  const again = await serve('mina-arenden.klarlagt', passphrase)
  await reconnectDialog(page).paste(again.address)
  await expect(note.text(why)).toBeFocused()
  await page.keyboard.type(' i mars.')
  await expect(note.text(why)).toHaveValue('Lisa vill börja i mars.')
  await expect(statusBar(page).saved).toBeVisible()
  await page.reload()
  await caseTree(page).ready()
  await expect((await openPlanering(page)).text(why)).toHaveValue('Lisa vill börja i mars.')
})
