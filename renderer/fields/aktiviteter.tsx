import { useCallback, useMemo } from 'react'
import { type Aktivitet, aktivitetSchema } from '../../shared/case/rows.ts'
import { usualAktiviteter } from '../../shared/case/usual-rows.ts'
import { aktivitetColumns } from '../../shared/fields/aktiviteter.ts'
import { readAs } from '../../shared/fields/index.ts'
import type { Value } from '../../shared/fields/json.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { ColumnRows } from './column-rows.tsx'
import type { FieldControl, FieldProps } from './define.ts'

const line = ['what', 'counterpart', 'date', 'followUp', 'status']

const read = (value: Value) => readAs('aktiviteter', value)
const create = (id: Aktivitet['id'], what?: string): Aktivitet => (what === undefined ? { id } : { id, what })

function Aktiviteter(props: FieldProps<'aktiviteter'>) {
  const t = useT()
  const language = useLanguage()
  const { kinds } = props.field
  const bank = useMemo(
    () =>
      usualAktiviteter
        .filter(({ kind }) => kinds?.includes(kind) ?? true)
        .map(({ what, kind, counterpart }) => ({
          text: what[language],
          detail: counterpart === undefined ? '' : t(`lists.actor.${counterpart}`),
          make: (id: Aktivitet['id']): Aktivitet => ({
            id,
            what: what[language],
            kind,
            ...(counterpart === undefined ? {} : { counterpart }),
            status: 'planerad',
          }),
        })),
    [kinds, language, t],
  )
  const nameOf = useCallback(
    ({ what, kind }: Aktivitet) => what ?? (kind === undefined ? '' : t(`lists.aktivitetKind.${kind}`)),
    [t],
  )
  return (
    <ColumnRows<Aktivitet>
      {...props}
      columns={aktivitetColumns}
      line={line}
      schema={aktivitetSchema}
      read={read}
      create={create}
      bank={bank}
      keepIn="outcome"
      item="fields.aktivitet"
      itemWithin="fields.aktivitet"
      nameOf={nameOf}
    />
  )
}

/** What Försäkringskassan does itself: a list of its own, never among the insatser. */
export const aktiviteter: FieldControl<'aktiviteter'> = {
  composite: () => true,
  rows: true,
  control: (props) => <Aktiviteter {...props} />,
}
