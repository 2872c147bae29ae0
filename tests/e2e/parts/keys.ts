import type { Page } from '@playwright/test'

/** Tangentbordsgenvägar: every command with its keys, and how they are changed. */
export function keysPage(page: Page) {
  const row = (command: string) => page.getByRole('row').filter({ hasText: command })
  const dialog = page.getByRole('dialog')
  return {
    open: () => page.keyboard.press('Control+F1'),
    filter: page.getByRole('textbox', { name: /^Filtrera kommandon/ }),
    row,
    keys: (command: string) => row(command).locator('kbd'),
    button: (name: 'Ändra' | 'Ta bort' | 'Återställ', command: string) =>
      page.getByRole('button', { name: `${name}: ${command}` }),
    findings: page.getByRole('region', { name: 'Inställningar som inte går att läsa' }),
    dialog,
    field: dialog.getByRole('textbox', { name: 'Tryck på tangenterna' }),
  }
}
