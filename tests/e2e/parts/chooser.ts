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
    /** Finds a template by keys alone, here or where a note gets another one: whoever begins to write looks for it. */
    write: async (words: string) => {
      const questions = page.getByRole('group', {
        name: /^(Vad ska du dokumentera|Vilken mall ska anteckningen ha)\?$/,
      })
      await questions.locator(':focus').waitFor()
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
    },
    /** A template taken from the list beside the questions. */
    take: (template: string) =>
      finder.getByRole('button', { name: new RegExp(`^${escaped(template)}`) }).click(),
  }
}
