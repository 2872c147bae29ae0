import type { Page } from '@playwright/test'
import { chooser } from './chooser.ts'
import { noteEditor } from './note-editor.ts'

/** Övningar: the page where a situation is chosen and what is written is held against the answer. */
export function exercises(page: Page) {
  const root = page.getByRole('article', { name: 'Övningar', exact: true })
  const answer = root.getByRole('region', { name: 'Jämfört med facit' })
  const document = (title: string) => answer.getByRole('region', { name: title, exact: true })
  return {
    root,
    answer,
    sum: answer.getByRole('status'),
    document,
    field: (title: string, label: string) =>
      document(title).getByRole('region', { name: label, exact: true }),
    pack: (title: string) => root.getByRole('combobox', { name: 'Demopaket' }).selectOption(title),
    choose: async (actor: string, situation: string) => {
      await root.getByRole('combobox', { name: 'Demopaket' }).selectOption('Aktörssituationer')
      await root.getByRole('combobox', { name: 'Aktör' }).selectOption(actor)
      await root.getByRole('combobox', { name: 'Situation' }).selectOption(situation)
    },
    load: async () => {
      await root.getByRole('button', { name: 'Hämta övningens ärenden' }).click()
      await root.getByRole('button', { name: /^Ärende / }).waitFor()
    },
    newNote: () => root.getByRole('button', { name: 'Ny anteckning' }).click(),
    /** Begins the employer's plan, which has come in. */
    beginPlan: async () => {
      await root.getByRole('button', { name: 'Ny anteckning' }).click()
      await chooser(page).take('Arbetsgivarens plan')
      const plan = noteEditor(page, 'Arbetsgivarens plan')
      await plan.choose(
        'Vad gäller för arbetsgivarens plan?',
        'Planen har kommit in, skriftligt eller muntligt',
      )
      return plan
    },
    compare: async () => {
      await root.getByRole('button', { name: /^Jämför/ }).click()
      await answer.waitFor()
    },
    reset: async () => {
      await root.getByRole('button', { name: 'Börja om' }).click()
      await page.getByRole('alertdialog').getByRole('button', { name: 'Återställ' }).click()
    },
  }
}
