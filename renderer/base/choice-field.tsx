import { useId } from 'react'
import { FieldError } from './text-field.tsx'

/** One of a few: radio buttons under a legend. */
export function ChoiceField<T extends string | number>(props: {
  label: string
  name: string
  value: T | undefined
  options: readonly { readonly value: T; readonly label: string }[]
  onChange: (value: T) => void
  error?: string | undefined
  hint?: string
}) {
  const id = useId()
  return (
    <fieldset className="form-field" aria-describedby={props.error === undefined ? undefined : `${id}-error`}>
      <legend>{props.label}</legend>
      <div className="form-choices">
        {props.options.map(({ value, label }) => (
          <label key={value} className="form-choice">
            <input
              type="radio"
              name={`${id}-${props.name}`}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {props.hint === undefined ? null : <div className="form-hint">{props.hint}</div>}
      {props.error === undefined ? null : <FieldError id={`${id}-error`} text={props.error} />}
    </fieldset>
  )
}
