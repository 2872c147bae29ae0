import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { roles, type User } from '../../shared/note/note.ts'
import type { TextKey } from '../../shared/text/index.ts'
import { useT } from '../text/use-t.ts'
import { ChoiceField } from '../workbench/choice-field.tsx'
import { useWorkbench } from '../workbench/context.ts'
import { queryKeys } from '../workbench/query-keys.ts'
import { errorText } from '../workbench/services/error-text.ts'
import { TextField } from '../workbench/text-field.tsx'
import { type CreateErrors, checkCreate } from './check-create.ts'
import { MIN_PASSPHRASE, strength } from './passphrase.ts'
import type { ClosedStatus } from './welcome.tsx'

const strengths: readonly TextKey[] = [
  'welcome.strength.0',
  'welcome.strength.1',
  'welcome.strength.2',
  'welcome.strength.3',
  'welcome.strength.4',
]

/** Name, who writes, and a passphrase where no keychain keeps the key. A refusal leaves all that was typed. */
export function CreateArchive({ keychain }: { keychain: ClosedStatus['keychain'] }) {
  const t = useT()
  const { client } = useWorkbench()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState(() => t('welcome.create.defaultName'))
  const [userName, setUserName] = useState('')
  const [role, setRole] = useState<User['role']>('utredare')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [errors, setErrors] = useState<CreateErrors>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const error = (field: keyof CreateErrors) => {
    const key = errors[field]
    return key === undefined ? undefined : t(key, { minimum: MIN_PASSPHRASE })
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = checkCreate({ name, userName, passphrase, again }, keychain.usable)
    setErrors(found)
    setFailure(undefined)
    const [first] = Object.keys(found)
    if (first !== undefined) {
      form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
      return
    }
    setBusy(true)
    try {
      const status = await client.archive.create({
        name: name.trim(),
        user: { name: userName.trim(), role },
        ...(keychain.usable ? {} : { passphrase }),
      })
      queryClient.setQueryData(queryKeys.archive, status)
    } catch (refusal) {
      setFailure(errorText(t, refusal))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="form" ref={form} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('welcome.create.name')}
        name="name"
        value={name}
        onChange={setName}
        hint={t('welcome.create.name.hint')}
        error={error('name')}
      />
      <TextField
        label={t('welcome.create.user')}
        name="userName"
        value={userName}
        onChange={setUserName}
        hint={t('welcome.create.user.hint')}
        error={error('userName')}
        autoComplete="name"
      />
      <ChoiceField
        label={t('welcome.create.role')}
        name="role"
        value={role}
        options={roles.map((value) => ({ value, label: t(`lists.role.${value}`) }))}
        onChange={setRole}
      />
      {keychain.usable ? (
        <p className="form-hint">{t('welcome.create.keychain', { backend: keychain.backend })}</p>
      ) : (
        <>
          <TextField
            label={t('welcome.create.passphrase')}
            name="passphrase"
            type="password"
            autoComplete="new-password"
            value={passphrase}
            onChange={setPassphrase}
            hint={
              <>
                <p>{t('welcome.create.passphrase.hint', { minimum: MIN_PASSPHRASE })}</p>
                <Strength of={passphrase} />
              </>
            }
            error={error('passphrase')}
          />
          <TextField
            label={t('welcome.create.again')}
            name="again"
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={setAgain}
            error={error('again')}
          />
        </>
      )}
      <div role="alert">{failure === undefined ? null : <p className="form-summary">{failure}</p>}</div>
      <div className="form-actions">
        <button type="submit" className="button button-primary" disabled={busy}>
          {t(busy ? 'welcome.create.busy' : 'welcome.create.submit')}
        </button>
      </div>
    </form>
  )
}

function Strength({ of: passphrase }: { of: string }) {
  const t = useT()
  const level = strength(passphrase)
  return (
    <p className="strength">
      <span className="strength-bar" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= level || undefined} />
        ))}
      </span>
      {t(strengths[level] ?? 'welcome.strength.0')}
    </p>
  )
}
