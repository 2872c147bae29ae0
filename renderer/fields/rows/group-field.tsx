import type { Answer, AnswerField, AnswerType } from '../../../shared/fields/index.ts'
import { opsOf, readAs } from '../../../shared/fields/index.ts'
import { conditionsOf } from '../../../shared/note/conditions.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { useLanguage, useT } from '../../base/use-t.ts'
import type { AnswerValue } from '../../note-model/session/note-session.ts'
import { useFieldContext, useFieldMarkers } from '../field-context.ts'
import { FieldFrame } from '../field-frame.tsx'
import { isGroup, SimpleControl } from '../simple-control.tsx'
import { toJson } from '../to-json.ts'
import { Cell } from './cell.tsx'
import { RowList } from './row-list.tsx'
import { useRows } from './use-rows.ts'

type GroupFieldDef = Extract<AnswerField, { type: 'group' }>
type GroupRow = Answer<'group'>[number]

const readGroup = (raw: AnswerValue | undefined): readonly GroupRow[] =>
  raw === undefined ? [] : (readAs('group', raw) ?? [])

/** A repeated group: rows of simple fields, whose conditions may ask for the row's own answers. */
export function GroupField({ field }: { field: GroupFieldDef }) {
  const language = useLanguage()
  const rows = useRows(field.id, readGroup)
  const markers = useFieldMarkers(field.id)
  const item = field.item[language]
  return (
    <FieldFrame field={field} group rows>
      {({ labelId }) => (
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
              onChange={(id, value) =>
                rows.change(row.id, (before) => {
                  const { [id]: _gone, ...rest } = before.answers
                  return {
                    ...before,
                    answers: value === undefined ? rest : { ...before.answers, [id]: toJson(value) },
                  }
                })
              }
            />
          )}
        </RowList>
      )}
    </FieldFrame>
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
  field: GroupFieldDef
  idPrefix: string
  row: GroupRow
  markers: readonly Marker[]
  onChange: (field: GroupFieldDef['fields'][number]['id'], value: unknown) => void
}

function GroupRowView({ field, idPrefix, row, markers, onChange }: RowProps) {
  const t = useT()
  const language = useLanguage()
  const { session, template, details, today } = useFieldContext()
  const inRow = conditionsOf(template, session.answers(), { case: details, today }).row(
    opsOf(field).columns,
    row.answers,
  )
  return (
    <div className="field-row-grid">
      {field.fields.filter(inRow.visible).map((each) => (
        <Cell
          key={each.id}
          id={`${idPrefix}-${row.id}-${each.id}`}
          column={each.id}
          label={each.label[language]}
          obligatory={inRow.obligatory(each) ? t('fields.obligatory') : undefined}
          markers={markers}
          width="whole"
          group={isGroup(each)}
          help={each.help?.[language]}
        >
          {(ties) => (
            <SimpleControl
              field={each}
              ties={ties}
              binding={{
                read: <T extends AnswerType>(type: T) => readAs(type, row.answers[each.id]),
                write: (value) => onChange(each.id, value),
              }}
            />
          )}
        </Cell>
      ))}
    </div>
  )
}
