import { useId, useState } from 'react'
import { conditionSchema } from '../../../../shared/fields/condition.ts'
import { toJson } from '../../../../shared/fields/json.ts'
import { conditionText, parseCondition } from '../../../../shared/studio/condition-text.ts'
import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { ariaOf } from '../../../base/controls.tsx'
import { InputError } from '../../../base/form-kit.tsx'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useMember } from '../studio-context.ts'

/** The same condition as a text, written both ways. What is no condition yet stays as it is written, and says what is missing. */
export function ConditionAsText({ path }: { path: JsonPath }) {
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const { value, set, isHeld } = useMember(path)
  const [typed, setTyped] = useState<string>()
  const condition = conditionSchema.safeParse(value)
  const text = typed ?? (condition.success ? conditionText(condition.data, language) : '')
  const read = typed === undefined ? undefined : parseCondition(typed, language)
  const problem = read?.ok === false ? read.problem : undefined
  const write = (next: string) => {
    setTyped(next)
    const parsed = parseCondition(next, language)
    if (parsed.ok) set(toJson(parsed.condition))
  }
  return (
    <div className="form-field">
      <label className="studio-language-name" htmlFor={id}>
        {t('studio.condition.asText')}
      </label>
      <textarea
        id={id}
        className="form-input studio-text"
        rows={1}
        spellCheck={false}
        readOnly={isHeld}
        value={text}
        {...ariaOf({
          invalid: problem !== undefined,
          describedBy: problem === undefined ? undefined : `${id}-error`,
        })}
        onChange={({ target }) => write(target.value)}
        onBlur={() => {
          if (problem === undefined) setTyped(undefined)
        }}
      />
      {problem === undefined ? null : <InputError id={`${id}-error`} text={t(problem.key)} />}
    </div>
  )
}
