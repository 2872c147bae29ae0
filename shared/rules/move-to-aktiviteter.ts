import type { Insats } from '../case/rows.ts'
import type { FieldOf } from '../fields/index.ts'
import { insatsColumns } from '../fields/insatser.ts'
import { type Json, storedRows } from '../fields/json.ts'
import type { Answers } from '../note/answers.ts'
import type { Fix } from '../note/marker.ts'
import { message, type TextKey, translate } from '../text/index.ts'
import { isBareForsakringskassan } from './text/performer.ts'

/** The most an aktivitet's outcome holds; what does not fit must not be moved by a fix. */
const LONGEST_OUTCOME = 2000

const statuses = {
  planerad: 'planerad',
  pagar: 'planerad',
  genomford: 'genomford',
  avbruten: 'installd',
  'behovs-men-saknas': 'planerad',
} as const

/** Statuses that an aktivitet does not have, so that they have to be told in words. */
const toldInWords = new Set<Insats['status']>(['pagar', 'avbruten', 'behovs-men-saknas'])

function labelled(label: TextKey, text: string | undefined): string[] {
  if (text === undefined || text.trim() === '') return []
  const name = translate('sv', label)
  return [`${name}${name.endsWith('?') ? '' : ':'} ${text.trim()}`]
}

/**
 * What an insats says that an aktivitet has no column for, a line each, so that a move loses nothing. In
 * Swedish, whatever the language of the interface: it becomes part of the note.
 */
function leftOver({ performer, kind, to, purpose, status, missingReason, missingComment }: Insats): string {
  const name = performer?.name ?? ''
  return [
    ...labelled(insatsColumns.performer.label, isBareForsakringskassan(name) ? undefined : name),
    ...labelled('rules.r1.with', performer?.actor && translate('sv', `lists.actor.${performer.actor}`)),
    ...labelled(insatsColumns.kind.label, kind && translate('sv', `lists.insatsKind.${kind}`)),
    ...labelled(insatsColumns.to.label, to),
    ...labelled(insatsColumns.purpose.label, purpose),
    ...labelled(
      insatsColumns.status.label,
      status && toldInWords.has(status) ? translate('sv', `lists.insatsStatus.${status}`) : undefined,
    ),
    ...labelled(
      insatsColumns.missingReason.label,
      missingReason && translate('sv', `lists.missingReason.${missingReason}`),
    ),
    ...labelled(insatsColumns.missingComment.label, missingComment),
  ].join('\n')
}

/** An id like the row's own that no other row of the list has. */
function freeId(wanted: string, taken: readonly Json[]): string {
  const isTaken = (id: string) =>
    taken.some((row) => typeof row === 'object' && row !== null && !Array.isArray(row) && row.id === id)
  let id = wanted
  for (let number = 2; isTaken(id); number += 1) id = `${wanted.slice(0, 58)}-${number}`
  return id
}

/**
 * A fix that moves an insats to the FK-aktiviteter of the same note in one step. Undefined where what is left
 * over would be too long for the aktivitet, or where the rows stored there cannot be read.
 */
export function moveToAktiviteter(
  insats: Insats,
  from: FieldOf<'insatser'>,
  to: FieldOf<'aktiviteter'>,
  answers: Answers,
): Fix | undefined {
  const outcome = leftOver(insats)
  const stored = answers[to.id]
  if (outcome.length > LONGEST_OUTCOME || (stored !== undefined && !Array.isArray(stored))) return undefined
  const aktiviteter = stored ?? []
  const { what, followUp, status } = insats
  const moved: Json = {
    id: freeId(insats.id, aktiviteter),
    ...(what === undefined ? {} : { what }),
    kind: 'annan',
    ...(insats.from === undefined ? {} : { date: insats.from }),
    ...(followUp === undefined ? {} : { followUp }),
    ...(status === undefined ? {} : { status: statuses[status] }),
    ...(outcome === '' ? {} : { outcome }),
  }
  const left = storedRows(answers[from.id]).filter((row) => row.id !== insats.id)
  return {
    kind: 'edit',
    title: message('rules.r1.move', { label: to.label }),
    changes: [
      left.length === 0 ? { field: from.id } : { field: from.id, value: left },
      { field: to.id, value: [...aktiviteter, moved] },
    ],
  }
}
