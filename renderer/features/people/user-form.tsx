import { type FormEvent, useRef, useState } from 'react'
import { type StoredUser, userDetailsSchema } from '../../../shared/user/stored-user.ts'
import { type Right, type Role, rights, roles } from '../../../shared/user/user.ts'
import { errorText } from '../../api/error-text.ts'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { FormAlert, focusField, InputError, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

interface ChecksProps<T extends string> {
  label: string
  name: string
  options: readonly { readonly value: T; readonly label: string }[]
  chosen: readonly T[]
  onChange: (chosen: readonly T[]) => void
  error?: string | undefined
}

/** Several of a few: boxes under a legend. */
function Checks<T extends string>({ label, name, options, chosen, onChange, error }: ChecksProps<T>) {
  const toggled = (value: T) =>
    chosen.includes(value)
      ? chosen.filter((each) => each !== value)
      : options.flatMap(({ value: each }) => (each === value || chosen.includes(each) ? [each] : []))
  return (
    <fieldset className="form-field">
      <legend>{label}</legend>
      <div className="form-choices people-checks">
        {options.map(({ value, label: text }) => (
          <label key={value} className="form-choice">
            <input
              type="checkbox"
              name={name}
              checked={chosen.includes(value)}
              onChange={() => onChange(toggled(value))}
            />
            {text}
          </label>
        ))}
      </div>
      {error === undefined ? null : <InputError text={error} />}
    </fieldset>
  )
}

/** A user who is added, or changed: name, roles, rights, and whether they have left. */
export function UserForm({ user, done }: { user: StoredUser | undefined; done: () => void }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState(user?.name ?? '')
  const [held, setHeld] = useState<readonly Role[]>(user?.roles ?? ['utredare'])
  const [given, setGiven] = useState<readonly Right[]>(user?.rights ?? [])
  const [left, setLeft] = useState(user?.leftAt !== undefined)
  const [wrong, setWrong] = useState<'userName' | 'userRole'>()
  const [failure, setFailure] = useState<string>()

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const details = userDetailsSchema.safeParse({ name, roles: [...held], rights: [...given] })
    setFailure(undefined)
    if (!details.success) {
      const field = details.error.issues[0]?.path[0] === 'name' ? 'userName' : 'userRole'
      setWrong(field)
      return focusField(form.current, field)
    }
    try {
      if (user === undefined) await client.people.add(details.data)
      else await client.people.change({ ...details.data, id: user.id, left })
      notify(t('people.saved'), 'success')
      done()
    } catch (refusal) {
      setFailure(errorText(t, refusal))
    }
  }

  return (
    <form ref={form} className="form" noValidate onSubmit={(event) => void save(event)}>
      <FormAlert text={failure} />
      <TextField
        label={t('people.name')}
        name="userName"
        value={name}
        onChange={setName}
        error={wrong === 'userName' ? t('people.error.name') : undefined}
      />
      <Checks
        label={t('people.roles')}
        name="userRole"
        options={roles.map((value) => ({ value, label: t(`lists.role.${value}`) }))}
        chosen={held}
        onChange={setHeld}
        error={wrong === 'userRole' ? t('people.error.roles') : undefined}
      />
      <Checks
        label={t('people.rights')}
        name="userRight"
        options={rights.map((value) => ({ value, label: t(`lists.right.${value}`) }))}
        chosen={given}
        onChange={setGiven}
      />
      {user === undefined ? null : (
        <label className="form-choice">
          <input type="checkbox" name="left" checked={left} onChange={() => setLeft(!left)} />
          {t('people.left.choice')}
        </label>
      )}
      <DialogActions submit={t('people.save')} />
    </form>
  )
}
