import type { Option } from '../../shared/fields/base.ts'
import type { Answer } from '../../shared/fields/index.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { ariaOf, type ControlProps } from './control.ts'
import { toggleOption } from './exclusive.ts'
import { useFieldContext } from './field-context.ts'
import { OtherWords } from './text-control.tsx'

/** Several options; one that excludes the others unchecks them, says so, and can be taken back. */
export function ChoicesControl({
  id,
  labelId,
  value,
  onChange,
  options,
  ...rest
}: ControlProps<Answer<'choices'>> & { options: readonly Option[] }) {
  const t = useT()
  const language = useLanguage()
  const { removed } = useFieldContext()
  const chosen = value?.values ?? []
  const labelOf = (each: string) => options.find((option) => option.value === each)?.label[language] ?? each

  const put = (values: string[]) =>
    onChange(values.length === 0 && value?.other === undefined ? undefined : { ...value, values })

  const toggle = (option: Option, checked: boolean) => {
    const { values, unchecked } = toggleOption(options, chosen, option.value, checked)
    put(values)
    if (unchecked.length > 0) {
      removed(t('fields.unchecked', { options: unchecked.map(labelOf).join(', ') }), () => onChange(value))
    }
  }
  const unknown = chosen.filter((each) => options.every((option) => option.value !== each))

  return (
    <fieldset className="field-options" aria-labelledby={labelId} {...ariaOf(rest)}>
      {options.map((option, index) => {
        const checked = chosen.includes(option.value)
        return (
          <div key={option.value} className={option.exclusive === true ? 'field-exclusive' : undefined}>
            <label className="field-option">
              <input
                id={index === 0 ? id : `${id}-${option.value}`}
                type="checkbox"
                checked={checked}
                onChange={(event) => toggle(option, event.target.checked)}
              />
              <span>
                {option.label[language]}
                {option.help === undefined ? null : (
                  <span className="field-option-help">{option.help[language]}</span>
                )}
              </span>
            </label>
            {option.other === true && checked ? (
              <OtherWords
                value={value?.other}
                onChange={(words) => onChange({ values: [...chosen], other: words })}
              />
            ) : null}
          </div>
        )
      })}
      {unknown.map((each) => (
        <label key={each} className="field-option">
          <input type="checkbox" checked onChange={() => put(chosen.filter((other) => other !== each))} />
          <span>{each}</span>
        </label>
      ))}
    </fieldset>
  )
}
