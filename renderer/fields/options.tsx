import type { ReactNode } from 'react'
import { Icon } from '../base/icon.tsx'
import { useT } from '../base/use-t.ts'
import { ariaOf, type ControlProps } from './define.ts'

interface RadiosProps extends ControlProps<string> {
  options: readonly { value: string; label: string; help?: string | undefined }[]
  children?: ReactNode
}

/** Radio buttons of which none need be chosen; a chosen one can be taken back. */
export function Radios({ id, labelId, value, onChange, options, children, ...ties }: RadiosProps) {
  const t = useT()
  return (
    <div className="field-options" role="radiogroup" aria-labelledby={labelId} {...ariaOf(ties)}>
      {options.map((option, index) => (
        <div key={option.value} className="field-option-row">
          <label className="field-option">
            <input
              id={index === 0 ? id : `${id}-${option.value}`}
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.help === undefined ? null : <span className="field-option-help">{option.help}</span>}
            </span>
          </label>
          {option.value === value ? (
            <ClearButton label={t('fields.clear')} onClear={() => onChange(undefined)} />
          ) : null}
        </div>
      ))}
      {children}
    </div>
  )
}

/** Takes an answer back. */
export function ClearButton({ label, onClear }: { label: string; onClear: () => void }) {
  const t = useT()
  return (
    <button
      type="button"
      className="icon-button"
      title={t('fields.clear')}
      aria-label={label}
      onClick={onClear}
    >
      <Icon name="close" />
    </button>
  )
}

interface SelectProps extends ControlProps<string> {
  options: readonly { value: string; label: string }[]
  empty: string
}

/** A list to choose one from, or none. */
export function SelectInput({ id, value, onChange, options, empty, ...ties }: SelectProps) {
  const unknown = value !== undefined && options.every((option) => option.value !== value)
  return (
    <select
      id={id}
      className="field-input field-select"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      {...ariaOf(ties)}
    >
      <option value="">{empty}</option>
      {unknown ? <option value={value}>{value}</option> : null}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
