import type { Page } from '@playwright/test'

/** Who works: the page that asks, the dialog that changes it, and the page of all users. */
export function people(page: Page) {
  const asks = page.getByRole('main', { name: 'Vem arbetar?' })
  const dialog = page.getByRole('dialog')
  return {
    asks,
    dialog,
    users: page.getByRole('article', { name: 'Användare' }),
    /** Who works now, as the top of the window says. */
    current: page.locator('.title-bar-user'),
    choose: async (root: typeof asks, name: string, role?: string) => {
      await root.getByRole('group', { name: 'Namn' }).getByRole('radio', { name }).check()
      if (role !== undefined)
        await root
          .getByRole('group', { name: 'Roll' })
          .getByRole('radio', { name: role, exact: true })
          .check()
    },
  }
}
