import type { Page } from '@playwright/test'

/** The line at the bottom: whether it is saved, what is wrong, whose note it is, the day. */
export function statusBar(page: Page) {
  const root = page.getByRole('region', { name: 'Statusrad' })
  return {
    root,
    saved: root.getByRole('button', { name: /^Sparat / }),
    /** How many errors stand in the open notes, and the button that shows them. */
    problems: (errors: number) => root.getByRole('button', { name: new RegExp(`(^|\\D)${errors} fel`) }),
  }
}

/** The panel Problem below the editors. */
export function problemsPanel(page: Page) {
  const root = page.getByRole('region', { name: 'Panel', exact: true })
  const problems = root.getByRole('listitem')
  return {
    root,
    show: () => page.keyboard.press('Control+Shift+M'),
    problems,
    errors: problems.filter({ hasText: /^Fel: / }),
    problem: (text: string | RegExp) => problems.filter({ hasText: text }),
    filter: root.getByRole('searchbox', { name: 'Filtrera problem' }),
  }
}

/** Disposition: the active note's sections and fields, each with how it stands. */
export function outline(page: Page) {
  const root = page.getByRole('navigation', { name: 'Disposition' })
  return {
    root,
    field: (label: string, stands: 'fel' | 'varning' | 'ifyllt' | 'tomt') =>
      root.getByRole('button', { name: `${label} ${stands}`, exact: true }),
  }
}

/** Handläggarstöd: what helps with the field that has the focus. */
export function support(page: Page) {
  return { root: page.getByRole('region', { name: 'Handläggarstöd' }) }
}

/** The documents in the middle, with their tabs. */
export function editors(page: Page) {
  const root = page.getByRole('main', { name: 'Dokument' })
  return {
    root,
    tab: (name: string | RegExp) => root.getByRole('tab', { name }),
    /** Goes to a tab that is open. */
    show: (name: string | RegExp) => root.getByRole('tab', { name }).click(),
  }
}

/** Sentences that come and go at the edge. */
export function toasts(page: Page) {
  const root = page.getByRole('region', { name: 'Meddelanden' })
  return { root, toast: (text: string | RegExp) => root.getByText(text) }
}

/** The command palette and quick open. */
export function palette(page: Page) {
  const root = page.getByRole('dialog', { name: 'Sök eller kör kommando' })
  const input = root.getByRole('combobox')
  return {
    root,
    input,
    option: (name: string | RegExp) => root.getByRole('option', { name }),
    openCommands: () => page.keyboard.press('Control+Shift+P'),
    quickOpen: () => page.keyboard.press('Control+P'),
    /** Runs a command by its words. */
    run: async (command: string) => {
      await page.keyboard.press('Control+Shift+P')
      await input.fill(`>${command}`)
      await root.getByRole('option', { name: command }).first().click()
    },
  }
}
