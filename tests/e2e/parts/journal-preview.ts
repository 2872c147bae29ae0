import type { Page } from '@playwright/test'

/** The journal entry of a note in a tab of its own, following what is written. */
export function journalPreview(page: Page, kind: string) {
  const root = page.getByRole('tabpanel', { name: `${kind}, journal` })
  return {
    root,
    row: (name: RegExp) => root.getByRole('row', { name }),
  }
}
