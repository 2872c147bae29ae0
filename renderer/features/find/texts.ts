import type { RowId } from '../../../shared/case/ids.ts'
import { actorText } from '../../../shared/fields/actor.ts'
import { aktivitetColumns } from '../../../shared/fields/aktiviteter.ts'
import type { Column } from '../../../shared/fields/columns.ts'
import { type AnswerField, holdsAnswer, opsOf, readAs } from '../../../shared/fields/index.ts'
import { insatsColumns } from '../../../shared/fields/insatser.ts'
import { plainText } from '../../../shared/fields/rich-blocks.ts'
import { shortText } from '../../../shared/fields/said.ts'
import type { Where } from '../../../shared/note/marker.ts'
import type { ReadNote } from '../../../shared/note/read-note.ts'
import { type Language, translate } from '../../../shared/text/index.ts'

/** A text that an answer says, and where in the note it stands. */
export interface PlacedText {
  readonly where: Where
  /** What the field is called. */
  readonly label: string
  readonly text: string
}

/** Everything that the answers of a note say, in document order: own words, chosen options, names and dates, row by row. */
export function textsOf(read: ReadNote, language: Language): PlacedText[] {
  return read.shown().flatMap(({ field }) => (holdsAnswer(field) ? textsIn(read, field, language) : []))
}

function textsIn(read: ReadNote, field: AnswerField, language: Language): PlacedText[] {
  const label = field.label[language]
  const value = read.note.answers[field.id]
  const placed = (text: string, at: Pick<Where, 'row' | 'column'> = {}): PlacedText[] =>
    text === '' ? [] : [{ where: { field: field.id, ...at }, label, text }]
  const cells = <Row extends { id: RowId }>(columns: Columns<Row>, rows: readonly Row[] = []) =>
    rows.flatMap((row) =>
      Object.entries(columns).flatMap(([column, each]) =>
        placed(cellText(each, row, language), { row: row.id, column }),
      ),
    )
  if (field.type === 'text') return placed(readAs('text', value) ?? '')
  if (field.type === 'rich-text') return placed(plainText(readAs('rich-text', value) ?? { blocks: [] }))
  if (field.type === 'insatser') return cells(insatsColumns, readAs('insatser', value))
  if (field.type === 'aktiviteter') return cells(aktivitetColumns, readAs('aktiviteter', value))
  if (field.type !== 'group') return placed(shortText(read.say(field)))
  return (readAs('group', value) ?? []).flatMap((row) =>
    opsOf(field).columns.flatMap((column) =>
      placed(shortText(column.say(row.answers[column.field.id], read.scope)), {
        row: row.id,
        column: column.field.id,
      }),
    ),
  )
}

type Columns<Row> = Readonly<Record<string, Column<Row>>>

function cellText<Row>(column: Column<Row>, row: Row, language: Language): string {
  switch (column.holds) {
    case 'text':
    case 'date':
      return column.of(row) ?? ''
    case 'performer':
      return actorText(language, column.of(row) ?? {})
    case 'choice': {
      const value = column.of(row)
      const option = column.options.find((each) => each.value === value)
      return option === undefined ? '' : translate(language, option.label)
    }
  }
}
