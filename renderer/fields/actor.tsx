import type { ReactNode } from 'react'
import { type PersonRole, personRoles } from '../../shared/case/actors.ts'
import { type ControlProps, plainTies, SelectInput } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'
import { TextInput } from './text-input.tsx'

/** A small control beside another, with its own label. */
export function Beside({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="form-field">
      <label className="form-label form-label-small" id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  )
}

/** The kind of actor that somebody is. */
export function RoleSelect({ onChange, ...props }: ControlProps<PersonRole>) {
  const t = useT()
  return (
    <SelectInput
      {...props}
      options={personRoles.map((role) => ({ value: role, label: t(`lists.actor.${role}`) }))}
      empty={t('fields.choose')}
      onChange={(text) => onChange(personRoles.find((role) => role === text))}
    />
  )
}

function Actor({ value, onChange, ...ties }: FieldProps<'actor'>) {
  const t = useT()
  const nameId = `${ties.id}-name`
  return (
    <div className="form-row form-row-end">
      <RoleSelect
        {...ties}
        value={value?.actor}
        onChange={(actor) => onChange(actor === undefined ? undefined : { ...value, actor })}
      />
      {value === undefined ? null : (
        <Beside id={nameId} label={t('fields.actor.name')}>
          <TextInput
            {...plainTies(nameId)}
            value={value.name}
            onChange={(name) => onChange({ actor: value.actor, ...(name === undefined ? {} : { name }) })}
          />
        </Beside>
      )}
    </div>
  )
}

/** An actor of the case by kind, and by name where it is known. */
export const actor: FieldControl<'actor'> = { control: (props) => <Actor {...props} /> }
