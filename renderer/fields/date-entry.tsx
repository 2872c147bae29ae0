import { type KeyboardEvent, useId, useState } from 'react'
import { shiftDays, shiftMonths } from '../../shared/case/calendar.ts'
import { sayDate } from '../../shared/case/date-said.ts'
import { readDateText } from '../../shared/case/date-text.ts'
import type { DateOrigin } from '../../shared/case/date-words.ts'
import type { IsoDate } from '../../shared/case/dates.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import './date-entry.css'

interface Props {
  id: string
  value: string
  onChange: (value: string) => void
  origin: DateOrigin
  invalid: boolean
  describedBy: string | undefined
  name?: string
  required?: boolean
}

/** The steps of the keys, as a spin button has them: upwards is later. */
const steps: Readonly<Record<string, (date: IsoDate) => IsoDate | undefined>> = {
  ArrowUp: (date) => shiftDays(date, 1),
  ArrowDown: (date) => shiftDays(date, -1),
  PageUp: (date) => shiftMonths(date, 1),
  PageDown: (date) => shiftMonths(date, -1),
}

/**
 * A date, typed: ÅÅÅÅ-MM-DD or words. What the words were read as stands beside them while one writes; it takes their place
 * with Enter or when the field is left. Arrows and Page Up and Down step from there, and begin at today in an empty field.
 * What names no date is kept as it was typed, and the check says so.
 */
export function DateEntry({ id, value, onChange, origin, invalid, describedBy, name, required }: Props) {
  const t = useT()
  const readId = useId()
  const [told, setTold] = useState(false)
  const read = readDateText(value, origin)

  const settle = () => {
    if (read !== undefined && read !== value) onChange(read)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event
    if (key === 'Escape') setTold(false)
    else if (key === 'Enter') settle()
    if (altKey || ctrlKey || metaKey || shiftKey || !Object.hasOwn(steps, key)) return
    const next = read === undefined ? undefined : steps[key]?.(read)
    const to = value.trim() === '' ? origin.today : next
    // What cannot be read is not stepped from: the words stay.
    if (to === undefined) return
    event.preventDefault()
    setTold(true)
    onChange(to)
  }

  return (
    <span className="date-entry">
      <input
        id={id}
        className="form-input form-date"
        name={name}
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('fields.date.placeholder')}
        title={t('fields.date.hint')}
        maxLength={40}
        value={value}
        aria-invalid={invalid || undefined}
        aria-required={required}
        aria-describedby={[describedBy, told ? readId : undefined].filter(Boolean).join(' ') || undefined}
        onChange={(event) => {
          setTold(true)
          onChange(event.target.value)
        }}
        onFocus={() => setTold(true)}
        onBlur={() => {
          setTold(false)
          settle()
        }}
        onKeyDown={onKeyDown}
      />
      {told ? <ReadAs id={readId} blank={value.trim() === ''} date={read} origin={origin} /> : null}
    </span>
  )
}

/** What the words are read as. It floats: nothing moves when it comes or goes. */
function ReadAs(props: { id: string; blank: boolean; date: IsoDate | undefined; origin: DateOrigin }) {
  const t = useT()
  const language = useLanguage()
  const { id, blank, date, origin } = props
  const text = date === undefined ? t('fields.date.example') : sayDate(language, date, origin)
  return (
    <span className="date-read" id={id} role="status" data-read={date !== undefined}>
      {blank ? null : text}
    </span>
  )
}
