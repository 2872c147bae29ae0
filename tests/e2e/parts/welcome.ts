import type { Page } from '@playwright/test'

export interface NewArchive {
  readonly name?: string
  readonly user: string
  readonly role?: 'Utredare' | 'Specialist'
  readonly passphrase: string
  readonly again?: string
}

/** The page of a closed program: open an archive, make one, or try invented cases. */
export function welcome(page: Page) {
  const root = page.getByRole('main', { name: 'Start' })
  const passphraseField = root.getByRole('textbox', { name: 'Lösenfras', exact: true })
  return {
    root,
    /** What was refused, said aloud. */
    alert: root.getByRole('alert').filter({ hasText: /\S/ }),
    passphraseField,
    name: root.getByRole('textbox', { name: 'Arkivets namn' }),
    createButton: root.getByRole('button', { name: 'Skapa arkivet' }),
    openButton: root.getByRole('button', { name: 'Öppna', exact: true }),
    open: async (passphrase: string) => {
      await passphraseField.fill(passphrase)
      await root.getByRole('button', { name: 'Öppna', exact: true }).click()
    },
    create: async ({ name, user, role, passphrase, again }: NewArchive) => {
      if (name !== undefined) await root.getByRole('textbox', { name: 'Arkivets namn' }).fill(name)
      await root.getByRole('textbox', { name: 'Ditt namn' }).fill(user)
      if (role !== undefined) await root.getByRole('radio', { name: role }).check()
      await passphraseField.fill(passphrase)
      await root.getByRole('textbox', { name: 'Lösenfras en gång till' }).fill(again ?? passphrase)
      await root.getByRole('button', { name: 'Skapa arkivet' }).click()
    },
    tryDemo: () => root.getByRole('button', { name: 'Öppna demoarkivet' }).click(),
  }
}
