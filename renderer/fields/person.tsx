import type { CasePerson } from '../../shared/case/case.ts'
import type { Answer } from '../../shared/fields/index.ts'
import { Beside } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import { RoleSelect } from './actor.tsx'
import { Combobox } from './combobox.tsx'
import type { FieldControl, FieldProps } from './define.ts'
import { useFieldContext } from './field-context.ts'
import { TextInput } from './text-input.tsx'

const same = (left: string, right: string) => left.trim().toLowerCase() === right.trim().toLowerCase()

/**
 * The person that a typed name means: one of the case where it is that name, with role and title, else the name
 * with the role and title that were given for it. What came from a name typed on the way to a longer one goes with it.
 */
export function namedPerson(
  name: string,
  before: Answer<'person'> | undefined,
  persons: readonly CasePerson[],
): Answer<'person'> | undefined {
  const wasKnown = persons.some(
    (person) =>
      before !== undefined &&
      same(person.name, before.name) &&
      person.role === before.role &&
      person.title === before.title,
  )
  const kept = wasKnown ? undefined : before
  const known = persons.find((person) => same(person.name, name))
  if (known) return { ...known, ...kept, name }
  const empty = name === '' && kept?.role === undefined && kept?.title === undefined
  return empty ? undefined : { ...kept, name }
}

function Person({ value, onChange, ...ties }: FieldProps<'person'>) {
  const t = useT()
  const { details } = useFieldContext()
  const suggestions = details.persons.map((person) => ({
    text: person.name,
    detail: [person.title, t(`lists.actor.${person.role}`)].filter(Boolean).join(', '),
    person,
  }))
  const part = (change: Partial<Answer<'person'>>) =>
    value === undefined ? undefined : onChange({ ...value, ...change })
  return (
    <div className="form-row form-row-end">
      <Combobox
        {...ties}
        value={value?.name}
        suggestions={suggestions}
        placeholder={t('fields.person.placeholder')}
        onChange={(name) => onChange(namedPerson(name, value, details.persons))}
        onChoose={({ person }) => onChange({ ...person })}
      />
      {value === undefined ? null : (
        <>
          <Beside id={`${ties.id}-role`} label={t('fields.person.role')}>
            {(beside) => <RoleSelect {...beside} value={value.role} onChange={(role) => part({ role })} />}
          </Beside>
          <Beside id={`${ties.id}-title`} label={t('fields.person.title')}>
            {(beside) => <TextInput {...beside} value={value.title} onChange={(title) => part({ title })} />}
          </Beside>
        </>
      )}
    </div>
  )
}

/** A person: one of the case, or any name, with a role. */
export const person: FieldControl<'person'> = { control: (props) => <Person {...props} /> }
