import type { Aktivitet } from '../../shared/case/rows.ts'
import { aktivitetColumns } from '../../shared/fields/aktiviteter.ts'
import { readAs } from '../../shared/fields/index.ts'
import { useT } from '../base/use-t.ts'
import { ColumnRows } from './column-rows.tsx'
import type { FieldControl, FieldProps } from './define.ts'

function Aktiviteter(props: FieldProps<'aktiviteter'>) {
  const t = useT()
  return (
    <ColumnRows<Aktivitet>
      {...props}
      columns={aktivitetColumns}
      read={(value) => readAs('aktiviteter', value)}
      create={(id) => ({ id })}
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
