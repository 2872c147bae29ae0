import type { RowId } from '../../shared/case/ids.ts'
import { ROW_TEXT_CHARS } from '../../shared/case/rows.ts'
import type { Column } from '../../shared/fields/columns.ts'
import type { Value } from '../../shared/fields/json.ts'
import type { Marker } from '../../shared/note/marker.ts'
import type { TextKey } from '../../shared/text/index.ts'
import type { ControlProps, ControlTies } from '../base/controls.tsx'
import { SelectInput } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import { DateInput } from './date.tsx'
import { useFieldMarkers } from './field-context.ts'
import { ColumnFrame } from './field-frame.tsx'
import { PerformerInput } from './performer.tsx'
import { RowList } from './row-list.tsx'
import { TextInput } from './text-input.tsx'
import { useRows } from './use-rows.ts'

interface Props<Row> extends ControlProps<Row[]> {
  field: { id: string; kinds?: readonly string[] | undefined }
  columns: Readonly<Record<string, Column<Row>>>
  read: (value: Value) => readonly Row[] | undefined
  create: (id: RowId) => Row
  /** What one row is called, and the same in the middle of a sentence. */
  item: TextKey
  itemWithin: TextKey
  /** What a row is about, in a few words. */
  nameOf: (row: Row) => string
}

/** Rows of a type that has a table of columns: each row a card with the columns in their order. */
export function ColumnRows<Row extends { id: RowId }>(props: Props<Row>) {
  const { field, columns, labelId, value, read, create, item, itemWithin, nameOf } = props
  const t = useT()
  const rows = useRows(field.id, value ?? [], read)
  const markers = useFieldMarkers(field.id)
  return (
    <RowList
      labelId={labelId}
      rows={rows}
      markers={markers}
      item={t(item)}
      itemWithin={t(itemWithin)}
      nameOf={nameOf}
      create={create}
    >
      {(row, own) => (
        <div className="field-row-grid">
          {Object.entries(columns).map(([id, column]) =>
            column.shown?.(row) === false ? null : (
              <ColumnView
                key={id}
                id={id}
                column={column}
                row={row}
                kinds={field.kinds}
                idPrefix={labelId}
                markers={own}
                onChange={(cell) => rows.change(row.id, (before) => ({ ...before, [id]: cell }))}
              />
            ),
          )}
        </div>
      )}
    </RowList>
  )
}

interface ColumnProps<Row> {
  id: string
  column: Column<Row>
  row: Row
  /** The kinds that the field offers; all where it does not say. */
  kinds: readonly string[] | undefined
  idPrefix: string
  markers: readonly Marker[]
  onChange: (value: unknown) => void
}

const widths = { text: 'whole', performer: 'whole', choice: 'half', date: 'third' } as const

function ColumnView<Row extends { id: RowId }>(props: ColumnProps<Row>) {
  const { id, column, row, idPrefix, markers } = props
  const t = useT()
  return (
    <ColumnFrame
      id={`${idPrefix}-${row.id}-${id}`}
      column={id}
      label={t(column.label)}
      markers={markers}
      width={column.width ?? widths[column.holds]}
    >
      {(ties) => <ColumnInput {...props} ties={ties} />}
    </ColumnFrame>
  )
}

function ColumnInput<Row>({
  id,
  column,
  row,
  kinds,
  ties,
  onChange,
}: ColumnProps<Row> & { ties: ControlTies }) {
  const t = useT()
  switch (column.holds) {
    case 'text':
      return <TextInput {...ties} value={column.of(row)} limit={ROW_TEXT_CHARS} onChange={onChange} />
    case 'date':
      return <DateInput {...ties} value={column.of(row)} onChange={onChange} />
    case 'performer':
      return <PerformerInput {...ties} value={column.of(row)} onChange={onChange} />
    case 'choice': {
      const offered = column.options.filter(
        ({ value }) => id !== 'kind' || kinds === undefined || kinds.includes(value),
      )
      return (
        <SelectInput
          {...ties}
          value={column.of(row)}
          options={offered.map(({ value, label }) => ({ value, label: t(label) }))}
          empty={t('fields.choose')}
          onChange={onChange}
        />
      )
    }
  }
}
