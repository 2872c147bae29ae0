import type { Page } from '@playwright/test'

/** Sök in the side bar: over all cases. */
export function search(page: Page) {
  const root = page.getByRole('region', { name: 'Sök', exact: true })
  return {
    root,
    field: root.getByRole('combobox', { name: 'Sök i alla ärenden' }),
    /** What can be completed at the caret. */
    completion: (name: string | RegExp) => page.getByRole('option', { name }),
    chip: (text: string) =>
      root.getByRole('list', { name: 'Filter' }).getByRole('listitem').filter({ hasText: text }),
    problems: root.locator('.search-problems'),
    count: root.getByRole('status'),
    /** The hits themselves, without the cases that they stand below. */
    hits: root.getByRole('treeitem', { level: 2 }).and(root.locator('[data-kind=hit]')),
    /** What a case has beside the hits that are shown. */
    more: root.locator('[data-kind=more]'),
    marks: root.locator('mark'),
    saved: (name: string) => root.getByRole('button', { name, exact: true }),
  }
}
