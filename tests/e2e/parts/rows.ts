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
  const rows = root.getByRole('group', { name: new RegExp(`^${item} \\d`) })
  const add = root.getByRole('button', { name: `Lägg till ${item.toLowerCase()}` })
  return { root, rows, add, row: (index: number) => rows.nth(index) }
}

/** The rows of a field of insatser: who does what until when. */
export function insatser(note: Locator, label = 'Insatser') {
  const rows = rowsOf(note, label, 'Insats')
  return {
    ...rows,
    fill: (index: number, input: InsatsInput) => fillInsats(rows.row(index), input),
    addRow: async (input: InsatsInput) => {
      const before = await rows.rows.count()
      await rows.add.click()
      await rows.row(before).waitFor()
      await fillInsats(rows.row(before), input)
    },
  }
}

async function fillInsats(row: Locator, input: InsatsInput): Promise<void> {
  const { write, suggest, select } = fieldsOf(row)
  if (input.what !== undefined) await write('Vad ska göras?', input.what)
  if (input.performer !== undefined) await suggest('Vem utför?', input.performer)
  if (input.kind !== undefined) await select('Slag', input.kind)
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
