import type { Page } from '@playwright/test'

/** Inställningar: what can be chosen, and what the organisation has chosen. */
export function settings(page: Page) {
  const root = page.getByRole('article', { name: 'Inställningar' })
  const governed = root.getByRole('region', { name: 'Styrs av din organisation' })
  return {
    root,
    open: () => page.keyboard.press('Control+,'),
    governed,
    /** What is governed, and how. */
    policy: (title: string) =>
      governed
        .locator('dl > div')
        .filter({ has: page.getByText(title, { exact: true }) })
        .getByRole('definition'),
    language: root.getByRole('group', { name: 'Språk' }),
  }
}
