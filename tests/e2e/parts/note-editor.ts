import type { Locator, Page } from '@playwright/test'
import { caseTree } from './case-tree.ts'
import { palette } from './frame.ts'

/** The fields of a note, or of one row of it, by their labels. */
export function fieldsOf(root: Locator) {
  // A label may be followed by "(obligatoriskt)".
  const labelled = (label: string) => new RegExp(`^${escaped(label)}( \\(obligatoriskt\\))?$`)
  const text = (label: string) => root.getByRole('textbox', { name: labelled(label) })
  const list = (label: string) => root.getByRole('combobox', { name: labelled(label) })
  return {
    text,
    list,
    radios: (label: string) => root.getByRole('radiogroup', { name: labelled(label) }),
    write: (label: string, value: string) => text(label).fill(value),
    select: (label: string, option: string | RegExp) => selectIn(list(label), option),
    /** A text with suggestions: what is written stays, whether it was suggested or not. */
    suggest: async (label: string, value: string) => {
      await list(label).fill(value)
      // The suggestions, while they show, hide the rest from assistive technology; Tab goes on and they close.
      await root.page().keyboard.press('Tab')
    },
    choose: (label: string, option: string) =>
      root
        .getByRole('radiogroup', { name: labelled(label) })
        .getByRole('radio', { name: option, exact: true })
        .check(),
    check: (label: string, option: string) =>
      root
        .getByRole('group', { name: labelled(label) })
        .getByRole('checkbox', { name: option, exact: true })
        .check(),
  }
}

/** A text as it stands in a regular expression. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

async function selectIn(list: Locator, option: string | RegExp): Promise<void> {
  if (typeof option === 'string') {
    await list.selectOption(option)
    return
  }
  const labels = await list.getByRole('option').allTextContents()
  const label = labels.find((each) => option.test(each))
  if (label === undefined) throw new Error(`No option fits ${option}; there are: ${labels.join(' | ')}`)
  await list.selectOption(label)
}

/** A note in its tab: the form of a draft, or the record of one that is journalförd. */
export function noteEditor(page: Page, kind: string) {
  const root = page.getByRole('article', { name: kind, exact: true })
  const toolbar = root.getByRole('toolbar', { name: 'Anteckningens kommandon' })
  const messages = root.getByRole('listitem').filter({ hasText: /^(Fel|Varning|Upplysning): / })
  return {
    root,
    ...fieldsOf(root),
    toolbar,
    /** What stands below the fields about what is wrong. */
    messages,
    message: (text: string | RegExp) => messages.filter({ hasText: text }),
    errors: messages.filter({ hasText: /^Fel: / }),
    sign: () => toolbar.getByRole('button', { name: 'Journalför' }).click(),
    showJournal: () => toolbar.getByRole('button', { name: /^Förhandsvis/ }).click(),
    exportAs: async (format: string) => {
      await toolbar.getByRole('button', { name: 'Exportera' }).click()
      await page.getByRole('menuitem', { name: format }).click()
    },
  }
}

/** Opens the case's planering by name, as somebody who has just started does, and waits for its form. */
export async function openPlanering(page: Page) {
  await caseTree(page).ready()
  await palette(page).quickOpen()
  await palette(page).input.fill('Planering')
  await palette(page)
    .option(/Planering/)
    .first()
    .click()
  const note = noteEditor(page, 'Planering')
  await note.root.waitFor()
  return note
}
