import type { Page } from '@playwright/test'

/** The question for the new address, when the host has started again. */
export function reconnectDialog(page: Page) {
  const root = page.getByRole('alertdialog', { name: 'Klarlagt har startats om' })
  const field = root.getByRole('textbox', { name: 'Ny adress' })
  return {
    root,
    field,
    paste: async (address: string) => {
      await field.fill(address)
      await root.getByRole('button', { name: 'Anslut igen' }).click()
    },
    later: () => root.getByRole('button', { name: 'Senare' }).click(),
    /** In the status bar, where the question was put aside. */
    again: page.getByRole('region', { name: 'Statusrad' }).getByRole('button', { name: /Anslut igen$/ }),
  }
}
