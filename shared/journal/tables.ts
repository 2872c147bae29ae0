import type { Aktivitet, Consent, Insats } from '../case/rows.ts'
import type { Answer, Answers } from '../note/answers.ts'
import type { Field } from '../template/field.ts'
import { inLanguage, type Language, type TextKey, translate } from '../text/index.ts'
import type { EntryContext } from './context.ts'
import type { JournalBlock } from './entry.ts'
import { paragraphsOf, printableLine } from './printable.ts'
import { actorText, cellText, simpleSaid } from './said.ts'

interface Column<Row> {
  label: string
  cell(row: Row): string
}

const text = (value: string | undefined) => paragraphsOf(value ?? '').join('\n')

/** A table of what rows say; rows and columns in which nothing is said leave no trace. */
function tableOf<Row>(label: string, columns: readonly Column<Row>[], rows: readonly Row[]): JournalBlock[] {
  const cells = rows
    .map((row) => columns.map((column) => column.cell(row)))
    .filter((row) => row.some((cell) => cell !== ''))
  const used = columns.map((_, index) => cells.some((row) => row[index] !== ''))
  if (cells.length === 0) return []
  return [
    {
      type: 'table',
      label,
      columns: columns.filter((_, index) => used[index]).map((column) => column.label),
      rows: cells.map((row) => row.filter((_, index) => used[index])),
    },
  ]
}

const columnIn =
  (language: Language) =>
  <Row>(key: TextKey, cell: (row: Row) => string): Column<Row> => ({ label: translate(language, key), cell })

/** Consents, one actor a row. */
export function consentTable(language: Language, label: string, rows: readonly Consent[]): JournalBlock[] {
  const column = columnIn(language)
  return tableOf<Consent>(
    label,
    [
      column('journal.kolumn.aktor', (row) => translate(language, `lists.actor.${row.actor}`)),
      column('journal.kolumn.samtycke', (row) => translate(language, `lists.consent.${row.consent}`)),
      column('journal.kolumn.datum', (row) => text(row.date)),
    ],
    rows,
  )
}

/**
 * Insatser as two tables: those that are agreed or under way, and apart from them those that are needed but
 * missing, each with its reason (000:351-353).
 */
export function insatsTables(language: Language, label: string, rows: readonly Insats[]): JournalBlock[] {
  const column = columnIn(language)
  const missing = ({ status }: Insats) => status === 'behovs-men-saknas'
  const what = [
    column<Insats>('journal.kolumn.insats', (row) => text(row.what)),
    column<Insats>('journal.kolumn.slag', (row) =>
      row.kind === undefined ? '' : translate(language, `lists.insatsKind.${row.kind}`),
    ),
    column<Insats>('journal.kolumn.utforare', (row) => actorText(language, row.performer ?? {})),
  ]
  const when = [
    column<Insats>('journal.kolumn.fran', (row) => text(row.from)),
    column<Insats>('journal.kolumn.till', (row) => text(row.to)),
    column<Insats>('journal.kolumn.syfte', (row) => text(row.purpose)),
    column<Insats>('journal.kolumn.foljs-upp', (row) => text(row.followUp)),
  ]
  const status = column<Insats>('journal.kolumn.status', (row) =>
    row.status === undefined ? '' : translate(language, `lists.insatsStatus.${row.status}`),
  )
  const reason = column<Insats>('journal.kolumn.skal', (row) =>
    [
      row.missingReason === undefined ? '' : translate(language, `lists.missingReason.${row.missingReason}`),
      text(row.missingComment),
    ]
      .filter((part) => part !== '')
      .join(': '),
  )
  return [
    ...tableOf(
      label,
      [...what, ...when, status],
      rows.filter((row) => !missing(row)),
    ),
    ...tableOf(
      translate(language, 'journal.tabell.saknas'),
      [...what, reason, ...when],
      rows.filter(missing),
    ),
  ]
}

/** FK-aktiviteter, headed so that nobody takes them for insatser (domain.md D12). */
export function aktivitetTable(
  language: Language,
  label: string,
  rows: readonly Aktivitet[],
): JournalBlock[] {
  const column = columnIn(language)
  return tableOf<Aktivitet>(
    translate(language, 'journal.tabell.aktiviteter', { label }),
    [
      column('journal.kolumn.aktivitet', (row) => text(row.what)),
      column('journal.kolumn.slag', (row) =>
        row.kind === undefined ? '' : translate(language, `lists.aktivitetKind.${row.kind}`),
      ),
      column('journal.kolumn.med', (row) => actorText(language, { actor: row.counterpart })),
      column('journal.kolumn.datum', (row) => text(row.date)),
      column('journal.kolumn.foljs-upp', (row) => text(row.followUp)),
      column('journal.kolumn.status', (row) =>
        row.status === undefined ? '' : translate(language, `lists.aktivitetStatus.${row.status}`),
      ),
      column('journal.kolumn.resultat', (row) => text(row.outcome)),
    ],
    rows,
  )
}

/** A repeated group, one row each; what a row hides is left out. */
export function groupTable(
  { language, evaluator }: Pick<EntryContext, 'language' | 'evaluator'>,
  label: string,
  group: Extract<Field, { type: 'group' }>,
  rows: Answer<'group'>,
): JournalBlock[] {
  const fields = group.fields.filter((field) => field.journal?.omit !== true)
  return tableOf<Answers>(
    label,
    fields.map((field) => ({
      label: printableLine(inLanguage(language, field.journal?.label ?? field.label)),
      cell: (answers) =>
        evaluator.row(group.fields, answers).visible(field)
          ? cellText(simpleSaid(language, field, answers))
          : '',
    })),
    rows.map((row) => row.answers),
  )
}
