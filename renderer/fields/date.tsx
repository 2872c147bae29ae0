import { useMemo } from 'react'
import type { DateOrigin } from '../../shared/case/date-words.ts'
import type { ControlProps } from '../base/controls.tsx'
import { DateEntry } from './date-entry.tsx'
import type { FieldControl } from './define.ts'
import { useFieldContext } from './field-context.ts'

/** What the dates of this note are counted from. */
export function useDateOrigin(): DateOrigin {
  const { today, details } = useFieldContext()
  const { firstSickDay } = details
  return useMemo(() => ({ today, firstSickDay }), [today, firstSickDay])
}

/** A date in a note, typed or in words; "dag 180" is counted in the case. */
export function DateInput({ id, value, onChange, invalid, describedBy }: ControlProps<string>) {
  return (
    <DateEntry
      id={id}
      value={value ?? ''}
      origin={useDateOrigin()}
      invalid={invalid}
      describedBy={describedBy}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  )
}

/** A date. */
export const date: FieldControl<'date'> = { control: (props) => <DateInput {...props} /> }
