import type { Locator } from '@playwright/test'
import { fieldsOf } from './note-editor.ts'

export interface InsatsInput {
  readonly what?: string
  readonly performer?: string
  readonly kind?: string
  readonly status?: string
  readonly missingReason?: string
  readonly from?: string
  readonly to?: string
  readonly followUp?: string
}

function rowsOf(note: Locator, label: string, item: string) {
  const root = note.getByRole('group', { name: label, exact: true })
  const grid = root.getByRole('grid', { name: label, exact: true })
  const lines = grid.getByRole('row').filter({ has: note.page().getByRole('rowheader') })
  const line = (index: number) => lines.nth(index)
  /** The chosen row, opened below the table. */
  const panel = root.getByRole('group', { name: new RegExp(`^${item} \\d`) })
  return {
    root,
    grid,
    lines,
    line,
    panel,
    cell: (index: number, name: string) => line(index).getByRole('gridcell', { name }),
    add: root.getByRole('button', { name: `Lägg till ${item.toLowerCase().replace('fk', 'FK')}` }),
    usual: root.getByRole('combobox', { name: /^Ny / }),
    /** Chooses a row, which opens it. */
    open: async (index: number) => {
      await line(index).getByRole('rowheader').click()
      await panel.waitFor()
      return panel
    },
  }
}

/** The rows of a field of insatser: who does what until when. */
export function insatser(note: Locator, label = 'Insatser') {
  const rows = rowsOf(note, label, 'Insats')
  return {
    ...rows,
    fill: async (index: number, input: InsatsInput) => fillInsats(await rows.open(index), input),
    addRow: async (input: InsatsInput) => {
      const before = await rows.lines.count()
      await rows.add.click()
      await rows.line(before).waitFor()
      await fillInsats(rows.panel, input)
    },
  }
}

async function fillInsats(row: Locator, input: InsatsInput): Promise<void> {
  const { write, suggest, select } = fieldsOf(row)
  if (input.what !== undefined) await write('Vad ska göras?', input.what)
  if (input.performer !== undefined) await suggest('Vem utför?', input.performer)
  if (input.kind !== undefined) await select('Typ', input.kind)
  if (input.status !== undefined) await select('Status', input.status)
  if (input.missingReason !== undefined) await select('Varför saknas insatsen?', input.missingReason)
  if (input.from !== undefined) await write('Från', input.from)
  if (input.to !== undefined) await write('Till', input.to)
  if (input.followUp !== undefined) await write('Följs upp', input.followUp)
}

/** The rows of Försäkringskassan's own steps. */
export function aktiviteter(note: Locator, label = 'FK-aktiviteter') {
  return rowsOf(note, label, 'FK-aktivitet')
}

/** Consents to cooperation: an answer for each actor. */
export function consents(note: Locator, label = 'Samtycke till samverkan') {
  const root = note.getByRole('group', { name: label, exact: true })
  return {
    root,
    answer: (actor: string, answer: 'Ja' | 'Nej' | 'Inte tillfrågad') =>
      root
        .getByRole('radiogroup', { name: actor, exact: true })
        .getByRole('radio', { name: answer, exact: true })
        .check(),
    date: (actor: string) => root.getByRole('textbox', { name: `Datum för svaret: ${actor}` }),
  }
}
