import type { Option } from '../../shared/fields/base.ts'
import type { Answer } from '../../shared/fields/index.ts'
import { Icon } from '../base/icon.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import { ariaOf, type ControlProps } from './control.ts'
import { OtherWords } from './text-control.tsx'

/** With more options than this a list is easier to read than radio buttons. Own choice. */
const MAX_RADIOS = 7

interface RadiosProps extends ControlProps<string> {
  options: readonly { value: string; label: string; help?: string | undefined }[]
  children?: React.ReactNode
}

/** Radio buttons of which none need be chosen; a chosen one can be taken back. */
export function Radios({ id, labelId, value, onChange, options, children, ...rest }: RadiosProps) {
  const t = useT()
  return (
    <div className="field-options" role="radiogroup" aria-labelledby={labelId} {...ariaOf(rest)}>
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
            <button
              type="button"
              className="icon-button field-clear"
              title={t('fields.clear')}
              aria-label={t('fields.clear')}
              onClick={() => onChange(undefined)}
            >
              <Icon name="close" />
            </button>
          ) : null}
        </div>
      ))}
      {children}
    </div>
  )
}

/** Yes or no, or not answered. */
export function YesNoControl({ onChange, ...rest }: ControlProps<'ja' | 'nej'>) {
  const t = useT()
  return (
    <Radios
      {...rest}
      options={[
        { value: 'ja', label: t('lists.yesNo.ja') },
        { value: 'nej', label: t('lists.yesNo.nej') },
      ]}
      onChange={(value) => onChange(value === 'ja' || value === 'nej' ? value : undefined)}
    />
  )
}

interface SelectProps extends ControlProps<string> {
  options: readonly { value: string; label: string }[]
  empty: string
}

/** A list to choose one from, or none. */
export function SelectControl({ id, value, onChange, options, empty, ...rest }: SelectProps) {
  const unknown = value !== undefined && options.every((option) => option.value !== value)
  return (
    <select
      id={id}
      className="field-input field-select"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      {...ariaOf(rest)}
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

/** One option of a template's, with own words where the option asks for them. */
export function ChoiceControl({
  value,
  onChange,
  options,
  ...rest
}: ControlProps<Answer<'choice'>> & { options: readonly Option[] }) {
  const t = useT()
  const language = useLanguage()
  const shown = options.map((option) => ({
    value: option.value,
    label: option.label[language],
    help: option.help?.[language],
  }))
  const chosen = options.find((option) => option.value === value?.value)
  const select = (next: string | undefined) =>
    onChange(
      next === undefined
        ? undefined
        : { value: next, ...(value?.other === undefined ? {} : { other: value.other }) },
    )
  const other =
    chosen?.other === true && value !== undefined ? (
      <OtherWords value={value.other} onChange={(words) => onChange({ value: value.value, other: words })} />
    ) : null
  if (options.length <= MAX_RADIOS) {
    return (
      <Radios {...rest} value={value?.value} options={shown} onChange={select}>
        {other}
      </Radios>
    )
  }
  return (
    <div className="field-stack">
      <SelectControl
        {...rest}
        value={value?.value}
        options={shown}
        empty={t('fields.choose')}
        onChange={select}
      />
      {other}
    </div>
  )
}
