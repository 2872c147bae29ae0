import type { Page } from '@playwright/test'

/** A field of a note by its id, for what holds whatever its label says in this version of the template. */
export function field(page: Page, id: string) {
  const root = page.locator(`[data-note]:visible [data-field="${id}"]`)
  return {
    root,
    text: root.getByRole('textbox').first(),
    option: (name: string | RegExp) => root.getByRole('radio', { name }).first(),
  }
}
