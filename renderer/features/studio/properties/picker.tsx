import { useId } from 'react'
import { useStudio } from '../studio-context.ts'

export interface PickedOption {
  readonly value: string
  readonly label: string
}

interface PickerProps {
  readonly label: string
  /** Whether the name is shown; else it is there for whoever listens, where what stands around says it. */
  readonly isShown?: boolean
  readonly value: string
  readonly options: readonly PickedOption[]
  readonly onPick: (value: string) => void
}

/** One of a list, beside others that say something together. What is no choice is shown as it is written. */
export function Picker({ label, isShown = false, value, options, onPick }: PickerProps) {
  const id = useId()
  const { isHeld } = useStudio()
  const isKnown = options.some((option) => option.value === value)
  const select = (
    <select
      id={id}
      className="form-input studio-picker"
      aria-label={isShown ? undefined : label}
      value={value}
      disabled={isHeld}
      onChange={({ target }) => onPick(target.value)}
    >
      {isKnown ? null : <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
  return isShown ? (
    <div className="studio-picked">
      <label className="studio-language-name" htmlFor={id}>
        {label}
      </label>
      {select}
    </div>
  ) : (
    select
  )
}
