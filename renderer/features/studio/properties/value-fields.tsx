import { useId } from 'react'
import type { JsonPath } from '../../../../shared/studio/json-path.ts'
import { ariaOf, SelectInput } from '../../../base/controls.tsx'
import { useT } from '../../../base/use-t.ts'
import { useMember } from '../studio-context.ts'
import { LabelledMember, MemberHelp } from './labelled-member.tsx'
import { helpOfMember, nameIn, unitOfMember, wordsOfMember, wordsOfValue } from './member-words.ts'

interface ValueProps {
  readonly path: JsonPath
  readonly required: boolean
}

/** One of the values that the schema names. */
export function EnumField({
  path,
  required,
  values,
}: ValueProps & { values: readonly (string | number | boolean)[] }) {
  const t = useT()
  const { value, set, isHeld } = useMember(path)
  const name = nameIn(path)
  const options = values.map((each) => ({ value: each.toString(), label: wordsOfValue(t, name, each) }))
  return (
    <LabelledMember path={path} label={wordsOfMember(t, name)} required={required}>
      {(ties) => (
        <SelectInput
          {...ties}
          {...(value === undefined || value === '' ? { empty: t('studio.choose') } : {})}
          value={typeof value === 'string' || typeof value === 'number' ? value.toString() : undefined}
          options={options}
          onChange={(chosen) => {
            if (!isHeld) set(values.find((each) => each.toString() === chosen))
          }}
        />
      )}
    </LabelledMember>
  )
}

/** A plain text or a number. What is no number is kept as it is written, and the check says so. */
export function ValueField({ path, required, isNumber }: ValueProps & { isNumber: boolean }) {
  const t = useT()
  const { value, set, isHeld } = useMember(path)
  const text = value === undefined || value === null || typeof value === 'object' ? '' : value.toString()
  const unit = unitOfMember(t, nameIn(path))
  const name = wordsOfMember(t, nameIn(path))
  return (
    <LabelledMember path={path} label={name} required={required}>
      {({ id, ...ties }) => (
        <span className="studio-value">
          <input
            id={id}
            className={isNumber ? 'form-input form-date' : 'form-input'}
            type="text"
            inputMode={isNumber ? 'numeric' : 'text'}
            readOnly={isHeld}
            value={text}
            {...ariaOf(ties)}
            onChange={({ target }) => {
              const number = Number(target.value)
              set(isNumber && target.value.trim() !== '' && !Number.isNaN(number) ? number : target.value)
            }}
          />
          {unit === undefined ? null : <span className="form-aside">{unit}</span>}
        </span>
      )}
    </LabelledMember>
  )
}

/** Yes or no. No is not written where it need not be. */
export function BooleanField({ path, required }: ValueProps) {
  const t = useT()
  const id = useId()
  const { value, set, isHeld } = useMember(path)
  const name = nameIn(path)
  const help = helpOfMember(t, name)
  return (
    <div className="form-field" data-member={path.join('/')}>
      <label className="form-choice" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          disabled={isHeld}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
          onChange={({ target }) => set(target.checked ? true : required ? false : undefined)}
        />
        {wordsOfMember(t, name)}
      </label>
      <MemberHelp id={`${id}-help`} name={name} />
    </div>
  )
}
