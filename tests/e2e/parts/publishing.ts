import type { Page } from '@playwright/test'
import { palette } from './frame.ts'

/** Egna mallar: the templates that are written in the archive, and what is done with them. */
export function publishing(page: Page) {
  const root = page.getByRole('article', { name: 'Egna mallar' })
  const list = (name: string) => root.getByRole('list', { name }).getByRole('listitem')
  return {
    root,
    dialog: page.getByRole('dialog'),
    working: list('På väg att publiceras'),
    /** One of those, by its title. */
    written: (title: string) => list('På väg att publiceras').filter({ hasText: title }),
    published: list('Publicerade versioner'),
    open: () => palette(page).run('Egna mallar'),
    /** Chooses a file to be read in. */
    readIn: async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        root.getByRole('button', { name: 'Läs in' }).press('Enter'),
      ])
      await chooser.setFiles(file)
    },
    does: (item: ReturnType<typeof list>, name: string) => item.getByRole('button', { name, exact: true }),
  }
}
