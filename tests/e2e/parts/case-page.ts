import type { Page } from '@playwright/test'

/** The case on one page. */
export function casePage(page: Page) {
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  const actions = section('Åtgärder')
  const time = section('Tidslinje')
  return {
    sides: section('Plan och planering'),
    needs: section('Behov och insatser'),
    plan: section('Planregister'),
    consents: section('Samtycken'),
    contacts: section('Kontakter och möten'),
    time,
    picture: time.getByRole('img', { name: /^Tidslinje från/ }),
    asTable: time.getByRole('button', { name: 'Visa som tabell' }),
    actions,
    /** A row of the list of åtgärder. */
    action: (what: string) =>
      actions.getByRole('row').filter({ has: page.getByRole('button', { name: what, exact: true }) }),
    heading: (name: string) => actions.getByRole('columnheader', { name }),
    status: (what: string) => actions.getByRole('combobox', { name: `Status för ${what}` }),
    followUp: (what: string) => actions.getByRole('textbox', { name: `Följs upp, ${what}` }),
    /** Opens the menu of exports and takes a format of an edition. */
    exportAs: async (edition: 'Hela översikten' | 'För arbetsgivaren', format: string) => {
      await page.getByRole('button', { name: 'Exportera översikten' }).click()
      await page.getByRole('group', { name: edition }).getByRole('menuitem', { name: format }).click()
    },
  }
}
