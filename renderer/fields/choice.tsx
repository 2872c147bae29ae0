import { Radios, SelectInput } from '../base/controls.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'
import { OtherWords } from './text-input.tsx'

/** With more options than this a list is easier to read than radio buttons. Own choice. */
const MAX_RADIOS = 7

const hasRadios = ({ options }: FieldProps<'choice'>['field']) => options.length <= MAX_RADIOS

function Choice({ field, value, onChange, ...ties }: FieldProps<'choice'>) {
  const t = useT()
  const language = useLanguage()
  const { options } = field
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
  if (hasRadios(field)) {
    return (
      <Radios {...ties} value={value?.value} options={shown} onChange={select}>
        {other}
      </Radios>
    )
  }
  return (
    <div className="form-field">
      <SelectInput
        {...ties}
        value={value?.value}
        options={shown}
        empty={t('fields.choose')}
        onChange={select}
      />
      {other}
    </div>
  )
}

/** One option of a template's, with own words where the option asks for them. */
export const choice: FieldControl<'choice'> = {
  composite: hasRadios,
  control: (props) => <Choice {...props} />,
}
