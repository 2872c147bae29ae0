import { useId } from 'react'
import { isObject } from '../../../../shared/fields/json.ts'
import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { jsonAt } from '../../../../shared/studio/json-path.ts'
import type { Language } from '../../../../shared/text/index.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { useMember } from '../studio-context.ts'
import { MemberHelp, MemberProblems } from './labelled-member.tsx'
import { helpOfMember, nameIn, wordsOfMember } from './member-words.ts'

/** A text in both languages, each in its own field and read out in its own language. */
export function TextsField({ path, required }: { path: JsonPath; required: boolean }) {
  const t = useT()
  const { value, set, isHeld, problems } = useMember(path)
  const id = useId()
  const name = wordsOfMember(t, nameIn(path))
  return (
    <fieldset
      className="form-field studio-texts"
      aria-describedby={helpOfMember(t, nameIn(path)) === undefined ? undefined : `${id}-help`}
      data-member={path.join('/')}
    >
      <legend className="studio-member-head">
        <span className="form-label form-label-small">{name}</span>
        {required || value === undefined || isHeld ? null : (
          <button
            type="button"
            className="icon-button"
            title={t('studio.removeMember', { name })}
            aria-label={t('studio.removeMember', { name })}
            onClick={() => set(undefined)}
          >
            <Icon name="close" />
          </button>
        )}
      </legend>
      <MemberHelp id={`${id}-help`} name={nameIn(path)} />
      <LanguageInput path={path} language="sv" isOptional={!required} />
      <LanguageInput path={path} language="en" isOptional={!required} />
      <MemberProblems id={`${id}-error`} problems={problems} />
    </fieldset>
  )
}

interface LanguageInputProps {
  readonly path: JsonPath
  readonly language: Language
  /** Whether the whole may be absent: then it goes when the last word of it does. */
  readonly isOptional: boolean
}

function LanguageInput({ path, language, isOptional }: LanguageInputProps) {
  const t = useT()
  const id = useId()
  const whole = useMember(path)
  const { value, problems, isHeld, set } = useMember([...path, language])
  const other = jsonAt(whole.value, [language === 'sv' ? 'en' : 'sv'])
  const write = (text: string) => {
    if (text === '' && isOptional && (other === undefined || other === '')) whole.set(undefined)
    else if (isObject(whole.value)) set(text)
    else whole.set({ sv: '', en: '', [language]: text })
  }
  return (
    <div className="studio-language">
      <label htmlFor={id} className="studio-language-name">
        {t(`studio.language.${language}`)}
      </label>
      <textarea
        id={id}
        className="form-input studio-text"
        rows={1}
        lang={language}
        readOnly={isHeld}
        value={typeof value === 'string' ? value : ''}
        aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
        aria-describedby={problems.length === 0 ? undefined : `${id}-error`}
        onChange={({ target }) => write(target.value)}
      />
      <MemberProblems id={`${id}-error`} problems={problems} />
    </div>
  )
}
