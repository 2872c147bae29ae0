import { useId } from 'react'
import { caseFacts } from '../../../../shared/fields/condition.ts'
import { isObject, type Json, type Value } from '../../../../shared/fields/json.ts'
import { type JsonPath, jsonAt, pathKey } from '../../../../shared/studio/json-path.ts'
import { useLanguage, useT } from '../../../base/use-t.ts'
import { useMember, useStudio } from '../studio-context.ts'
import { ToolButton } from '../tool-button.tsx'
import { ConditionAsText } from './condition-as-text.tsx'
import { beginCondition, fieldsFor, operatorsFor, type PossibleValue, valuesFor } from './condition-parts.ts'
import { MemberProblems } from './labelled-member.tsx'
import { nameIn, wordsOfMember, wordsOfValue } from './member-words.ts'
import { Picker } from './picker.tsx'

/** A condition as it is picked together: a field, an operator and a value; or several of them. */
export function ConditionField({ path }: { path: JsonPath }) {
  const t = useT()
  const { working } = useStudio()
  const { value, set, isHeld, problems } = useMember(path)
  const name = wordsOfMember(t, nameIn(path))
  return (
    <fieldset className="studio-object studio-condition" data-member={path.join('/')}>
      <legend className="form-label form-label-small">{name}</legend>
      {value === undefined ? (
        <div className="studio-condition-row">
          <span className="form-aside">{t('studio.condition.always')}</span>
          {isHeld ? null : (
            <button type="button" className="button" onClick={() => set(beginCondition(working, path))}>
              {t('studio.condition.add')}
            </button>
          )}
        </div>
      ) : (
        <>
          <ConditionPart path={path} remove={() => set(undefined)} />
          <ConditionAsText path={path} />
        </>
      )}
      <MemberProblems id={`${pathKey(path)}-error`} problems={problems} />
    </fieldset>
  )
}

interface PartProps {
  readonly path: JsonPath
  readonly remove: () => void
}

const combination = (value: Value) =>
  isObject(value) ? (['all', 'any', 'not'] as const).find((member) => value[member] !== undefined) : undefined

/** A condition, or one of those that another is made of. */
function ConditionPart({ path, remove }: PartProps) {
  const { value } = useMember(path)
  const kind = combination(value)
  return kind === undefined ? (
    <Simple path={path} remove={remove} />
  ) : (
    <Combined path={path} kind={kind} remove={remove} />
  )
}

/** Several conditions of which all or any hold, or one that does not. */
function Combined({ path, kind, remove }: PartProps & { kind: 'all' | 'any' | 'not' }) {
  const t = useT()
  const { working } = useStudio()
  const { value, set, isHeld } = useMember(path)
  const inner = jsonAt(value, [kind])
  const parts: readonly Json[] = Array.isArray(inner) ? inner : inner === undefined ? [] : [inner]
  const become = (next: string) => {
    const [first = beginCondition(working, path)] = parts
    set(next === 'not' ? { not: first } : { [next]: [...parts] })
  }
  const without = (index: number) => () => {
    const left = parts.toSpliced(index, 1)
    if (left.length === 0) remove()
    else set({ [kind]: left })
  }
  return (
    <div className="studio-condition-group">
      <div className="studio-condition-row">
        <Picker
          label={t('studio.condition.holds')}
          value={kind}
          options={(['all', 'any', 'not'] as const).map((each) => ({
            value: each,
            label: t(`studio.condition.${each}`),
          }))}
          onPick={become}
        />
        <ToolButton label={t('studio.condition.remove')} icon="close" isOff={isHeld} onPress={remove} />
      </div>
      {parts.map((_, index) => {
        const at = kind === 'not' ? [...path, kind] : [...path, kind, index]
        return <ConditionPart key={pathKey(at)} path={at} remove={without(index)} />
      })}
      {kind === 'not' || isHeld ? null : (
        <button
          type="button"
          className="button studio-add-item"
          onClick={() => set({ [kind]: [...parts, beginCondition(working, path)] })}
        >
          {t('studio.condition.more')}
        </button>
      )}
    </div>
  )
}

/** Whether a condition is one of those that another is made of: there the other has the way to one more. */
const isPart = (path: JsonPath) => path.at(-1) === 'not' || typeof path.at(-1) === 'number'

/** One condition: of a field, or of the case. */
function Simple({ path, remove }: PartProps) {
  const t = useT()
  const { working, problems } = useStudio()
  const { value, set, isHeld } = useMember(path)
  const subject = jsonAt(value, ['fact']) ?? jsonAt(value, ['field'])
  const op = jsonAt(value, ['op'])
  const compared = jsonAt(value, ['value'])
  const isFact = jsonAt(value, ['fact']) !== undefined
  const named = typeof subject === 'string' ? subject : ''
  const fields = fieldsFor(working, path)
  const operators = operatorsFor(working, path, named, isFact)
  const values = valuesFor(working, path, named, isFact)
  const asksValue = op !== 'answered' && op !== 'unanswered'
  const pickSubject = (next: string) => {
    const fact = caseFacts.find((each) => `fact ${each}` === next)
    const id = fact ?? next
    const [first = 'answered'] = operatorsFor(working, path, id, fact !== undefined)
    const [some] = valuesFor(working, path, id, fact !== undefined)
    const isAnswered = first === 'answered'
    set({
      [fact === undefined ? 'field' : 'fact']: id,
      op: first,
      ...(isAnswered ? {} : { value: some?.value ?? '' }),
    })
  }
  const found = ['field', 'op', 'value'].flatMap((member) => problems.get(pathKey([...path, member])) ?? [])
  return (
    <div className="studio-condition-one">
      <div className="studio-condition-row">
        <Picker
          label={t('studio.condition.field')}
          value={isFact ? `fact ${named}` : named}
          options={[
            ...fields,
            ...caseFacts.map((fact) => ({ value: `fact ${fact}`, label: wordsOfValue(t, 'fact', fact) })),
          ]}
          onPick={pickSubject}
        />
        <Picker
          label={t('studio.condition.op')}
          value={typeof op === 'string' ? op : ''}
          options={operators.map((each) => ({ value: each, label: wordsOfValue(t, 'op', each) }))}
          onPick={(next) => {
            const isAnswered = next === 'answered' || next === 'unanswered'
            const { value: _before, ...rest } = isObject(value) ? value : {}
            set({ ...rest, op: next, ...(isAnswered ? {} : { value: compared ?? values[0]?.value ?? '' }) })
          }}
        />
        {asksValue ? <Compared path={[...path, 'value']} subject={named} values={values} /> : null}
        <ToolButton label={t('studio.condition.remove')} icon="close" isOff={isHeld} onPress={remove} />
      </div>
      <MemberProblems id={`${pathKey(path)}-error`} problems={found} />
      {isHeld || isPart(path) ? null : (
        <div className="studio-condition-row">
          <button
            type="button"
            className="button studio-add-item"
            onClick={() => set({ all: [value ?? {}, beginCondition(working, path)] })}
          >
            {t('studio.condition.and')}
          </button>
        </div>
      )}
    </div>
  )
}

/** What a condition compares with: one of the field's own values where it has some, else what is written. */
function Compared(props: { path: JsonPath; subject: string; values: readonly PossibleValue[] }) {
  const { path, subject, values } = props
  const t = useT()
  const language = useLanguage()
  const id = useId()
  const { value, set, isHeld } = useMember(path)
  const text = typeof value === 'string' || typeof value === 'number' ? value.toString() : ''
  if (values.length > 0)
    return (
      <Picker
        label={t('studio.condition.value')}
        value={text}
        options={values.map((each) => ({
          value: each.value.toString(),
          label: each.label?.[language] ?? wordsOfValue(t, subject, each.value),
        }))}
        onPick={(next) => set(values.find((each) => each.value.toString() === next)?.value)}
      />
    )
  return (
    <label className="studio-picker" htmlFor={id}>
      <span className="visually-hidden">{t('studio.condition.value')}</span>
      <input
        id={id}
        className="form-input"
        value={text}
        readOnly={isHeld}
        onChange={({ target }) => {
          const number = Number(target.value)
          set(target.value.trim() !== '' && !Number.isNaN(number) ? number : target.value)
        }}
      />
    </label>
  )
}
