import { dequal } from 'dequal/lite'
import { type KeyboardEvent, memo } from 'react'
import type { RowId } from '../../shared/case/ids.ts'
import { type Performer, ROW_TEXT_CHARS } from '../../shared/case/rows.ts'
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
  const t = useT()
  return (
    <fieldset className="field-row" data-row={row.id} aria-label={title} onKeyDown={props.onKeyDown}>
      <div className="field-row-head">
        <span className="field-row-title">
          {heading}
          {taken === undefined ? null : (
            <span className="rows-taken-words">
              <Icon name="reply" />
              {taken}
            </span>
          )}
        </span>
        <span className="rows-keys">{t('fields.rows.keys.short')}</span>
        <RowButtons title={title} index={index} count={count} run={run} />
      </div>
      <div className="field-row-grid">
        {Object.entries(columns).map(([id, column]) =>
          column.shown?.(row) === false ? null : (
            <ColumnView
              key={id}
              id={id}
              domId={`${idPrefix}-${row.id}-${id}`}
              column={column}
              value={column.of(row)}
              kinds={kinds}
              markers={markers}
              onChange={onChange}
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

interface ColumnProps {
  id: string
  /** Unique in the page. */
  domId: string
  column: Column<never>
  value: string | Performer | undefined
  kinds: readonly string[] | undefined
  markers: readonly Marker[]
  onChange: (column: string, value: unknown) => void
}

const widths = { text: 'whole', performer: 'third', choice: 'third', date: 'third' } as const

/** A column with its label and messages; drawn anew only when what it says has changed. */
const ColumnView = memo(function ColumnView(props: ColumnProps) {
  const { id, domId, column, markers } = props
  const t = useT()
  return (
    <ColumnFrame
      id={domId}
      column={id}
      label={t(column.label)}
      markers={markers}
      width={column.width ?? widths[column.holds]}
    >
      {(ties) => <ColumnInput {...props} ties={ties} />}
    </ColumnFrame>
  )
}, dequal)

function ColumnInput({ id, column, value, kinds, ties, onChange }: ColumnProps & { ties: ControlTies }) {
  const t = useT()
  const text = typeof value === 'string' ? value : undefined
  const change = (next: unknown) => onChange(id, next)
  switch (column.holds) {
    case 'text':
      return <TextInput {...ties} value={text} limit={ROW_TEXT_CHARS} onChange={change} />
    case 'date':
      return <DateInput {...ties} value={text} onChange={change} />
    case 'performer':
      return (
        <PerformerInput {...ties} value={typeof value === 'object' ? value : undefined} onChange={change} />
      )
    case 'choice': {
      const offered = column.options.filter((option) =>
        id === 'kind' && kinds !== undefined ? kinds.includes(option.value) : true,
      )
      return (
        <SelectInput
          {...ties}
          value={text}
          options={offered.map((option) => ({ value: option.value, label: t(option.label) }))}
          empty={t('fields.choose')}
          onChange={change}
        />
      )
    }
  }
}
