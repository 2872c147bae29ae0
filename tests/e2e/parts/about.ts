import type { Page } from '@playwright/test'

/** Om Klarlagt: versions, where things are kept, and the licences of what others have made. */
export function about(page: Page) {
  const root = page.getByRole('article', { name: 'Om Klarlagt' })
  return {
    root,
    /** What stands beside a term. */
    fact: (term: string) =>
      root
        .locator('dl > div')
        .filter({ has: page.getByText(term, { exact: true }) })
        .getByRole('definition'),
    copyPath: (of: string) => root.getByRole('button', { name: `Kopiera sökvägen: ${of}` }),
    copyVersions: root.getByRole('button', { name: 'Kopiera versionerna' }),
    filter: root.getByRole('textbox', { name: /^Filtrera på namn eller licens/ }),
    count: root.getByRole('status'),
    parts: root.locator('summary'),
    part: (name: string) => root.locator('summary').filter({ has: page.getByText(name, { exact: true }) }),
    licenceText: root.locator('details[open] > pre'),
  }
}
