import { z } from 'zod'
import { personRoles } from '../case/actors.ts'
import { type Aktivitet, aktivitetKinds, aktivitetSchema, aktivitetStatuses } from '../case/rows.ts'
import { translate } from '../text/index.ts'
import { base } from './base.ts'
import { type Column, isBlank, optionsOf, rowsOf } from './columns.ts'
import { isBefore } from './date.ts'
import { defineField } from './define.ts'
import { type Finding, type RowPlace, rowPlace } from './place.ts'
import { tableOf } from './said.ts'

/** The columns of an FK-aktivitet, in the order of the form. */
export const aktivitetColumns = {
  what: {
    holds: 'text',
    of: (row) => row.what,
    label: 'fields.aktivitet.what',
    heading: 'journal.column.aktivitet',
  },
  kind: {
    holds: 'choice',
    of: (row) => row.kind,
    options: optionsOf(aktivitetKinds, (kind) => `lists.aktivitetKind.${kind}`),
    label: 'fields.aktivitet.kind',
    heading: 'journal.column.kind',
  },
  counterpart: {
    holds: 'choice',
    of: (row) => row.counterpart,
    options: optionsOf(personRoles, (role) => `lists.actor.${role}`),
    label: 'fields.aktivitet.counterpart',
    heading: 'journal.column.counterpart',
  },
  status: {
    holds: 'choice',
    of: (row) => row.status,
    options: optionsOf(aktivitetStatuses, (status) => `lists.aktivitetStatus.${status}`),
    label: 'fields.aktivitet.status',
    heading: 'journal.column.status',
    width: 'third',
  },
  date: {
    holds: 'date',
    of: (row) => row.date,
    label: 'fields.aktivitet.date',
    heading: 'journal.column.date',
  },
  followUp: {
    holds: 'date',
    of: (row) => row.followUp,
    label: 'fields.aktivitet.followUp',
    heading: 'journal.column.followUp',
  },
  outcome: {
    holds: 'text',
    of: (row) => row.outcome,
    label: 'fields.aktivitet.outcome',
    heading: 'journal.column.outcome',
  },
} as const satisfies Record<Exclude<keyof Aktivitet, 'id'>, Column<Aktivitet>>

const rows = rowsOf<Aktivitet, keyof typeof aktivitetColumns>(aktivitetColumns)

/** One FK-aktivitet: what or at least its kind, and dates that exist and follow each other. */
function checkAktivitet(
  aktivitet: Aktivitet,
  kinds: readonly string[] | undefined,
  place: RowPlace,
): Finding[] {
  const { what, kind, date, followUp } = aktivitet
  const found: Finding[] = []
  const { problem } = rows
  if (isBlank(what) && kind === undefined)
    found.push(problem('falt/rad-vad', 'error', 'rules.field.aktivitetWhat', place, 'what', [place.remove()]))
  if (kind && kinds && !kinds.includes(kind))
    found.push(problem('falt/val', 'error', 'rules.field.rowKind', place, 'kind'))
  found.push(...rows.checkDates(aktivitet, place))
  if (isBefore(followUp, date))
    found.push(problem('falt/rad-ordning', 'warning', 'rules.field.aktivitetFollowUp', place, 'followUp'))
  return found
}

/** Rows of Försäkringskassan's own steps, headed so that nobody takes them for insatser (001:4401-4405). */
export const aktiviteter = defineField(
  {
    schema: z.strictObject({
      ...base,
      type: z.literal('aktiviteter'),
      kinds: z.array(z.enum(aktivitetKinds)).optional(),
    }),
    answer: z.array(aktivitetSchema),
  },
  {
    check: (answer, { kinds, label }, { stored }) =>
      answer.flatMap((aktivitet, index) =>
        checkAktivitet(aktivitet, kinds, rowPlace(label, stored, index, aktivitet.id)),
      ),
    ownWords: rows.ownWords,
    rows: (answer, _field, { language }) => rows.rows(answer, language),
    say: (answer, _field, { language }) => {
      const columns = rows.said(
        language,
        'what',
        'kind',
        'counterpart',
        'date',
        'followUp',
        'status',
        'outcome',
      )
      return {
        as: 'tables',
        tables: tableOf(columns, answer, translate(language, 'journal.table.aktiviteter')),
      }
    },
  },
)
