// The keys of archives in a real keyring: gnome-keyring in a D-Bus session of its own, asked by real Electron.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, _electron as electron, expect, type Page } from '@playwright/test'
import { testElectron } from '../../scripts/electron.ts'
import { passphrase } from './app/start-state.ts'
import { violations } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette } from './parts/frame.ts'
import { lockScreen } from './parts/lock-screen.ts'
import { safekeeping } from './parts/safekeeping.ts'
import { welcome } from './parts/welcome.ts'

const root = join(import.meta.dirname, '..', '..')

interface Start {
  readonly keyring: 'unlocked' | 'locked' | 'missing'
  /** Which keeper of secrets Chromium is to use: what it takes a desktop for. */
  readonly store: 'gnome-libsecret' | 'kwallet5' | 'basic'
}

interface Computer {
  /** Starts the program, does something in its window, and ends it. */
  readonly run: (start: Start, use: (page: Page) => Promise<void>) => Promise<void>
  /** The files of the archives, with what they hold. */
  readonly files: () => Record<string, string>
}

const test = base.extend<{ computer: Computer }>({
  computer: async ({ browserName: _browser }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'klarlagt-keyring-'))
    const data = join(home, 'data')
    const script = join(home, 'start.sh')
    writeFileSync(
      script,
      `#!/bin/sh\nexec "${join(import.meta.dirname, 'app', 'keyring.sh')}" "${testElectron}" "$@"\n`,
      { mode: 0o755 },
    )
    const inherited = Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    await use({
      run: async ({ keyring, store }, act) => {
        const application = await electron.launch({
          executablePath: script,
          args: [
            '--no-sandbox',
            '--disable-gpu',
            `--password-store=${store}`,
            join(root, 'out', 'main', 'main.cjs'),
            `--user-data-dir=${join(home, 'user')}`,
          ],
          env: {
            ...Object.fromEntries(inherited),
            HOME: home,
            // Of each run its own: a keyring of the run before must not be taken for this one's.
            XDG_RUNTIME_DIR: mkdtempSync(join(home, 'run-')),
            KEYRING: keyring,
            KLARLAGT_CORE_NODE: process.execPath,
            KLARLAGT_DATA_DIR: data,
          },
        })
        const page = await application.firstWindow()
        page.setDefaultTimeout(20_000)
        await act(page)
        await application.close()
      },
      files: () =>
        Object.fromEntries(
          readdirSync(data)
            .filter((name) => /\.klarlagt/.test(name))
            .map((name) => [name, readFileSync(join(data, name), 'base64')]),
        ),
    })
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  },
})

const good: Start = { keyring: 'unlocked', store: 'gnome-libsecret' }
const create = (page: Page) => page.getByRole('button', { name: 'Skapa arkivet' }).click()

/** Makes an archive without a passphrase. */
async function createByKeychain(page: Page): Promise<void> {
  await expect(welcome(page).root).toContainText('Nyckeln sparas i datorns nyckelring (gnome_libsecret)')
  await expect(welcome(page).passphraseField).toBeHidden()
  await page.getByRole('textbox', { name: 'Ditt namn' }).fill('Anna Ek')
  await create(page)
  await safekeeping(page).skip()
  await caseTree(page).ready()
}

test('unlocked: an archive is made without a passphrase, locked, and opened with one button, also by the next start', async ({
  computer,
}) => {
  await computer.run(good, async (page) => {
    await createByKeychain(page)
    await palette(page).run('Lås arkivet')
    await expect(lockScreen(page).button).toBeFocused()
    await expect(lockScreen(page).passphraseField).toBeHidden()
    await page.keyboard.press('Enter')
    await caseTree(page).ready()
  })
  expect(computer.files()['mina-arenden.klarlagt.key']).toBeDefined()
  await computer.run(good, async (page) => {
    await expect(welcome(page).openButton).toBeFocused()
    await page.keyboard.press('Enter')
    await caseTree(page).ready()
  })
})

const elsewhere = [
  {
    name: 'locked',
    start: { keyring: 'locked', store: 'gnome-libsecret' },
    says: 'Datorns nyckelring (gnome_libsecret) är låst eller svarar inte.',
  },
  {
    name: 'missing',
    start: { keyring: 'missing', store: 'gnome-libsecret' },
    says: 'Datorns nyckelring (gnome_libsecret) är låst eller svarar inte.',
  },
  {
    name: 'another than last time',
    start: { keyring: 'unlocked', store: 'kwallet5' },
    says: 'Nyckeln till arkivet finns i nyckelringen gnome_libsecret, men Klarlagt använder nu en annan (kwallet5).',
  },
  {
    name: 'basic_text, which keeps no secret',
    start: { keyring: 'unlocked', store: 'basic' },
    says: 'men Klarlagt använder nu en annan (basic_text).',
  },
] as const

for (const { name, start, says } of elsewhere)
  test(`${name}: the archive is not opened, says why, and is left as it is for the keyring that has its key`, async ({
    computer,
  }) => {
    await computer.run(good, createByKeychain)
    const before = computer.files()
    await computer.run(start, async (page) => {
      await welcome(page).openButton.click()
      await expect(welcome(page).alert).toContainText(says)
      expect(await violations(page)).toEqual([])
    })
    expect(computer.files()).toEqual(before)
    await computer.run(good, async (page) => {
      await welcome(page).openButton.click()
      await caseTree(page).ready()
    })
  })

for (const keyring of ['locked', 'missing'] as const)
  test(`${keyring}: a new archive gets a passphrase instead, and nothing that was typed is lost`, async ({
    computer,
  }) => {
    await computer.run({ keyring, store: 'gnome-libsecret' }, async (page) => {
      await page.getByRole('textbox', { name: 'Ditt namn' }).fill('Anna Ek')
      await create(page)
      await expect(welcome(page).alert).toContainText('är låst eller svarar inte')
      await expect(page.getByRole('textbox', { name: 'Ditt namn' })).toHaveValue('Anna Ek')
      await welcome(page).create({ user: 'Anna Ek', passphrase })
      await safekeeping(page).skip()
      await caseTree(page).ready()
    })
  })

test('basic_text is refused from the beginning, and it is explained why a passphrase is asked for', async ({
  computer,
}) => {
  await computer.run({ keyring: 'unlocked', store: 'basic' }, async (page) => {
    await expect(welcome(page).root).toContainText(
      'Här kan datorns nyckelring inte spara nyckeln till arkivet (basic_text)',
    )
    await welcome(page).create({ user: 'Anna Ek', passphrase })
    await safekeeping(page).skip()
    await caseTree(page).ready()
  })
})

test.beforeAll(() => {
  // What is not installed is said by its name, rather than by a window that never comes.
  for (const program of ['dbus-run-session', 'gnome-keyring-daemon', 'dbus-send'])
    execFileSync('which', [program], { stdio: 'ignore' })
})
