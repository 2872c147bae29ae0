import {
  type Insats,
  insatsKinds,
  insatsStatuses,
  missingReasons,
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
import { PerformerControl } from '../people-controls.tsx'
import { TextControl } from '../text-control.tsx'
import { Cell } from './cell.tsx'
import { RowList } from './row-list.tsx'
import { useRows } from './use-rows.ts'

type InsatserFieldDef = Extract<AnswerField, { type: 'insatser' }>

const readInsatser = (raw: AnswerValue | undefined): readonly Insats[] =>
  raw === undefined ? [] : (readAs('insatser', raw) ?? [])

/** Insatser: what, by whom, when, to what end, and those that are needed but missing with the reason. */
export function InsatserField({ field }: { field: InsatserFieldDef }) {
  const t = useT()
  const rows = useRows(field.id, readInsatser)
  const markers = useFieldMarkers(field.id)
  return (
    <FieldFrame field={field} group rows>
      {({ labelId }) => (
        <RowList
          labelId={labelId}
          rows={rows}
          markers={markers}
          item={t('fields.insats')}
          itemWithin={t('fields.insats.within')}
          nameOf={(row) => row.what ?? ''}
          create={(id) => ({ id })}
        >
          {(row, own) => (
            <InsatsRow
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
  field: InsatserFieldDef
  idPrefix: string
  row: Insats
  markers: readonly Marker[]
  onChange: (change: Partial<Insats>) => void
}

function InsatsRow({ field, idPrefix, row, markers, onChange }: RowProps) {
  const t = useT()
  const cell = (column: keyof Insats) => ({ id: `${idPrefix}-${row.id}-${column}`, column, markers })
  const kinds = field.kinds ?? insatsKinds
  const text = (column: 'what' | 'purpose' | 'missingComment', label: string) => (
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
  const date = (column: 'from' | 'to' | 'followUp', label: string) => (
    <Cell {...cell(column)} label={label}>
      {(ties) => (
        <DateControl {...ties} value={row[column]} onChange={(value) => onChange({ [column]: value })} />
      )}
    </Cell>
  )
  return (
    <div className="field-row-grid">
      {text('what', t('fields.insats.what'))}
      <Cell {...cell('performer')} label={t('fields.insats.performer')} width="whole">
        {(ties) => (
          <PerformerControl
            {...ties}
            value={row.performer}
            onChange={(performer) => onChange({ performer })}
          />
        )}
      </Cell>
      <Cell {...cell('kind')} width="half" label={t('fields.insats.kind')}>
        {(ties) => (
          <SelectControl
            {...ties}
            value={row.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`lists.insatsKind.${kind}`) }))}
            empty={t('fields.choose')}
            onChange={(value) => onChange({ kind: insatsKinds.find((kind) => kind === value) })}
          />
        )}
      </Cell>
      <Cell {...cell('status')} width="half" label={t('fields.insats.status')}>
        {(ties) => (
          <SelectControl
            {...ties}
            value={row.status}
            options={insatsStatuses.map((status) => ({
              value: status,
              label: t(`lists.insatsStatus.${status}`),
            }))}
            empty={t('fields.choose')}
            onChange={(value) => onChange({ status: insatsStatuses.find((status) => status === value) })}
          />
        )}
      </Cell>
      {row.status === 'behovs-men-saknas' ? (
        <>
          <Cell {...cell('missingReason')} label={t('fields.insats.missingReason')} width="whole">
            {(ties) => (
              <SelectControl
                {...ties}
                value={row.missingReason}
                options={missingReasons.map((reason) => ({
                  value: reason,
                  label: t(`lists.missingReason.${reason}`),
                }))}
                empty={t('fields.choose')}
                onChange={(value) =>
                  onChange({ missingReason: missingReasons.find((reason) => reason === value) })
                }
              />
            )}
          </Cell>
          {text('missingComment', t('fields.insats.missingComment'))}
        </>
      ) : null}
      {date('from', t('fields.insats.from'))}
      {date('to', t('fields.insats.to'))}
      {date('followUp', t('fields.insats.followUp'))}
      {text('purpose', t('fields.insats.purpose'))}
    </div>
  )
}
