import type { Page } from '@playwright/test'

/** What keeps an archive from being lost: its recovery key, its passphrase, its backups. */
export function safekeeping(page: Page) {
  const recovery = page.getByRole('alertdialog', { name: 'Återställningsnyckel' })
  const passphrase = page.getByRole('dialog', { name: 'Byt lösenfras' })
  const button = (root: typeof recovery, name: string) => root.getByRole('button', { name, exact: true })
  const groups = recovery.getByRole('list', { name: 'Återställningsnyckel' }).getByRole('listitem')
  const backups = page.getByRole('article', { name: 'Säkerhetskopior' })
  return {
    recovery,
    passphrase,
    backups,
    groups,
    skip: () => button(recovery, 'Hoppa över').click(),
    /** Shows the key, says that it is written down, and gives it. */
    keep: async (current?: string): Promise<string> => {
      if (current !== undefined) await recovery.getByLabel('Lösenfrasen som gäller nu').fill(current)
      await button(recovery, 'Visa nyckeln').click()
      await groups.first().waitFor()
      const key = (await groups.locator('span').allTextContents()).join(' ')
      await recovery.getByRole('checkbox', { name: 'Jag har skrivit ned den' }).check()
      await button(recovery, 'Klar').click()
      await recovery.waitFor({ state: 'hidden' })
      return key
    },
    change: async (current: string, next: string) => {
      await passphrase.getByLabel('Lösenfrasen som gäller nu').fill(current)
      await passphrase.getByRole('textbox', { name: 'Lösenfras', exact: true }).fill(next)
      await passphrase.getByRole('textbox', { name: 'Lösenfras en gång till' }).fill(next)
      await button(passphrase, 'Byt lösenfras').click()
    },
    backUp: async () => {
      await backups.getByRole('button', { name: 'Säkerhetskopiera nu' }).click()
      await backups.getByText('Den är öppnad och kontrollerad').waitFor()
    },
  }
}
