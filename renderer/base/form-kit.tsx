import { type HTMLInputTypeAttribute, type ReactNode, type Ref, useId } from 'react'
import { type ControlTies, plainTies, SelectInput } from './controls.tsx'
import { Icon } from './icon.tsx'
import { useT } from './use-t.ts'
import './theme/form.css'

interface LabelledProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
}

/** Label above, hint and error below a control of the frame's forms, tied to it for screen readers. */
export function Labelled(props: LabelledProps & { children: (ties: ControlTies) => ReactNode }) {
  const id = useId()
  const t = useT()
  const { label, hint, error, optional = false, children } = props
  const described = [
    hint === undefined ? undefined : `${id}-hint`,
    error === undefined ? undefined : `${id}-error`,
  ].filter((part) => part !== undefined)
  return (
    <div className="form-field">
      <label className="form-label" id={`${id}-label`} htmlFor={id}>
        {label}
        {optional ? <span className="form-aside"> {t('frame.optional')}</span> : null}
      </label>
      {children({
        id,
        labelId: `${id}-label`,
        invalid: error !== undefined,
        describedBy: described.length === 0 ? undefined : described.join(' '),
      })}
      {hint === undefined ? null : (
        <div className="form-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error === undefined ? null : <InputError id={`${id}-error`} text={error} />}
    </div>
  )
}

/** A labelled input of the frame's forms. */
export function TextField(
  props: LabelledProps & {
    value: string
    onChange: (value: string) => void
    onBlur?: () => void
    type?: HTMLInputTypeAttribute
    placeholder?: string
    autoComplete?: string
    inputMode?: 'numeric' | 'text'
    name: string
    inputRef?: Ref<HTMLInputElement>
  },
) {
  return (
    <Labelled {...props}>
      {({ id, invalid, describedBy }) => (
        <input
          id={id}
          ref={props.inputRef}
          className="form-input"
          name={props.name}
          type={props.type ?? 'text'}
          value={props.value}
          placeholder={props.placeholder}
          autoComplete={props.autoComplete ?? 'off'}
          inputMode={props.inputMode}
          spellCheck={false}
          aria-invalid={invalid}
          aria-required={props.optional !== true}
          aria-describedby={describedBy}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onBlur}
        />
      )}
    </Labelled>
  )
}

/** What is wrong with a field, below it. */
export function InputError({ id, text }: { id?: string; text: string }) {
  return (
    <div className="form-error" id={id}>
      <Icon name="error" />
      <span>{text}</span>
    </div>
  )
}

/** Why something is not the user's to choose. */
export function GovernedHint({ id, text }: { id?: string; text: string }) {
  return (
    <div className="form-hint form-governed" id={id}>
      <Icon name="shield" />
      <span>{text}</span>
    </div>
  )
}

/** A labelled list, of which one is always chosen. */
export function SelectField<T extends string>(props: {
  label: string
  value: T
  options: readonly { readonly value: T; readonly label: string }[]
  onChange: (value: T) => void
  /** The id of what stands near it and says why it is wrong. */
  invalidBy?: string | undefined
}) {
  const { invalidBy } = props
  const ties = { ...plainTies(useId()), invalid: invalidBy !== undefined, describedBy: invalidBy }
  return (
    <div className="form-field">
      <label className="form-label" id={ties.labelId} htmlFor={ties.id}>
        {props.label}
      </label>
      <SelectInput
        {...ties}
        value={props.value}
        options={props.options}
        onChange={(value) => {
          const chosen = props.options.find((option) => option.value === value)
          if (chosen !== undefined) props.onChange(chosen.value)
        }}
      />
    </div>
  )
}

/** One of a few: radio buttons under a legend. */
export function ChoiceField<T extends string | number>(props: {
  label: string
  name: string
  value: T | undefined
  options: readonly { readonly value: T; readonly label: string }[]
  onChange: (value: T) => void
  error?: string | undefined
  hint?: string
  /** Why it is not the user's to choose: the choice is shown, can be reached, and stays as it is. */
  governed?: string | undefined
}) {
  const id = useId()
  const described = [
    props.governed === undefined ? undefined : `${id}-governed`,
    props.error === undefined ? undefined : `${id}-error`,
  ].filter((part) => part !== undefined)
  return (
    <fieldset
      className="form-field"
      aria-describedby={described.length === 0 ? undefined : described.join(' ')}
    >
      <legend>{props.label}</legend>
      <div className="form-choices">
        {props.options.map(({ value, label }) => (
          <label key={value} className="form-choice">
            <input
              type="radio"
              name={`${id}-${props.name}`}
              value={value}
              checked={props.value === value}
              aria-disabled={props.governed !== undefined || undefined}
              aria-describedby={props.governed === undefined ? undefined : `${id}-governed`}
              onChange={() => props.governed === undefined && props.onChange(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {props.hint === undefined ? null : <div className="form-hint">{props.hint}</div>}
      {props.governed === undefined ? null : <GovernedHint id={`${id}-governed`} text={props.governed} />}
      {props.error === undefined ? null : <InputError id={`${id}-error`} text={props.error} />}
    </fieldset>
  )
}

/** Where a form says what stands in its way, read out at once. The region is always there, so that a change is heard. */
export function FormAlert({ text }: { text: string | undefined }) {
  return (
    <div role="alert" className="form-alert">
      {text === undefined ? null : <p className="form-summary">{text}</p>}
    </div>
  )
}

/** Puts the focus in the named control of a form, in its first radio where it is a group. Nothing happens where none has the name. */
export function focusField(form: HTMLFormElement | null, name: string): void {
  form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus()
}
