import type { Insats } from '../../shared/case/rows.ts'
import { readAs } from '../../shared/fields/index.ts'
import { insatsColumns } from '../../shared/fields/insatser.ts'
import { ColumnRows } from './column-rows.tsx'
import type { FieldControl } from './define.ts'

/** Insatser: what, by whom, when, to what end, and those that are needed but missing with the reason. */
export const insatser: FieldControl<'insatser'> = {
  composite: () => true,
  rows: true,
  control: (props) => (
    <ColumnRows<Insats>
      {...props}
      columns={insatsColumns}
      read={(value) => readAs('insatser', value)}
      create={(id) => ({ id })}
      item="fields.insats"
      itemWithin="fields.insats.within"
      nameOf={({ what = '' }) => what}
    />
  ),
}
