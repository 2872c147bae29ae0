import { useMemo } from 'react'
import { type Aktivitet, aktivitetSchema } from '../../shared/case/rows.ts'
import { usualAktiviteter } from '../../shared/case/usual-rows.ts'
import { aktivitetColumns } from '../../shared/fields/aktiviteter.ts'
import { readAs } from '../../shared/fields/index.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { ColumnRows } from './column-rows.tsx'
import type { FieldControl, FieldProps } from './define.ts'

const line = ['what', 'counterpart', 'date', 'followUp', 'status']

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
  return (
    <ColumnRows<Aktivitet>
      {...props}
      columns={aktivitetColumns}
      line={line}
      schema={aktivitetSchema}
      read={(value) => readAs('aktiviteter', value)}
      create={(id, what) => (what === undefined ? { id } : { id, what })}
      bank={bank}
      keepIn="outcome"
      item="fields.aktivitet"
      itemWithin="fields.aktivitet"
      nameOf={({ what, kind }) => what ?? (kind === undefined ? '' : t(`lists.aktivitetKind.${kind}`))}
    />
  )
}

/** What Försäkringskassan does itself: a list of its own, never among the insatser. */
export const aktiviteter: FieldControl<'aktiviteter'> = {
  composite: () => true,
  rows: true,
  control: (props) => <Aktiviteter {...props} />,
}
