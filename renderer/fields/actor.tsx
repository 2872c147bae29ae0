import { type PersonRole, personRoles } from '../../shared/case/actors.ts'
import { Beside, type ControlProps, SelectInput } from '../base/controls.tsx'
import { useT } from '../base/use-t.ts'
import type { FieldControl, FieldProps } from './define.ts'
import { TextInput } from './text-input.tsx'

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
  return (
    <div className="form-row form-row-end">
      <RoleSelect
        {...ties}
        value={value?.actor}
        onChange={(actor) => onChange(actor === undefined ? undefined : { ...value, actor })}
      />
      {value === undefined ? null : (
        <Beside id={`${ties.id}-name`} label={t('fields.actor.name')}>
          {(beside) => (
            <TextInput
              {...beside}
              value={value.name}
              onChange={(name) => onChange({ actor: value.actor, ...(name === undefined ? {} : { name }) })}
            />
          )}
        </Beside>
      )}
    </div>
  )
}

/** An actor of the case by kind, and by name where it is known. */
export const actor: FieldControl<'actor'> = { control: (props) => <Actor {...props} /> }
