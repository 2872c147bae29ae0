import { type HTMLInputTypeAttribute, type ReactNode, type Ref, useId } from 'react'
import { Icon } from './icon.tsx'
import { useT } from './use-t.ts'

/** A labelled input of the frame's forms: label above, hint and error below, tied to the input for screen readers. */
export function TextField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  type?: HTMLInputTypeAttribute
  placeholder?: string
  autoComplete?: string
  inputMode?: 'numeric' | 'text'
  name: string
  inputRef?: Ref<HTMLInputElement>
}) {
  const id = useId()
  const t = useT()
  const described = [
    props.hint === undefined ? undefined : `${id}-hint`,
    props.error === undefined ? undefined : `${id}-error`,
  ].filter((part) => part !== undefined)
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={id}>
        {props.label}
        {props.optional === true ? <span className="form-optional"> {t('frame.optional')}</span> : null}
      </label>
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
        aria-invalid={props.error !== undefined}
        aria-required={props.optional !== true}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
      />
      {props.hint === undefined ? null : (
        <div className="form-hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {props.error === undefined ? null : <FieldError id={`${id}-error`} text={props.error} />}
    </div>
  )
}

/** What is wrong with a field, below it. */
export function FieldError({ id, text }: { id?: string; text: string }) {
  return (
    <div className="form-error" id={id}>
      <Icon name="error" />
      <span>{text}</span>
    </div>
  )
}
