import type { IsoDate } from '../../../../shared/case/dates.ts'
import { readDateText } from '../../../base/date-text.ts'
import { TextField } from '../../../base/text-field.tsx'
import { useT } from '../../../base/use-t.ts'

/** A date, typed; what was typed in short becomes ÅÅÅÅ-MM-DD when the field is left, and what is no date stays as it is. */
export function DateField(props: {
  label: string
  name: string
  today: IsoDate
  value: string
  onChange: (value: string) => void
  hint?: string
  /** Said where the date is later than today, which may be right. */
  futureHint?: string
  error: string | undefined
  optional?: boolean
}) {
  const t = useT()
  const date = readDateText(props.value, props.today)
  const future = props.futureHint !== undefined && date !== undefined && date > props.today
  const hint = future ? props.futureHint : props.hint
  return (
    <div className="case-date">
      <TextField
        label={props.label}
        name={props.name}
        value={props.value}
        onChange={props.onChange}
        onBlur={() => {
          if (date !== undefined && date !== props.value) props.onChange(date)
        }}
        placeholder={t('cases.field.date.placeholder')}
        inputMode="numeric"
        error={props.error}
        optional={props.optional === true}
        hint={hint}
      />
    </div>
  )
}
