import { readDateText } from '../../shared/case/date-text.ts'
import { ariaOf, type ControlProps } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import type { FieldControl } from './define.ts'
import { useFieldContext } from './field-context.ts'

/**
 * A date, typed. ÅÅÅÅ-MM-DD, or in short (20260203, 3/2, igår), which becomes ÅÅÅÅ-MM-DD when the field is left.
 * What names no date is kept as it was typed, and the check says so.
 */
export function DateInput({ id, value, onChange, ...ties }: ControlProps<string>) {
  const t = useT()
  const { today } = useFieldContext()
  const settle = () => {
    const read = value === undefined ? undefined : readDateText(value, today)
    if (read !== undefined && read !== value) onChange(read)
  }
  return (
    <input
      id={id}
      className="form-input form-date"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('fields.date.placeholder')}
      title={t('fields.date.hint')}
      maxLength={40}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
      {...ariaOf(ties)}
    />
  )
}

/** A date. */
export const date: FieldControl<'date'> = { control: (props) => <DateInput {...props} /> }
