import type { Page } from '@playwright/test'
import { escaped } from './note-editor.ts'

/** "Vad ska du dokumentera?": the questions that lead to a template. */
export function chooser(page: Page) {
  const root = page.getByRole('group', { name: 'Vad ska du dokumentera?' })
  const finder = page.getByRole('region', { name: 'Eller välj mall direkt' })
  return {
    root,
    /** Where a template is found by its name. */
    finder,
    question: (name: string) => root.getByRole('heading', { name }),
    answer: (name: string) => root.getByRole('button', { name }).click(),
    create: (template: string) =>
      root.getByRole('button', { name: `Skapa ${template}`, exact: true }).click(),
    /** A template taken from the list beside the questions. */
    take: (template: string) =>
      finder.getByRole('button', { name: new RegExp(`^${escaped(template)}`) }).click(),
  }
}
