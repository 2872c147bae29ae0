import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useT } from './use-t.ts'

/** What a control needs to be tied to its label, help and messages. */
export interface ControlTies {
  /** Of the element that takes the focus. */
  id: string
  /** Of the label above. */
  labelId: string
  invalid: boolean
  /** Ids of help and messages. */
  describedBy: string | undefined
}

/** What every control gets, wherever it stands. */
export interface ControlProps<A> extends ControlTies {
  value: A | undefined
  /** Undefined takes the answer away. */
  onChange: (value: A | undefined) => void
}

/** The aria attributes of a control that is one element. */
export function ariaOf(props: Pick<ControlTies, 'invalid' | 'describedBy'>) {
  return { 'aria-invalid': props.invalid || undefined, 'aria-describedby': props.describedBy }
}

/** The ties of a control that shows no messages of its own, beside one that does. */
export function plainTies(id: string): ControlTies {
  return { id, labelId: `${id}-label`, invalid: false, describedBy: undefined }
}

interface RadiosProps extends ControlProps<string> {
  options: readonly { value: string; label: string; help?: string | undefined }[]
  children?: ReactNode
}

/** Radio buttons of which none need be chosen; a chosen one can be taken back. */
export function Radios({ id, labelId, value, onChange, options, children, ...ties }: RadiosProps) {
  const t = useT()
  return (
    <div className="form-options" role="radiogroup" aria-labelledby={labelId} {...ariaOf(ties)}>
      {options.map((option, index) => (
        <div key={option.value} className="form-choice-row">
          <label className="form-choice">
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
              {option.help === undefined ? null : <span className="form-hint">{option.help}</span>}
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
  options: readonly { readonly value: string; readonly label: string }[]
  /** What stands first and means none; left out where one must be chosen. */
  empty?: string
}

/** One of many: the system's own list, which every user and every screen reader knows. */
export function SelectInput({ id, value, onChange, options, empty, ...ties }: SelectProps) {
  const unknown = value !== undefined && options.every((option) => option.value !== value)
  return (
    <select
      id={id}
      className="form-input"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      {...ariaOf(ties)}
    >
      {empty === undefined ? null : <option value="">{empty}</option>}
      {unknown ? <option value={value}>{value}</option> : null}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few values, as buttons beside each other: what is pressed acts at once. */
export function Segments<Value extends string>({ label, value, options, onChange }: SegmentsProps<Value>) {
  return (
    <fieldset className="form-segments" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="form-segment"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  )
}

/** A small control beside another, with its own label. */
export function Beside(props: { id: string; label: string; children: (ties: ControlTies) => ReactNode }) {
  const ties = plainTies(props.id)
  return (
    <div className="form-field">
      <label className="form-label form-label-small" id={ties.labelId} htmlFor={ties.id}>
        {props.label}
      </label>
      {props.children(ties)}
    </div>
  )
}
