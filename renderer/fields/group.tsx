import type { FieldId } from '../../shared/fields/base.ts'
import { type Answer, opsOf, readAs } from '../../shared/fields/index.ts'
import type { Value } from '../../shared/fields/json.ts'
import { toJson } from '../../shared/fields/json.ts'
import type { Marker } from '../../shared/note/marker.ts'
import { useLanguage } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'
import { useFieldMarkers, useNoteReading } from './field-context.ts'
import { ColumnFrame } from './field-frame.tsx'
import { RowList } from './row-list.tsx'
import { isComposite, simpleControl } from './simple.ts'
import { useRows } from './use-rows.ts'

type GroupDef = FieldProps<'group'>['field']
type GroupRow = Answer<'group'>[number]

const readGroup = (stored: Value) => readAs('group', stored)

function Group({ field, labelId, value }: FieldProps<'group'>) {
  const language = useLanguage()
  const rows = useRows<GroupRow>(field.id, value ?? [], readGroup)
  const markers = useFieldMarkers(field.id)
  const item = field.item[language]
  const change = (row: GroupRow, column: FieldId, answer: unknown) =>
    rows.change(row.id, (before) => {
      const { [column]: _gone, ...rest } = before.answers
      return { ...before, answers: answer === undefined ? rest : { ...rest, [column]: toJson(answer) } }
    })
  return (
    <RowList
      labelId={labelId}
      rows={rows}
      markers={markers}
      item={item.charAt(0).toUpperCase() + item.slice(1)}
      itemWithin={item}
      nameOf={rowText}
      create={(id) => ({ id, answers: {} })}
    >
      {(row, own) => (
        <GroupRowView
          field={field}
          idPrefix={labelId}
          row={row}
          markers={own}
          onChange={(column, answer) => change(row, column, answer)}
        />
      )}
    </RowList>
  )
}

/** The first short text of a row, to name it by. */
function rowText(row: GroupRow): string {
  for (const value of Object.values(row.answers)) {
    if (typeof value === 'string') return value.slice(0, 60)
    if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
      return value.name
  }
  return ''
}

interface RowProps {
  field: GroupDef
  idPrefix: string
  row: GroupRow
  markers: readonly Marker[]
  onChange: (column: FieldId, answer: unknown) => void
}

type GroupColumn = GroupDef['fields'][number]

/**
 * The columns that a row shows, and which of them must be answered. Their conditions may ask for any field of the
 * note: whatever is answered there, the row is drawn anew when one of them turns.
 */
function useShownColumns(field: GroupDef, row: GroupRow): { column: GroupColumn; obligatory: boolean }[] {
  const turned = useNoteReading(({ scope }) => {
    const { visible, obligatory } = scope.row(opsOf(field).columns, row.answers)
    return field.fields
      .flatMap((column, index) => (visible(column) ? [`${index}${obligatory(column) ? '!' : ''}`] : []))
      .join(' ')
  })
  const states = (turned ?? '').split(' ')
  return field.fields.flatMap((column, index) => {
    const obligatory = states.includes(`${index}!`)
    return obligatory || states.includes(`${index}`) ? [{ column, obligatory }] : []
  })
}

function GroupRowView({ field, idPrefix, row, markers, onChange }: RowProps) {
  const language = useLanguage()
  const shown = useShownColumns(field, row)
  return (
    <div className="field-row-grid">
      {shown.map(({ column, obligatory }) => (
        <ColumnFrame
          key={column.id}
          id={`${idPrefix}-${row.id}-${column.id}`}
          column={column.id}
          label={column.label[language]}
          obligatory={obligatory}
          markers={markers}
          width="whole"
          composite={isComposite(column.type, column)}
          help={column.help?.[language]}
        >
          {(ties) =>
            simpleControl(column.type, {
              ...ties,
              field: column,
              value: readAs(column.type, row.answers[column.id]),
              onChange: (answer) => onChange(column.id, answer),
            })
          }
        </ColumnFrame>
      ))}
    </div>
  )
}

/** A repeated group: rows of simple fields, whose conditions may ask for the row's own answers. */
export const group: FieldControl<'group'> = {
  composite: () => true,
  rows: true,
  control: (props) => <Group {...props} />,
}
