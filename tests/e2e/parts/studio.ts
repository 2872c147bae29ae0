import type { Page } from '@playwright/test'
import { palette } from './frame.ts'

/** The template studio: parts, properties, what comes of them, problems. */
export function studio(page: Page) {
  const root = page.locator('.studio').filter({ visible: true })
  const tree = root.getByRole('tree', { name: 'Delar' })
  const properties = root.getByRole('region', { name: 'Egenskaper' })
  const beside = root.getByRole('region', { name: 'Prova', exact: true })
  const problems = root.getByRole('region', { name: 'Problem' })
  return {
    root,
    tree,
    properties,
    problems,
    form: beside.getByRole('region', { name: 'Formulär' }),
    journal: beside.getByRole('region', { name: 'Journal' }),
    json: beside.getByRole('textbox', { name: 'JSON' }),
    saved: root.getByText(/^Sparat /),
    begin: async () => {
      await palette(page).run('Ny mall')
      await tree.waitFor()
    },
    /** Begins the next version of a template that is listed. */
    beginNext: async (name: RegExp) => {
      await page
        .getByRole('navigation', { name: 'Aktiviteter' })
        .getByRole('button', { name: 'Mallar' })
        .click()
      await page.getByRole('button', { name }).click()
      await page.getByRole('button', { name: 'Ny version av mallen' }).click()
      await tree.waitFor()
    },
    tryIn: (label: string) => beside.getByLabel('Prova i').selectOption({ label }),
    view: (name: 'Formulär och journal' | 'JSON') => beside.getByRole('button', { name }).click(),
    part: (name: string | RegExp) => tree.getByRole('treeitem', { name }),
    /** A text of the chosen part, in a language. */
    text: (member: string, language: 'sv' | 'en') =>
      properties.getByRole('group', { name: member, exact: true }).getByLabel(language),
    problem: (text: string | RegExp) => problems.getByRole('listitem').filter({ hasText: text }),
  }
}
