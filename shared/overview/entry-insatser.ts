import type { Insats } from '../case/rows.ts'
import { actorText } from '../fields/actor.ts'
import { type SaidColumn, tableOf } from '../fields/said.ts'
import type { JournalBlock, JournalSection } from '../journal/entry.ts'
import type { CaseInsats } from '../note/case-insatser.ts'
import { type Language, messageText, type TextKey, translate } from '../text/index.ts'
import { paragraphsOf, printableLine } from '../text/printable.ts'
import type { SideRow } from './match.ts'
import type { Need } from './needs.ts'
import type { Goal, Overview } from './overview.ts'

/** A table as a block; none where it has no rows. */
export function tableBlock<Row>(
  label: string,
  columns: readonly SaidColumn<Row>[],
  rows: readonly Row[],
): JournalBlock[] {
  return tableOf(columns, rows).map(({ columns: headings, rows: cells }) => ({
    type: 'table',
    label,
    columns: headings,
    rows: cells,
  }))
}

/** From and to, as they were written. */
export function periodText(language: Language, { from, to }: Insats): string {
  const [begins, ends] = [printableLine(from ?? ''), printableLine(to ?? '')]
  if (begins !== '' && ends !== '')
    return translate(language, 'journal.period.between', { from: begins, to: ends })
  if (begins !== '') return translate(language, 'journal.period.from', { from: begins })
  return ends === '' ? '' : translate(language, 'journal.period.to', { to: ends })
}

/** How an insats stands, with the reason where it is missing. */
export function statusText(language: Language, { status, missingReason, missingComment }: Insats): string {
  if (status === undefined) return ''
  const word = translate(language, `lists.insatsStatus.${status}`)
  if (status !== 'behovs-men-saknas') return word
  const reason = missingReason && translate(language, `lists.missingReason.${missingReason}`)
  const why = [reason, printableLine(missingComment ?? '')].filter(Boolean).join(': ')
  return why === '' ? word : `${word} (${why})`
}

const whatText = ({ what }: Insats) => paragraphsOf(what ?? '').join('\n')

/** An insats in a few lines of a cell. */
function cellOf(language: Language, insats: CaseInsats | undefined): string {
  if (!insats) return ''
  const { row } = insats
  return [
    whatText(row),
    actorText(language, row.performer ?? {}),
    [periodText(language, row), statusText(language, row)].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join('\n')
}

/** A table's columns by the key of their heading. */
export const columnsIn = (language: Language) =>
  function column<Row>(heading: TextKey, cell: (row: Row) => string): SaidColumn<Row> {
    return { heading: translate(language, heading), cell }
  }

function goalBlock(language: Language, key: TextKey, goal: Goal | undefined): JournalBlock[] {
  return goal === undefined ? [] : [{ type: 'answer', label: translate(language, key), text: goal.text }]
}

/** Plan beside planering: what each aims at, and insats by insats. */
export function sideSection({ language, goals, sides, remarks }: Overview): JournalSection {
  const column = columnsIn(language)
  const noted = (insats: CaseInsats | undefined) =>
    (insats && remarks.get(insats))?.map(({ message }) => messageText(language, message)) ?? []
  return {
    title: translate(language, 'overview.sides'),
    blocks: [
      ...goalBlock(language, 'overview.goal.plan', goals.plan),
      ...goalBlock(language, 'overview.goal.planering', goals.planering),
      ...(goals.differ
        ? [
            {
              type: 'answer',
              label: translate(language, 'overview.goal.differ.label'),
              text: translate(
                language,
                goals.isEmployerInformed ? 'overview.goal.differ.informed' : 'overview.goal.differ',
              ),
            } as const,
          ]
        : []),
      ...tableBlock<SideRow>(
        translate(language, 'overview.sides.table'),
        [
          column('lists.kind.arbetsgivarens-plan', ({ plan }) => cellOf(language, plan)),
          column('lists.kind.planering', ({ planering }) => cellOf(language, planering)),
          column('overview.column.remarks', ({ plan, planering }) =>
            [...new Set([...noted(plan), ...noted(planering)])].join('\n'),
          ),
        ],
        sides,
      ),
    ],
  }
}

/** What is needed, what meets it, and what is missing. */
export function needSection({ language, needs }: Overview): JournalSection {
  const column = columnsIn(language)
  const named = (insatser: readonly CaseInsats[]) => insatser.map(({ row }) => whatText(row)).join('\n')
  const { position, description } = needs
  return {
    title: translate(language, 'overview.needs'),
    blocks: [
      ...(position
        ? [
            {
              type: 'answer',
              label: translate(language, 'overview.needs.position', { date: position.date }),
              text: position.result,
            } as const,
          ]
        : []),
      ...(description === undefined
        ? []
        : [
            {
              type: 'text',
              label: translate(language, 'overview.needs.description'),
              paragraphs: paragraphsOf(description),
            } as const,
          ]),
      ...tableBlock<Need>(
        translate(language, 'overview.needs.table'),
        [
          column('overview.column.need', ({ label }) => printableLine(label)),
          column('overview.column.met', ({ met, missing }) =>
            met.length > 0
              ? named(met)
              : translate(
                  language,
                  missing.length > 0 ? 'overview.needs.onlyMissing' : 'overview.needs.none',
                ),
          ),
          column('overview.column.missing', ({ missing }) => named(missing)),
        ],
        needs.needs,
      ),
      ...tableBlock<CaseInsats>(
        translate(language, 'journal.table.missing'),
        [
          column('journal.column.insats', ({ row }) => whatText(row)),
          column('journal.column.missingReason', ({ row: { missingReason, missingComment } }) =>
            [
              missingReason && translate(language, `lists.missingReason.${missingReason}`),
              printableLine(missingComment ?? ''),
            ]
              .filter(Boolean)
              .join(': '),
          ),
          column('journal.column.followUp', ({ row }) => printableLine(row.followUp ?? '')),
        ],
        needs.missing,
      ),
    ],
  }
}

/** Every insats of plan and planering as one list, as they were first written. */
export function actionSection({ language, insatser }: Overview): JournalSection {
  const column = columnsIn(language)
  return {
    title: translate(language, 'overview.actions'),
    blocks: tableBlock<CaseInsats>(
      translate(language, 'overview.actions.table'),
      [
        column('journal.column.insats', ({ row }) => whatText(row)),
        column('overview.column.owner', ({ owner }) => translate(language, `overview.owner.${owner}`)),
        column('journal.column.performer', ({ row }) => actorText(language, row.performer ?? {})),
        column('overview.column.time', ({ row }) => periodText(language, row)),
        column('journal.column.followUp', ({ row }) => printableLine(row.followUp ?? '')),
        column('journal.column.status', ({ row }) => statusText(language, row)),
        column('journal.column.effect', ({ row: { effect } }) =>
          effect === undefined ? '' : translate(language, `lists.insatsEffect.${effect}`),
        ),
      ],
      insatser,
    ),
  }
}
