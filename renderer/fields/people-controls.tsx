import { personRoles } from '../../shared/case/actors.ts'
import type { Performer } from '../../shared/case/rows.ts'
import type { Answer } from '../../shared/fields/index.ts'
import { useLanguage, useT } from '../base/use-t.ts'
import { SelectControl } from './choice-control.tsx'
import { Combobox } from './combobox.tsx'
import type { ControlProps } from './control.ts'
import { useFieldContext } from './field-context.ts'
import { namedPerson } from './named-person.ts'
import { performerOptions, performerText, readPerformer } from './performer-text.ts'
import { TextControl } from './text-control.tsx'

/** A small field beside another, with its own label. */
function Beside({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className="field-beside">
      <label className="field-beside-label" id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  )
}

function useRoles() {
  const t = useT()
  return personRoles.map((role) => ({ value: role, label: t(`lists.actor.${role}`) }))
}

const roleOf = (text: string | undefined) => personRoles.find((role) => role === text)

/** An actor of the case by kind, and by name where it is known. */
export function ActorControl({ value, onChange, ...rest }: ControlProps<Answer<'actor'>>) {
  const t = useT()
  const roles = useRoles()
  const nameId = `${rest.id}-name`
  return (
    <div className="field-pair">
      <SelectControl
        {...rest}
        value={value?.actor}
        options={roles}
        empty={t('fields.choose')}
        onChange={(text) => {
          const actor = roleOf(text)
          onChange(actor === undefined ? undefined : { ...value, actor })
        }}
      />
      {value === undefined ? null : (
        <Beside id={nameId} label={t('fields.actor.name')}>
          <TextControl
            id={nameId}
            labelId={`${nameId}-label`}
            value={value.name}
            invalid={false}
            describedBy={undefined}
            onChange={(name) => onChange({ actor: value.actor, ...(name === undefined ? {} : { name }) })}
          />
        </Beside>
      )}
    </div>
  )
}

/** A person: one of the case, or any name, with a role. */
export function PersonControl({ value, onChange, ...rest }: ControlProps<Answer<'person'>>) {
  const t = useT()
  const roles = useRoles()
  const { details } = useFieldContext()
  const suggestions = details.persons.map((person) => ({
    text: person.name,
    detail: [person.title, t(`lists.actor.${person.role}`)].filter(Boolean).join(', '),
    person,
  }))
  const roleId = `${rest.id}-role`
  const titleId = `${rest.id}-title`
  const part = (change: Partial<Answer<'person'>>) =>
    value === undefined ? undefined : onChange({ ...value, ...change })
  return (
    <div className="field-pair">
      <Combobox
        {...rest}
        value={value?.name}
        suggestions={suggestions}
        placeholder={t('fields.person.placeholder')}
        onChange={(name) => onChange(namedPerson(name, value, details.persons))}
        onChoose={({ person }) => onChange({ ...person })}
      />
      {value === undefined ? null : (
        <>
          <Beside id={roleId} label={t('fields.person.role')}>
            <SelectControl
              id={roleId}
              labelId={`${roleId}-label`}
              value={value.role}
              options={roles}
              empty={t('fields.choose')}
              invalid={false}
              describedBy={undefined}
              onChange={(text) => part({ role: roleOf(text) })}
            />
          </Beside>
          <Beside id={titleId} label={t('fields.person.title')}>
            <TextControl
              id={titleId}
              labelId={`${titleId}-label`}
              value={value.title}
              invalid={false}
              describedBy={undefined}
              onChange={(title) => part({ title })}
            />
          </Beside>
        </>
      )}
    </div>
  )
}

/** Who performs an insats: an actor, a person of the case, or what is typed. */
export function PerformerControl({ value, onChange, ...rest }: ControlProps<Performer>) {
  const t = useT()
  const language = useLanguage()
  const { details } = useFieldContext()
  const options = performerOptions(details.persons, language)
  return (
    <Combobox
      {...rest}
      value={performerText(value, language)}
      suggestions={options}
      placeholder={t('fields.performer.placeholder')}
      onChange={(text) => onChange(readPerformer(text, value, options))}
      onChoose={({ performer }) => onChange(performer)}
    />
  )
}
