import { personRoles } from '../../../shared/case/actors.ts'
import {
  type Aktivitet,
  aktivitetKinds,
  aktivitetStatuses,
  ROW_TEXT_CHARS,
} from '../../../shared/case/rows.ts'
import type { AnswerField } from '../../../shared/fields/index.ts'
import { readAs } from '../../../shared/fields/index.ts'
import type { Marker } from '../../../shared/note/marker.ts'
import { useT } from '../../base/use-t.ts'
import type { AnswerValue } from '../../note-model/session/note-session.ts'
import { SelectControl } from '../choice-control.tsx'
import { DateControl } from '../date-control.tsx'
import { useFieldMarkers } from '../field-context.ts'
import { FieldFrame } from '../field-frame.tsx'
import { TextControl } from '../text-control.tsx'
import { Cell } from './cell.tsx'
import { RowList } from './row-list.tsx'
import { useRows } from './use-rows.ts'

type AktiviteterFieldDef = Extract<AnswerField, { type: 'aktiviteter' }>

const readAktiviteter = (raw: AnswerValue | undefined): readonly Aktivitet[] =>
  raw === undefined ? [] : (readAs('aktiviteter', raw) ?? [])

/** What Försäkringskassan does itself: a list of its own, never among the insatser. */
export function AktiviteterField({ field }: { field: AktiviteterFieldDef }) {
  const t = useT()
  const rows = useRows(field.id, readAktiviteter)
  const markers = useFieldMarkers(field.id)
  return (
    <FieldFrame field={field} group rows>
      {({ labelId }) => (
        <RowList
          labelId={labelId}
          rows={rows}
          markers={markers}
          item={t('fields.aktivitet')}
          itemWithin={t('fields.aktivitet')}
          nameOf={(row) => row.what ?? (row.kind === undefined ? '' : t(`lists.aktivitetKind.${row.kind}`))}
          create={(id) => ({ id })}
        >
          {(row, own) => (
            <AktivitetRow
              field={field}
              idPrefix={labelId}
              row={row}
              markers={own}
              onChange={(change) => rows.change(row.id, (before) => ({ ...before, ...change }))}
            />
          )}
        </RowList>
      )}
    </FieldFrame>
  )
}

interface RowProps {
  field: AktiviteterFieldDef
  idPrefix: string
  row: Aktivitet
  markers: readonly Marker[]
  onChange: (change: Partial<Aktivitet>) => void
}

function AktivitetRow({ field, idPrefix, row, markers, onChange }: RowProps) {
  const t = useT()
  const cell = (column: keyof Aktivitet) => ({ id: `${idPrefix}-${row.id}-${column}`, column, markers })
  const kinds = field.kinds ?? aktivitetKinds
  const text = (column: 'what' | 'outcome', label: string) => (
    <Cell {...cell(column)} label={label} width="whole">
      {(ties) => (
        <TextControl
          {...ties}
          value={row[column]}
          limit={ROW_TEXT_CHARS}
          onChange={(value) => onChange({ [column]: value })}
        />
      )}
    </Cell>
  )
  const date = (column: 'date' | 'followUp', label: string) => (
    <Cell {...cell(column)} label={label}>
      {(ties) => (
        <DateControl {...ties} value={row[column]} onChange={(value) => onChange({ [column]: value })} />
      )}
    </Cell>
  )
  return (
    <div className="field-row-grid">
      {text('what', t('fields.aktivitet.what'))}
      <Cell {...cell('kind')} width="half" label={t('fields.aktivitet.kind')}>
        {(ties) => (
          <SelectControl
            {...ties}
            value={row.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`lists.aktivitetKind.${kind}`) }))}
            empty={t('fields.choose')}
            onChange={(value) => onChange({ kind: aktivitetKinds.find((kind) => kind === value) })}
          />
        )}
      </Cell>
      <Cell {...cell('counterpart')} width="half" label={t('fields.aktivitet.counterpart')}>
        {(ties) => (
          <SelectControl
            {...ties}
            value={row.counterpart}
            options={personRoles.map((role) => ({ value: role, label: t(`lists.actor.${role}`) }))}
            empty={t('fields.choose')}
            onChange={(value) => onChange({ counterpart: personRoles.find((role) => role === value) })}
          />
        )}
      </Cell>
      <Cell {...cell('status')} label={t('fields.aktivitet.status')}>
        {(ties) => (
          <SelectControl
            {...ties}
            value={row.status}
            options={aktivitetStatuses.map((status) => ({
              value: status,
              label: t(`lists.aktivitetStatus.${status}`),
            }))}
            empty={t('fields.choose')}
            onChange={(value) => onChange({ status: aktivitetStatuses.find((status) => status === value) })}
          />
        )}
      </Cell>
      {date('date', t('fields.aktivitet.date'))}
      {date('followUp', t('fields.aktivitet.followUp'))}
      {text('outcome', t('fields.aktivitet.outcome'))}
    </div>
  )
}
