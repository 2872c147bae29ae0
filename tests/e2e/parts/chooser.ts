import type { Page } from '@playwright/test'

/** "Vad ska du dokumentera?": the questions that lead to a template. */
export function chooser(page: Page) {
  const root = page.getByRole('group', { name: 'Vad ska du dokumentera?' })
  return {
    root,
    question: (name: string) => root.getByRole('heading', { name }),
    answer: (name: string) => root.getByRole('button', { name }).click(),
    create: (template: string) =>
      root.getByRole('button', { name: `Skapa ${template}`, exact: true }).click(),
    /** A template taken from the list beside the questions. */
    take: (template: string) =>
      page
        .getByRole('region', { name: 'Eller välj mall direkt' })
        .getByRole('button', { name: new RegExp(`^${template}`) })
        .click(),
  }
}
