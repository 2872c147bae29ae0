import type { Page } from '@playwright/test'

/** The side bar Ärenden: every case with its notes. */
export function caseTree(page: Page) {
  const root = page.getByRole('region', { name: 'Ärenden', exact: true })
  const tree = root.getByRole('tree', { name: 'Ärenden och anteckningar' })
  return {
    root,
    tree,
    filter: root.getByRole('searchbox'),
    /** The menu of which cases are shown, and in what order. */
    view: root.getByRole('button', { name: 'Visa och sortera ärenden' }),
    /** The archive is open and its cases are read. */
    ready: () => root.getByRole('heading', { name: 'Ärenden' }).waitFor(),
    newCase: () => root.getByRole('button', { name: 'Nytt ärende' }).first().click(),
    row: (name: string | RegExp) => tree.getByRole('treeitem', { name }),
    open: (name: string | RegExp) => tree.getByRole('treeitem', { name }).click(),
  }
}
