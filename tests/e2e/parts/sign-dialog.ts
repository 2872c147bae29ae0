import type { Page } from '@playwright/test'

/** The dialog in which a note is journalförd: what stands in the way, or what will happen. */
export function signDialog(page: Page) {
  const root = page.getByRole('alertdialog')
  return {
    root,
    title: (name: string | RegExp) => root.getByRole('heading', { name }),
    confirm: () => root.getByRole('button', { name: 'Journalför' }).click(),
    cancel: () => root.getByRole('button', { name: 'Avbryt' }).click(),
  }
}
