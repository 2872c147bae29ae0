import type { RowId } from '../case/ids.ts'
import type { Performer } from '../case/rows.ts'
import { type Language, localized, type TextKey, translate } from '../text/index.ts'
import { paragraphsOf } from '../text/printable.ts'
import { actorText } from './actor.ts'
import { checkDate } from './date.ts'
import type { SaidRow } from './define.ts'
import { type Json, storedRows, withMember } from './json.ts'
import { type Find, type OwnWords, replaced } from './own-words.ts'
import { type FieldFix, type Finding, finding, type RowPlace, type Severity } from './place.ts'
import type { SaidColumn } from './said.ts'

/** A column of typed rows: what it holds, and what it is called in the form and in the journal. */
export type Column<Row> = {
  label: TextKey
  heading: TextKey
  /** How much of the form's width it takes, where that is not as for all that hold the same. */
  width?: 'third' | 'wide' | 'whole'
  /** Whether the form asks for it in a row; always where it is not given. What is hidden is kept. */
  shown?: (row: Row) => boolean
} & (
  | { holds: 'text' | 'date'; of: (row: Row) => string | undefined }
  | { holds: 'choice'; of: (row: Row) => string | undefined; options: readonly ColumnOption[] }
  | { holds: 'performer'; of: (row: Row) => Performer | undefined }
)
export interface ColumnOption {
  value: string
  label: TextKey
}

/** The values of a closed list, each with its word. */
export function optionsOf<V extends string>(
  values: readonly V[],
  label: (value: V) => TextKey,
): ColumnOption[] {
  return values.map((value) => ({ value, label: label(value) }))
}

export const isBlank = (text: string | undefined) => text === undefined || text.trim() === ''

/** What one column of a row says, in words. */
export function cellText<Row>(column: Column<Row>, row: Row, language: Language): string {
  if (column.holds === 'performer') return actorText(language, column.of(row) ?? {})
  const value = column.of(row)
  if (column.holds !== 'choice') return paragraphsOf(value ?? '').join('\n')
  const option = column.options.find((one) => one.value === value)
  return option ? translate(language, option.label) : ''
}

/** What can be done with rows by the table of their columns alone. */
export function rowsOf<Row extends { id: RowId }, Id extends string>(
  columns: Readonly<Record<Id, Column<Row>>>,
) {
  const ids = Object.keys(columns).filter((id): id is Id => Object.hasOwn(columns, id))
  const texts = ids.flatMap((id) => {
    const column = columns[id]
    return column.holds === 'text' ? [{ id, of: column.of }] : []
  })
  const cell = (place: RowPlace, id: Id) => place.cell(id, localized(columns[id].label))

  return {
    /** Something wrong in a column; its message names the row. */
    problem: (
      rule: string,
      severity: Severity,
      key: TextKey,
      place: RowPlace,
      id: Id,
      fixes: readonly FieldFix[] = [],
    ): Finding => finding(rule, severity, [key, { row: place.name() }], cell(place, id), fixes),
    /** Dates that are none. */
    checkDates: (row: Row, place: RowPlace): Finding[] =>
      ids.flatMap((id) => {
        const column = columns[id]
        return column.holds === 'date' ? checkDate(column.of(row) ?? '', cell(place, id)) : []
      }),
    ownWords: {
      of: (rows: readonly Row[]): OwnWords[] =>
        rows.flatMap((row) =>
          texts.flatMap(({ id, of }) => {
            const text = of(row)
            return text === undefined ? [] : [{ text, row: row.id, column: id }]
          }),
        ),
      rewrite: (stored: Json, _field: unknown, find: Find): Json =>
        storedRows(stored).map((row) =>
          texts.reduce((done, { id }) => {
            const text = done[id]
            return typeof text === 'string'
              ? withMember(done, id, replaced(text, find, { row: row.id, column: id }))
              : done
          }, row),
        ),
    },
    /** Every column of every row, by the name that the form has for it. */
    rows: (rows: readonly Row[], language: Language): SaidRow[] =>
      rows.map((row) => ({
        id: row.id,
        cells: ids.map((id) => ({
          heading: translate(language, columns[id].label),
          text: cellText(columns[id], row, language),
          ownWords: columns[id].holds === 'text',
        })),
      })),
    /** Columns as the journal prints them, in this order. */
    said: (language: Language, ...wanted: readonly Id[]): SaidColumn<Row>[] =>
      wanted.map((id) => ({
        heading: translate(language, columns[id].heading),
        cell: (row) => cellText(columns[id], row, language),
      })),
  }
}
