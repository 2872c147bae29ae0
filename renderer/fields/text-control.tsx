import { ROW_TEXT_CHARS } from '../../shared/case/rows.ts'
import { cleanText } from '../../shared/note/clean.ts'
import { useT } from '../base/use-t.ts'
import { ariaOf, type ControlProps } from './control.ts'
import { TooLargeMessage, useTextLimit } from './large-text.tsx'

interface Props extends ControlProps<string> {
  multiline?: boolean | undefined
  /** The longest text it takes; a field's own where it is not given. */
  limit?: number
  placeholder?: string
}

/** A plain text, on one line or growing with what is written. */
export function TextControl({ id, value, onChange, multiline, limit, placeholder, ...rest }: Props) {
  const [refused, fits] = useTextLimit(limit)
  const change = (text: string) => {
    if (fits(text)) onChange(text === '' ? undefined : cleanText(text))
  }
  const common = { id, value: value ?? '', placeholder, ...ariaOf(rest) }
  return (
    <>
      {multiline === true ? (
        <textarea
          {...common}
          className="field-input field-textarea"
          rows={3}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <input
          {...common}
          className="field-input"
          type="text"
          onChange={(event) => change(event.target.value)}
        />
      )}
      <TooLargeMessage refused={refused} />
    </>
  )
}

/** A number with its unit, kept as it was typed. */
export function NumberControl({
  id,
  value,
  onChange,
  unit,
  ...rest
}: ControlProps<string> & { unit?: string | undefined }) {
  const [refused, fits] = useTextLimit(ROW_TEXT_CHARS)
  return (
    <>
      <span className="field-number">
        <input
          id={id}
          className="field-input"
          type="text"
          inputMode="decimal"
          value={value ?? ''}
          onChange={({ target }) => {
            if (fits(target.value)) onChange(target.value === '' ? undefined : target.value)
          }}
          {...ariaOf(rest)}
        />
        {unit === undefined ? null : <span className="field-unit">{unit}</span>}
      </span>
      <TooLargeMessage refused={refused} />
    </>
  )
}

/** Own words beside an option that asks for them. */
export function OtherWords({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const t = useT()
  const [refused, fits] = useTextLimit(ROW_TEXT_CHARS)
  return (
    <>
      <input
        className="field-input field-other"
        type="text"
        aria-label={t('fields.otherWords')}
        placeholder={t('fields.otherWords')}
        value={value ?? ''}
        onChange={({ target }) => {
          if (fits(target.value)) onChange(target.value === '' ? undefined : cleanText(target.value))
        }}
      />
      <TooLargeMessage refused={refused} />
    </>
  )
}
