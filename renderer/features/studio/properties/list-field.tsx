import type { ReactNode } from 'react'
import type { Json } from '../../../../shared/fields/json.ts'
import { type JsonPath, jsonAt, withJsonAt } from '../../../../shared/studio/json-path.ts'
import type { SchemaNode } from '../../../../shared/studio/schema.ts'
import { freeId } from '../../../../shared/studio/slug.ts'
import { isTemplateText, shownWords } from '../../../../shared/studio/text.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useMember } from '../studio-context.ts'
import { ToolButton } from '../tool-button.tsx'
import { beginningOf } from './beginning.ts'
import { LabelledMember, MemberHelp, MemberProblems } from './labelled-member.tsx'
import { nameIn, wordsOfMember, wordsOfValue } from './member-words.ts'

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

interface TicksProps {
  readonly path: JsonPath
  readonly required: boolean
  readonly values: readonly (string | number)[]
}

/** Several of what the schema names, as boxes to tick. */
export function TicksField({ path, required, values }: TicksProps) {
  const t = useT()
  const { value, set, isHeld } = useMember(path)
  const name = nameIn(path)
  const chosen = listOf(value)
  return (
    <LabelledMember path={path} label={wordsOfMember(t, name)} required={required}>
      {({ labelId, describedBy }) => (
        <fieldset className="studio-ticks" aria-labelledby={labelId} aria-describedby={describedBy}>
          {values.map((each) => (
            <label key={each} className="form-choice">
              <input
                type="checkbox"
                checked={chosen.includes(each)}
                disabled={isHeld}
                onChange={({ target }) =>
                  set(target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
                }
              />
              {wordsOfValue(t, name, each)}
            </label>
          ))}
        </fieldset>
      )}
    </LabelledMember>
  )
}

/** Another item, told from the rest by its value where items have one. */
function another(items: readonly Json[], item: SchemaNode): Json {
  const begun = beginningOf(item)
  if (jsonAt(begun, ['value']) !== '') return begun
  const taken = new Set(
    items.map((each) => jsonAt(each, ['value'])).filter((each) => typeof each === 'string'),
  )
  return withJsonAt(begun, ['value'], freeId('alternativ', taken))
}

interface ItemsProps {
  readonly path: JsonPath
  readonly item: SchemaNode
  /** What one of them says. */
  readonly children: (at: JsonPath) => ReactNode
}

/** A list of things with members of their own. */
export function ItemsField({ path, item, children }: ItemsProps) {
  const t = useT()
  const language = useLanguage()
  const { value, set, isHeld, problems } = useMember(path)
  const items = listOf(value)
  const name = wordsOfMember(t, nameIn(path))
  const labelOf = (each: Json, index: number) => {
    const label = jsonAt(each, ['label'])
    const words = isTemplateText(label) ? shownWords(label, language) : ''
    return words === '' ? t('studio.item', { number: index + 1 }) : words
  }
  return (
    <fieldset className="studio-items" data-member={path.join('/')}>
      <legend className="form-label form-label-small">{name}</legend>
      <MemberHelp name={nameIn(path)} />
      {items.map((each, index) => (
        <fieldset key={index.toString()} className="studio-item">
          <legend className="studio-member-head">
            <span>{labelOf(each, index)}</span>
            {isHeld ? null : (
              <span className="studio-tools">
                <ToolButton
                  label={t('studio.itemUp', { name: labelOf(each, index) })}
                  icon="arrow-up"
                  isOff={index === 0}
                  onPress={() => set(items.toSpliced(index, 1).toSpliced(index - 1, 0, each))}
                />
                <ToolButton
                  label={t('studio.itemRemove', { name: labelOf(each, index) })}
                  icon="close"
                  onPress={() => set(items.toSpliced(index, 1))}
                />
              </span>
            )}
          </legend>
          {children([...path, index])}
        </fieldset>
      ))}
      <MemberProblems id={`${path.join('-')}-error`} problems={problems} />
      {isHeld ? null : (
        <button
          type="button"
          className="button studio-add-item"
          onClick={() => set([...items, another(items, item)])}
        >
          {t('studio.addItem')}
        </button>
      )}
    </fieldset>
  )
}
