import { useId } from 'react'
import type { DraftWords } from '../../../../shared/training/pack-draft.ts'
import { holdsDate } from '../../../../shared/training/relative.ts'
import { InputError } from '../../../base/form-kit.tsx'
import { useT } from '../../../base/use-t.ts'
import { useLackAt } from './lacks.tsx'

interface Props {
  readonly label: string
  /** Its place among what may be lacking. */
  readonly at: string
  readonly value: DraftWords
  readonly onChange: (value: DraftWords) => void
  readonly multiline?: boolean
}

/** A text in Swedish, with English beside it, which may be left out. */
export function WordsField({ label, at, value, onChange, multiline = false }: Props) {
  const t = useT()
  const id = useId()
  const lack = useLackAt(at)
  const isDated = holdsDate(`${value.sv} ${value.en}`)
  const Input = multiline ? 'textarea' : 'input'
  const describedBy = [...(isDated ? [`${id}-dated`] : []), ...(lack === undefined ? [] : [`${id}-lack`])]
  return (
    <fieldset className="form-field" data-at={at}>
      <legend>{label}</legend>
      <div className="form-row">
        {(['sv', 'en'] as const).map((language) => (
          <div key={language} className="form-field">
            <label className="form-label form-label-small" htmlFor={`${id}-${language}`}>
              {t(`exercise.author.${language}`)}
            </label>
            <Input
              id={`${id}-${language}`}
              lang={language}
              className={multiline ? 'form-input form-textarea' : 'form-input'}
              value={value[language]}
              aria-invalid={language === 'sv' && lack !== undefined ? true : undefined}
              aria-describedby={describedBy.length === 0 ? undefined : describedBy.join(' ')}
              onChange={(event) => onChange({ ...value, [language]: event.target.value })}
            />
          </div>
        ))}
      </div>
      {/* Always there, so that it is heard when it comes. */}
      <div id={`${id}-dated`} role="status" className="form-hint">
        {isDated ? t('exercise.author.dated') : null}
      </div>
      {lack === undefined ? null : <InputError id={`${id}-lack`} text={lack} />}
    </fieldset>
  )
}
