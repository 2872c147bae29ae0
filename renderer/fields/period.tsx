import { Beside } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import { DateInput } from './date.tsx'
import type { FieldControl, FieldProps } from './define.ts'
import { useFieldContext } from './field-context.ts'

function Period({ id, labelId, value, onChange, invalid, describedBy }: FieldProps<'period'>) {
  const t = useT()
  const { removed } = useFieldContext()
  const { from, to, openEnd } = value ?? {}

  /** An open end and a last day take each other's place. */
  const put = (next: NonNullable<typeof value>) =>
    onChange(Object.values(next).every((part) => part === undefined) ? undefined : next)
  const open = (checked: boolean) => {
    put({ from, to: checked ? undefined : to, openEnd: checked ? true : undefined })
    if (checked && to !== undefined)
      removed(t('fields.period.endRemoved', { date: to }), () => onChange(value))
  }

  return (
    <fieldset className="form-line" aria-labelledby={labelId} aria-describedby={describedBy}>
      <Beside id={id} label={t('fields.period.from')}>
        {(ties) => (
          <DateInput
            {...ties}
            value={from}
            invalid={invalid}
            onChange={(day) => put({ from: day, to, openEnd })}
          />
        )}
      </Beside>
      <Beside id={`${id}-to`} label={t('fields.period.to')}>
        {(ties) => (
          <DateInput
            {...ties}
            value={to}
            invalid={invalid}
            onChange={(day) => put({ from, to: day, openEnd: day === undefined ? openEnd : undefined })}
          />
        )}
      </Beside>
      <label className="form-choice">
        <input type="checkbox" checked={openEnd === true} onChange={({ target }) => open(target.checked)} />
        {t('fields.period.openEnd')}
      </label>
    </fieldset>
  )
}

/** A period: two days, or one and until further notice. */
export const period: FieldControl<'period'> = {
  composite: () => true,
  control: (props) => <Period {...props} />,
}
