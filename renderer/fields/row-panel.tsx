import type { KeyboardEvent } from 'react'
import type { RowId } from '../../shared/case/ids.ts'
import { ROW_TEXT_CHARS } from '../../shared/case/rows.ts'
import type { Column } from '../../shared/fields/columns.ts'
import type { Marker } from '../../shared/note/marker.ts'
import type { ControlTies } from '../base/controls.tsx'
import { SelectInput } from '../base/controls.tsx'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { DateInput } from './date.tsx'
import { ColumnFrame } from './field-frame.tsx'
import { FieldMessages } from './field-messages.tsx'
import { PerformerInput } from './performer.tsx'
import { RowButtons, type RowCommand } from './row-keys.tsx'
import { TextInput } from './text-input.tsx'

interface Props<Row> {
  row: Row
  index: number
  count: number
  /** "Insats 2: Fysioterapi", and without what it is about. */
  title: string
  heading: string
  taken: string | undefined
  columns: Readonly<Record<string, Column<Row>>>
  /** The kinds that the field offers; all where it does not say. */
  kinds: readonly string[] | undefined
  idPrefix: string
  markers: readonly Marker[]
  onChange: (column: string, value: unknown) => void
  run: (command: RowCommand) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** The chosen row, opened below the table: every column that it has, what is wrong with each, and what can be done with it. */
export function RowPanel<Row extends { id: RowId }>(props: Props<Row>) {
  const { row, index, count, title, heading, taken, columns, kinds, idPrefix, markers, onChange, run } = props
  return (
    <fieldset className="field-row" data-row={row.id} aria-label={title} onKeyDown={props.onKeyDown}>
      <div className="field-row-head">
        <span className="field-row-title">
          {heading}
          {taken === undefined ? null : (
            <span className="rows-taken-words">
              <Icon name="history" />
              {taken}
            </span>
          )}
        </span>
        <RowButtons title={title} index={index} count={count} run={run} />
      </div>
      <div className="field-row-grid">
        {Object.entries(columns).map(([id, column]) =>
          column.shown?.(row) === false ? null : (
            <ColumnView
              key={id}
              id={id}
              column={column}
              row={row}
              kinds={kinds}
              idPrefix={idPrefix}
              markers={markers}
              onChange={(value) => onChange(id, value)}
            />
          ),
        )}
      </div>
      <FieldMessages
        id={`${idPrefix}-${row.id}-messages`}
        markers={markers.filter((marker) => marker.where.column === undefined)}
      />
    </fieldset>
  )
}

interface ColumnProps<Row> {
  id: string
  column: Column<Row>
  row: Row
  kinds: readonly string[] | undefined
  idPrefix: string
  markers: readonly Marker[]
  onChange: (value: unknown) => void
}

const widths = { text: 'whole', performer: 'third', choice: 'third', date: 'third' } as const

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
