import { useState } from 'react'
import { MAX_FIELD_CHARS } from '../../shared/case/limits.ts'
import { ROW_TEXT_CHARS } from '../../shared/case/rows.ts'
import { cleanText } from '../../shared/note/answers.ts'
import { ariaOf, type ControlProps } from '../base/controls.tsx'
import { InputError } from '../base/form-kit.tsx'
import { useT } from '../base/use-t.ts'

/** Why a text was not taken in: how large it was and how large it may be. */
export interface TooLarge {
  characters: number
  limit: number
}

const count = new Intl.NumberFormat('sv-SE')

/**
 * Keeps a text within the largest its place takes, in UTF-16 units. What was there before stays when a larger one is
 * refused: cutting it would lose its end in silence.
 */
export function useTextLimit(limit = MAX_FIELD_CHARS): [TooLarge | undefined, (text: string) => boolean] {
  const [refused, setRefused] = useState<TooLarge>()
  const fits = (text: string) => {
    if (text.length <= limit) {
      setRefused(undefined)
      return true
    }
    setRefused({ characters: text.length, limit })
    return false
  }
  return [refused, fits]
}

/** Tells that a text was too large for the field, how large, and what to do. */
export function TooLargeMessage({ refused }: { refused: TooLarge | undefined }) {
  const t = useT()
  if (refused === undefined) return null
  return (
    <div role="alert">
      <InputError
        text={t('fields.tooLarge', {
          characters: count.format(refused.characters),
          limit: count.format(refused.limit),
        })}
      />
    </div>
  )
}

interface Props extends ControlProps<string> {
  multiline?: boolean | undefined
  /** The longest text it takes; a field's own where it is not given. */
  limit?: number
  /** Makes it a number of this unit, or of none where it is empty. */
  unit?: string
}

/** A plain text, on one line or growing with what is written. */
export function TextInput({ id, value, onChange, multiline, limit, unit, ...ties }: Props) {
  const [refused, fits] = useTextLimit(limit)
  const change = (text: string) => {
    if (fits(text)) onChange(text === '' ? undefined : cleanText(text))
  }
  const common = { id, value: value ?? '', ...ariaOf(ties) }
  const input = (
    <input
      {...common}
      className="form-input"
      type="text"
      inputMode={unit === undefined ? undefined : 'decimal'}
      onChange={(event) => change(event.target.value)}
    />
  )
  const line =
    unit === undefined ? (
      input
    ) : (
      <span className="form-number">
        {input}
        <span className="form-aside">{unit}</span>
      </span>
    )
  return (
    <>
      {multiline === true ? (
        <textarea
          {...common}
          className="form-input form-textarea"
          rows={3}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        line
      )}
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
        className="form-input field-other"
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
