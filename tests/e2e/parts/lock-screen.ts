import type { Page } from '@playwright/test'

/** The page of an archive that is locked, and the sentences about the lock. */
export function lockScreen(page: Page) {
  const root = page.getByRole('main', { name: 'Låst' })
  const passphraseField = root.getByRole('textbox', { name: 'Lösenfras', exact: true })
  const button = root.getByRole('button', { name: 'Öppna', exact: true })
  return {
    root,
    title: root.getByRole('heading', { level: 1, name: 'Arkivet är låst' }),
    passphraseField,
    button,
    open: async (passphrase: string) => {
      await passphraseField.fill(passphrase)
      await button.click()
    },
    other: root.getByRole('button', { name: 'Öppna ett annat arkiv' }),
    /** Said aloud: that it is soon locked. */
    soon: page.getByRole('alert').filter({ hasText: 'Arkivet låses snart' }),
    /** Said aloud: why it is not locked yet. */
    waiting: page.getByRole('alert').filter({ hasText: 'Arkivet är inte låst än' }),
  }
}
