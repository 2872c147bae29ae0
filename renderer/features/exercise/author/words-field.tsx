import { useId } from 'react'
import type { DraftWords } from '../../../../shared/training/pack-draft.ts'
import { useT } from '../../../base/use-t.ts'

interface Props {
  readonly label: string
  readonly value: DraftWords
  readonly onChange: (value: DraftWords) => void
  readonly multiline?: boolean
}

/** A text in Swedish, with English beside it. */
export function WordsField({ label, value, onChange, multiline = false }: Props) {
  const t = useT()
  const id = useId()
  const Input = multiline ? 'textarea' : 'input'
  return (
    <fieldset className="form-field">
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
              onChange={(event) => onChange({ ...value, [language]: event.target.value })}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
