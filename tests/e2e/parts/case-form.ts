import type { Page } from '@playwright/test'

export interface CaseInput {
  readonly number: string
  readonly name: string
  readonly personnummer: string
  readonly employer: string
  readonly organisationNumber: string
  readonly firstSickDay: string
  readonly extent: '100 %' | '75 %' | '50 %' | '25 %'
  readonly expectedLength: 'Minst 60 dagar' | 'Kortare än 60 dagar' | 'Går inte att säga ännu'
  readonly assignedTo?: string
}

/** The form of a case. */
export function caseForm(page: Page) {
  const root = page.getByRole('form', { name: /^(Nytt ärende|Redigera ärende)/ })
  const field = (name: string) => root.getByRole('textbox', { name, exact: true }).first()
  const save = () => root.getByRole('button', { name: /^(Skapa ärendet|Spara ändringarna)$/ }).click()
  return {
    root,
    field,
    alert: root.getByRole('alert'),
    save,
    fill: async (input: CaseInput) => {
      await field('Ärendenummer').fill(input.number)
      await root
        .getByRole('group', { name: 'Sysselsättning' })
        .getByRole('radio', { name: 'Anställd' })
        .check()
      await field('Namn').fill(input.name)
      await field('Personnummer').fill(input.personnummer)
      await field('Arbetsgivare').fill(input.employer)
      await field('Organisationsnummer').fill(input.organisationNumber)
      await field('Första sjukdag').fill(input.firstSickDay)
      await root.getByRole('radio', { name: input.extent }).check()
      await root.getByRole('radio', { name: input.expectedLength }).check()
      if (input.assignedTo !== undefined) await field('Handläggare').fill(input.assignedTo)
    },
    addPerson: async (name: string, role: string, title: string) => {
      await root.getByRole('button', { name: 'Lägg till person' }).click()
      const row = root.getByRole('group', { name: /^Person \d/ }).last()
      await row.getByRole('textbox', { name: 'Namn' }).fill(name)
      await row.getByRole('combobox', { name: 'Tillhör' }).selectOption(role)
      await row.getByRole('textbox', { name: /^Titel/ }).fill(title)
    },
  }
}
