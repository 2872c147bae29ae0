import { useCallback, useMemo } from 'react'
import { type Insats, insatsSchema } from '../../shared/case/rows.ts'
import { usualInsatser } from '../../shared/case/usual-rows.ts'
import { cellText } from '../../shared/fields/columns.ts'
import { readAs } from '../../shared/fields/index.ts'
import { insatsColumns } from '../../shared/fields/insatser.ts'
import type { Value } from '../../shared/fields/json.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { ColumnRows } from './column-rows.tsx'
import type { FieldControl, FieldProps } from './define.ts'
import { useFieldContext } from './field-context.ts'

const line = ['what', 'performer', 'from', 'to', 'followUp', 'status']

/** Who the usual insatser of an employer's plan are performed by: the employer, and who it engages or agrees with. */
const inPlan = ['arbetsgivare', 'foretagshalsovard', 'den-forsakrade']

const read = (value: Value) => readAs('insatser', value)
const create = (id: Insats['id'], what?: string): Insats => (what === undefined ? { id } : { id, what })
const nameOf = ({ what = '' }: Insats) => what

function Insatser(props: FieldProps<'insatser'>) {
  const t = useT()
  const language = useLanguage()
  const { template } = useFieldContext()
  const { kinds } = props.field
  const bank = useMemo(
    () =>
      usualInsatser
        .filter(({ performer }) => template.kind !== 'arbetsgivarens-plan' || inPlan.includes(performer))
        .filter(({ kind }) => kind === undefined || (kinds?.includes(kind) ?? true))
        .map(({ what, performer, kind }) => ({
          text: what[language],
          detail: t(`lists.actor.${performer}`),
          make: (id: Insats['id']): Insats => ({
            id,
            what: what[language],
            performer: { actor: performer },
            ...(kind === undefined ? {} : { kind }),
            status: 'planerad',
          }),
        })),
    [template, kinds, language, t],
  )
  /** That an insats is missing, and why, is seen without opening it (000:351-353). */
  const asideOf = useCallback(
    (row: Insats) => {
      if (row.status !== 'behovs-men-saknas') return undefined
      const reason = cellText(insatsColumns.missingReason, row, language)
      const why = [reason, row.missingComment ?? ''].filter((part) => part !== '').join(': ')
      return t('fields.insats.missing', { why: why === '' ? t('fields.insats.missing.unsaid') : why })
    },
    [language, t],
  )
  return (
    <ColumnRows<Insats>
      {...props}
      columns={insatsColumns}
      line={line}
      schema={insatsSchema}
      read={read}
      create={create}
      bank={bank}
      keepIn="purpose"
      item="fields.insats"
      itemWithin="fields.insats.within"
      nameOf={nameOf}
      asideOf={asideOf}
    />
  )
}

/** Insatser: what, by whom, when, to what end, and those that are needed but missing with the reason. */
export const insatser: FieldControl<'insatser'> = {
  composite: () => true,
  rows: true,
  control: (props) => <Insatser {...props} />,
}
