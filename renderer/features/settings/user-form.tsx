import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { TextKey } from '../../../shared/text/index.ts'
import type { MessageParams } from '../../../shared/text/message.ts'
import { roles, type User } from '../../../shared/user/user.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { ChoiceField, FormAlert, focusField, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** The contract's limit (userSchema). */
const MAX_NAME = 200

/** What is wrong with a user's name, or undefined where it can be saved. */
export function checkUserName(name: string): { key: TextKey; params?: MessageParams } | undefined {
  const trimmed = name.trim()
  if (trimmed === '') return { key: 'settings.error.name' }
  return trimmed.length > MAX_NAME
    ? { key: 'settings.error.name.long', params: { maximum: MAX_NAME } }
    : undefined
}

/** Who writes from now on. What is signed keeps the name it was signed under. */
export function UserForm({ user }: { user: User }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const api = useApi()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState(user.name)
  const [role, setRole] = useState(user.role)
  const [error, setError] = useState<string>()
  const [failure, setFailure] = useState<string>()

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = checkUserName(name)
    setError(wrong === undefined ? undefined : t(wrong.key, wrong.params))
    setFailure(undefined)
    if (wrong !== undefined) return focusField(form.current, 'userName')
    try {
      const own = (await client.people.list()).find(({ id }) => id === user.id)
      if (own === undefined) return
      const { id, rights } = own
      const held = own.roles.includes(role) ? own.roles : [...own.roles, role]
      await client.people.change({ id, name: name.trim(), roles: held, rights, left: false })
      queryClient.setQueryData(api.archive.status.queryKey(), await client.people.switch({ id, role }))
      setName(name.trim())
      notify(t('settings.user.saved'), 'success')
    } catch (refusal) {
      setFailure(errorText(t, refusal))
    }
  }

  return (
    <section className="settings-section" aria-labelledby="settings-user">
      <h2 className="page-heading" id="settings-user">
        {t('settings.user')}
      </h2>
      <form ref={form} className="form" noValidate onSubmit={(event) => void save(event)}>
        <p className="form-hint">{t('settings.user.lead')}</p>
        <FormAlert text={failure ?? error} />
        <TextField
          label={t('settings.user.name')}
          name="userName"
          autoComplete="name"
          value={name}
          onChange={setName}
          error={error}
        />
        <ChoiceField
          label={t('settings.user.role')}
          name="role"
          value={role}
          options={roles.map((value) => ({ value, label: t(`lists.role.${value}`) }))}
          onChange={setRole}
        />
        <div className="form-actions">
          <button type="submit" className="button button-primary">
            {t('settings.user.save')}
          </button>
        </div>
      </form>
    </section>
  )
}
