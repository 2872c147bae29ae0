import type { Option } from '../../shared/fields/base.ts'
import { ariaOf } from '../base/controls.tsx'
import { useLanguage, useT } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'
import { useFieldContext } from './field-context.ts'
import { OtherWords } from './text-input.tsx'

/** What a choice among several leaves chosen, and what it took away for that. */
interface Toggled {
  values: string[]
  unchecked: string[]
}

/**
 * Checks or unchecks an option. One that excludes all others ("Inga anpassningar") unchecks them, and any other
 * unchecks it. Values that are no option any more stay where they are. In the order of the options.
 */
export function toggleOption(
  options: readonly Option[],
  chosen: readonly string[],
  value: string,
  checked: boolean,
): Toggled {
  const option = options.find((each) => each.value === value)
  const others = chosen.filter((each) => each !== value)
  const excluded = (each: string) =>
    option?.exclusive === true || options.some((other) => other.value === each && other.exclusive === true)
  const unchecked = checked ? others.filter(excluded) : []
  const next = new Set(checked ? [...others.filter((each) => !unchecked.includes(each)), value] : others)
  const known = options.filter((each) => next.has(each.value)).map((each) => each.value)
  const unknown = [...next].filter((each) => !known.includes(each))
  return { values: [...known, ...unknown], unchecked }
}

function Choices({ field: { options }, id, labelId, value, onChange, ...ties }: FieldProps<'choices'>) {
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
    <fieldset className="form-options" aria-labelledby={labelId} {...ariaOf(ties)}>
      {options.map((option, index) => {
        const checked = chosen.includes(option.value)
        return (
          <div key={option.value} className={option.exclusive === true ? 'field-exclusive' : undefined}>
            <label className="form-choice">
              <input
                id={index === 0 ? id : `${id}-${option.value}`}
                type="checkbox"
                checked={checked}
                onChange={(event) => toggle(option, event.target.checked)}
              />
              <span>
                {option.label[language]}
                {option.help === undefined ? null : (
                  <span className="form-hint">{option.help[language]}</span>
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
        <label key={each} className="form-choice">
          <input type="checkbox" checked onChange={() => put(chosen.filter((other) => other !== each))} />
          <span>{each}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Several options; one that excludes the others unchecks them, says so, and can be taken back. */
export const choices: FieldControl<'choices'> = {
  composite: () => true,
  control: (props) => <Choices {...props} />,
}
