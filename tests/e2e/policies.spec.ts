// What the agency governs, as the user meets it: told in Settings, held in every control, said aloud where it cannot be read.
import type { Page } from '@playwright/test'
import { lisa, passphrase, type SeedCase } from './app/start-state.ts'
import { expect, test } from './fixtures.ts'
import { cutOff, violationsInEveryLook } from './parts/accessibility.ts'
import { caseTree } from './parts/case-tree.ts'
import { palette, problemsPanel } from './parts/frame.ts'
import { journalPreview } from './parts/journal-preview.ts'
import { openPlanering } from './parts/note-editor.ts'
import { settings } from './parts/settings.ts'
import { welcome } from './parts/welcome.ts'

/** A draft in which R4 stands in the way: cooperation without consent. */
const withoutConsent: SeedCase = {
  details: lisa,
  notes: [
    {
      template: 'planering',
      answers: {
        mal: { value: 'ordinarie-arbete' },
        'fk-aktiviteter': [
          { id: '6a1f0a52-5a41-4c33-9a39-0b6d6f3b6a01', kind: 'mote', counterpart: 'halso-och-sjukvarden' },
        ],
      },
    },
  ],
}
const banner = (page: Page) => page.getByRole('region', { name: 'Policyer' })

test.describe('with policies', () => {
  test.use({
    start: 'archive',
    seed: { cases: [withoutConsent] },
    policies: {
      file: {
        language: 'sv',
        exportFormats: ['txt'],
        clipboardWarning: 'session',
        rulesOff: ['R4', 'R22'],
        lockAfterMinutes: 10,
        passphraseMinimum: 12,
        network: 'none',
      },
    },
  })

  test('Settings say what is governed and how, and the language stays as it is', async ({ app }) => {
    const { page } = app
    const { open, policy, governed, language } = settings(page)
    await open()
    await expect(policy('Format för export')).toContainText('txt')
    await expect(policy('Avstängda regler')).toContainText('R4')
    await expect(policy('Lås efter')).toContainText('högst 10 minuter')
    await expect(policy('Varning före urklipp')).toContainText('en gång per session')
    await expect(governed.getByText('strängaste läsningen')).toHaveCount(0)
    await expect(banner(page)).toHaveCount(0)

    const english = language.getByRole('radio', { name: 'English' })
    await expect(english).toHaveAccessibleDescription('Språket styrs av din organisation.')
    await expect(english).toHaveAttribute('aria-disabled', 'true')
    await english.focus()
    await page.keyboard.press('Space')
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
    await expect(language.getByRole('radio', { name: 'Svenska' })).toBeChecked()
    await expect(page.getByText('Styrs av din organisation: högst 10 minuter.')).toBeVisible()
    expect(await violationsInEveryLook(page)).toEqual([])
    expect(await cutOff(page)).toEqual([])
  })

  test('a format that is not allowed can be read of, not run, and no command offers it', async ({ app }) => {
    const { page } = app
    await caseTree(page).open(/Lisa Berg/)
    await openPlanering(page)
    await page.getByRole('button', { name: 'Exportera' }).click()
    const word = page.getByRole('menuitem', { name: /^Word/ })
    await expect(word).toHaveAttribute('aria-disabled', 'true')
    await expect(word).toContainText('styrs av din organisation')
    await expect(page.getByRole('menuitem', { name: /^Text/ })).not.toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Escape')
    await expect(word).toBeHidden()
    const { openCommands, input, option } = palette(page)
    await openCommands()
    await input.fill('>Exportera')
    // The note, the case on one page, and what of it may go to the employer: each in the one format that is allowed.
    await expect(option(/Exportera/)).toHaveText([/som text/, /som text/, /som text/])
  })

  test('the foot of Problems says which rules are off, and which find their errors still', async ({
    app,
  }) => {
    const { page } = app
    await caseTree(page).open(/Lisa Berg/)
    await openPlanering(page)
    const { root, show, problems } = problemsPanel(page)
    await show()
    await expect(problems.first()).toBeVisible()
    await expect(root.getByText('En regel är avstängd av din organisation: R22')).toBeVisible()
    await expect(
      root.getByText('Din organisation har stängt av R4, men regeln skyddar journalen'),
    ).toBeVisible()
    await expect(root.locator('[data-rule="R4"]')).toHaveCount(1)
  })

  test('journal text goes to the clipboard once she has read the warning, which comes once', async ({
    app,
  }) => {
    const { page } = app
    await app.copy('before')
    await caseTree(page).open(/Lisa Berg/)
    await openPlanering(page)
    const question = page.getByRole('alertdialog', { name: 'Kopiera journaltext till urklipp?' })
    await page.keyboard.press('Control+Shift+C')
    expect(await violationsInEveryLook(page)).toEqual([])
    await question.getByRole('button', { name: 'Avbryt' }).click()
    expect(await app.clipboard()).toBe('before')
    await page.keyboard.press('Control+Shift+C')
    await question.getByRole('button', { name: 'Kopiera' }).click()
    await expect.poll(() => app.clipboard()).toContain('Planering')
    await app.copy('between')
    await page.keyboard.press('Control+Shift+C')
    await expect.poll(() => app.clipboard()).toContain('Planering')
    await expect(question).toHaveCount(0)
  })

  test('so it is with a part of the journal that she has marked herself', async ({ app }) => {
    const { page } = app
    await app.copy('before')
    await caseTree(page).open(/Lisa Berg/)
    await (await openPlanering(page)).showJournal()
    await journalPreview(page, 'Planering').root.getByRole('heading', { level: 1 }).selectText()
    await page.keyboard.press('Control+C')
    const question = page.getByRole('alertdialog', { name: 'Kopiera journaltext till urklipp?' })
    await question.getByRole('button', { name: 'Kopiera' }).click()
    await expect.poll(() => app.clipboard()).toBe('Planering')
  })
})

test.describe('with a language for all', () => {
  test.use({ policies: { file: { language: 'en', demoAllowed: false, passphraseMinimum: 12 } } })

  test('the welcome page is in it, offers no other, no demo, and asks for a passphrase of that length', async ({
    app,
  }) => {
    const { page } = app
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await expect(page.getByText('The language is governed by your organisation.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Svenska' })).toHaveCount(0)
    await expect(page.getByText('Your organisation does not allow archives of invented cases.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Your name' }).fill('Anna Ek')
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill('elva tecken')
    await page.getByRole('textbox', { name: 'Passphrase once more' }).fill('elva tecken')
    await page.getByRole('button', { name: 'Create the archive' }).click()
    await expect(page.getByText(/at least 12 characters/).first()).toBeVisible()
    expect(await violationsInEveryLook(page)).toEqual([])
  })
})

test.describe('with policies that cannot be read', () => {
  test.use({
    start: 'archive',
    seed: { cases: [lisa].map((details) => ({ details })) },
    policies: { file: '{"demo' },
  })

  test('it is said at once in the window, before the archive is open and after, and in Settings', async ({
    app,
  }) => {
    const { page } = app
    const details = banner(page).getByText('Något av det som din organisation styr går inte att läsa')
    await expect(details).toBeVisible()
    await details.focus()
    await page.keyboard.press('Enter')
    await expect(banner(page).getByText('Filen är inte giltig JSON.')).toBeVisible()
    expect(await violationsInEveryLook(page)).toEqual([])
    const { open, policy, governed } = settings(page)
    await open()
    await expect(governed.getByText('Filen är inte giltig JSON.')).toBeVisible()
    await expect(policy('Format för export')).toContainText('inget (strängaste läsningen)')
    expect(await violationsInEveryLook(page)).toEqual([])

    await app.restart()
    await expect(banner(app.page)).toBeVisible()
    await expect(welcome(app.page).root).toBeVisible()
    expect(await violationsInEveryLook(app.page)).toEqual([])
    await welcome(app.page).open(passphrase)
    await caseTree(app.page).ready()
  })
})

test.describe('with folders for export', () => {
  test.use({
    start: 'archive',
    seed: { cases: [withoutConsent] },
    policies: { file: { exportFolders: ['/srv/export'] } },
  })

  test('nothing leaves a browser, which chooses by itself where a file goes @web-only', async ({ app }) => {
    const { page } = app
    await caseTree(page).open(/Lisa Berg/)
    await openPlanering(page)
    await page.getByRole('button', { name: 'Exportera' }).click()
    for (const item of await page.getByRole('menuitem').all())
      await expect(item).toHaveAttribute('aria-disabled', 'true')
  })
})
