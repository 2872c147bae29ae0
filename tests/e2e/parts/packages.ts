import type { Page } from '@playwright/test'
import { passphrase } from '../app/start-state.ts'
import { palette } from './frame.ts'
import { welcome } from './welcome.ts'

/** Granskningspaket: the dialogs, and the way from one archive to another in the same window. */
export function packages(page: Page) {
  const dialog = page.getByRole('dialog')
  return {
    dialog,
    secret: dialog.getByRole('textbox', { name: /^Lösenfras/ }),
    /** Above a case or a note: from whom it was received. */
    received: page.getByRole('note', { name: 'Mottaget för granskning' }),
    /** Opens a file by the button of Granskning. */
    open: async (file: string, secret?: string) => {
      await palette(page).run('Visa Granskning')
      const chosen = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: 'Öppna paket eller svar' }).click()
      await (await chosen).setFiles(file)
      if (secret !== undefined) await dialog.getByRole('textbox', { name: /^Lösenfras/ }).fill(secret)
      await dialog.getByRole('button', { name: 'Öppna', exact: true }).click()
    },
    /** Leaves the archive for another one. */
    goTo: async (name: string) => {
      await palette(page).run('Stäng arkivet')
      await page.getByRole('alertdialog').getByRole('button', { name: 'Stäng arkivet' }).click()
      await welcome(page)
        .root.getByRole('radio', { name: new RegExp(name) })
        .check()
      await welcome(page).open(passphrase)
      // A key that is pressed while the start page still shows goes to it, and not to the archive.
      await welcome(page).root.waitFor({ state: 'detached' })
    },
  }
}
