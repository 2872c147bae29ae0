import { z } from 'zod'
import {
  type Insats,
  insatsAims,
  insatsEffects,
  insatsKinds,
  insatsSchema,
  insatsStatuses,
  missingReasons,
} from '../case/rows.ts'
import { translate } from '../text/index.ts'
import { base } from './base.ts'
import { type Column, isBlank, optionsOf, rowsOf } from './columns.ts'
import { isBefore } from './date.ts'
import { defineField } from './define.ts'
import { type Finding, type RowPlace, rowPlace } from './place.ts'
import { tableOf } from './said.ts'

const isMissing = ({ status }: Insats) => status === 'behovs-men-saknas'
/** What came of it is asked for once it has begun. */
const hasBegun = ({ status }: Insats) => status === 'pagar' || status === 'genomford' || status === 'avbruten'

/** The columns of an insats, in the order of the form. */
export const insatsColumns = {
  what: {
    holds: 'text',
    of: (row) => row.what,
    label: 'fields.insats.what',
    heading: 'journal.column.insats',
  },
  performer: {
    holds: 'performer',
    of: (row) => row.performer,
    label: 'fields.insats.performer',
    heading: 'journal.column.performer',
  },
  kind: {
    holds: 'choice',
    of: (row) => row.kind,
    options: optionsOf(insatsKinds, (kind) => `lists.insatsKind.${kind}`),
    label: 'fields.insats.kind',
    heading: 'journal.column.kind',
  },
  status: {
    holds: 'choice',
    of: (row) => row.status,
    options: optionsOf(insatsStatuses, (status) => `lists.insatsStatus.${status}`),
    label: 'fields.insats.status',
    heading: 'journal.column.status',
  },
  missingReason: {
    holds: 'choice',
    of: (row) => row.missingReason,
    options: optionsOf(missingReasons, (reason) => `lists.missingReason.${reason}`),
    label: 'fields.insats.missingReason',
    heading: 'journal.column.missingReason',
    width: 'whole',
    shown: isMissing,
  },
  missingComment: {
    holds: 'text',
    of: (row) => row.missingComment,
    shown: isMissing,
    label: 'fields.insats.missingComment',
    heading: 'journal.column.missingReason',
  },
  from: {
    holds: 'date',
    of: (row) => row.from,
    label: 'fields.insats.from',
    heading: 'journal.column.from',
  },
  to: { holds: 'date', of: (row) => row.to, label: 'fields.insats.to', heading: 'journal.column.to' },
  followUp: {
    holds: 'date',
    of: (row) => row.followUp,
    label: 'fields.insats.followUp',
    heading: 'journal.column.followUp',
  },
  purpose: {
    holds: 'text',
    of: (row) => row.purpose,
    label: 'fields.insats.purpose',
    heading: 'journal.column.purpose',
    width: 'wide',
  },
  aimsAt: {
    holds: 'choice',
    of: (row) => row.aimsAt,
    options: optionsOf(insatsAims, (aim) => `lists.insatsAim.${aim}`),
    label: 'fields.insats.aimsAt',
    heading: 'journal.column.aimsAt',
  },
  outcome: {
    holds: 'text',
    of: (row) => row.outcome,
    label: 'fields.insats.outcome',
    heading: 'journal.column.outcome',
    width: 'wide',
    shown: (row) => hasBegun(row) || !isBlank(row.outcome),
  },
  effect: {
    holds: 'choice',
    of: (row) => row.effect,
    options: optionsOf(insatsEffects, (effect) => `lists.insatsEffect.${effect}`),
    label: 'fields.insats.effect',
    heading: 'journal.column.effect',
    shown: (row) => hasBegun(row) || row.effect !== undefined,
  },
} as const satisfies Record<Exclude<keyof Insats, 'id'>, Column<Insats>>

const rows = rowsOf<Insats, keyof typeof insatsColumns>(insatsColumns)

/** Who performs it must be said, unless nobody can yet; "annan" is no answer without a name. */
function lacksPerformer(insats: Insats): boolean {
  const { performer } = insats
  if (isMissing(insats)) return false
  return isBlank(performer?.name) && (performer?.actor === undefined || performer.actor === 'annan')
}

/** One insats: what, by whom, when, and why where it is needed but missing (000:348-353). */
function checkInsats(insats: Insats, kinds: readonly string[] | undefined, place: RowPlace): Finding[] {
  const { what, kind, from, to, followUp, missingReason, missingComment } = insats
  const found: Finding[] = []
  const { problem } = rows
  if (isBlank(what))
    found.push(problem('falt/rad-vad', 'error', 'rules.field.insatsWhat', place, 'what', [place.remove()]))
  if (kind && kinds && !kinds.includes(kind))
    found.push(problem('falt/val', 'error', 'rules.field.rowKind', place, 'kind'))
  if (lacksPerformer(insats))
    found.push(problem('falt/rad-utforare', 'warning', 'rules.field.insatsPerformer', place, 'performer'))
  found.push(...rows.checkDates(insats, place))
  if (isBefore(to, from))
    found.push(problem('falt/rad-ordning', 'error', 'rules.field.insatsOrder', place, 'to'))
  if (isBefore(followUp, from))
    found.push(problem('falt/rad-ordning', 'warning', 'rules.field.insatsFollowUp', place, 'followUp'))
  if (!isMissing(insats)) return found
  if (missingReason === undefined)
    found.push(problem('falt/rad-skal', 'error', 'rules.field.insatsMissingReason', place, 'missingReason'))
  if (missingReason === 'annat' && isBlank(missingComment))
    found.push(problem('falt/egna-ord', 'warning', 'rules.field.insatsOtherReason', place, 'missingComment'))
  return found
}

/** Rows of insatser. */
export const insatser = defineField(
  {
    schema: z.strictObject({
      ...base,
      type: z.literal('insatser'),
      kinds: z.array(z.enum(insatsKinds)).optional(),
    }),
    answer: z.array(insatsSchema),
  },
  {
    check: (answer, { kinds, label }, { stored }) =>
      answer.flatMap((insats, index) =>
        checkInsats(insats, kinds, rowPlace(label, stored, index, insats.id)),
      ),
    ownWords: rows.ownWords,
    rows: (answer, _field, { language }) => rows.rows(answer, language),
    // Two tables: those that are agreed or under way, and apart from them those that are needed but missing,
    // each with its reason (000:351-353).
    say: (answer, _field, { language }) => {
      const what = rows.said(language, 'what', 'kind', 'performer')
      const when = rows.said(language, 'from', 'to', 'purpose', 'aimsAt', 'followUp')
      const [reason, comment] = rows.said(language, 'missingReason', 'missingComment')
      const why = {
        heading: translate(language, insatsColumns.missingReason.heading),
        cell: (row: Insats) =>
          [reason?.cell(row) ?? '', comment?.cell(row) ?? ''].filter((part) => part !== '').join(' – '),
      }
      const missing = translate(language, 'journal.table.missing')
      return {
        as: 'tables',
        tables: [
          ...tableOf(
            [...what, ...when, ...rows.said(language, 'status', 'outcome', 'effect')],
            answer.filter((row) => !isMissing(row)),
          ),
          ...tableOf([...what, why, ...when], answer.filter(isMissing), missing),
        ],
      }
    },
  },
)
