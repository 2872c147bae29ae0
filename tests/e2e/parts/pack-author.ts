import type { Locator, Page } from '@playwright/test'
import { palette } from './frame.ts'

const wordsIn = (root: Locator) => (label: string, text: string) =>
  root
    .getByRole('group', { name: label, exact: true })
    .first()
    .getByRole('textbox', { name: 'Svenska' })
    .fill(text)

/** Chooses what fits in a list, once it is there. */
async function chooseIn(list: Locator, option: RegExp): Promise<void> {
  const label = await list.getByRole('option').filter({ hasText: option }).first().textContent()
  await list.selectOption(label)
}

/** The page where a trainer writes a demo pack. */
export function packAuthor(page: Page) {
  const root = page.getByRole('article', { name: 'Skriv ett demopaket', exact: true })
  return {
    root,
    problems: root.getByRole('alert'),
    /** A line of what is lacking, which leads to where it is mended. */
    lack: (text: string) => root.getByRole('button', { name: text, exact: true }),
    swedish: (label: string) =>
      root.getByRole('group', { name: label, exact: true }).first().getByRole('textbox', { name: 'Svenska' }),
    remove: (name: string) => root.getByRole('button', { name: `Ta bort ${name}`, exact: true }).click(),
    words: wordsIn(root),
    takeCase: async (name: RegExp) => {
      await chooseIn(root.getByRole('combobox', { name: 'Ärende', exact: true }), name)
      await root.getByRole('button', { name: 'Ta med ärendet' }).click()
      await root.getByRole('region', { name }).getByRole('checkbox').first().waitFor()
    },
    addExercise: () => root.getByRole('button', { name: 'Lägg till övning' }).click(),
    exercise: (number: number) => {
      const exercise = root.getByRole('region', { name: new RegExp(`^Övning ${number}\\b`) })
      return {
        words: wordsIn(exercise),
        region: exercise,
        answer: async (note: RegExp) => {
          await chooseIn(exercise.getByRole('combobox', { name: 'Anteckning' }), note)
          await exercise.getByRole('button', { name: 'Låt den vara ett svar' }).click()
        },
        remark: async (text: string, rule: string) => {
          await exercise.getByRole('button', { name: 'Säg något om ett fält' }).click()
          await wordsIn(exercise)('Vad som skrivs här, och varför', text)
          await exercise.getByRole('combobox', { name: 'Regel' }).selectOption(rule)
        },
      }
    },
    save: () => root.getByRole('button', { name: 'Spara som fil' }).click(),
    /** Brings the pack of a file in. */
    pick: async (path: string) => {
      const chooser = page.waitForEvent('filechooser')
      await palette(page).run('Hämta demopaket ur fil')
      await (await chooser).setFiles(path)
    },
  }
}
