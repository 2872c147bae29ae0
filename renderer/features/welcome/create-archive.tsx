import { type FormEvent, useRef, useState } from 'react'
import { roles, type User } from '../../../shared/note/note.ts'
import { errorText } from '../../api/error-text.ts'
import { ChoiceField, FormAlert, focusField, TextField } from '../../base/form-kit.tsx'
import { type Translate, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { type CreateDraft, type CreateError, type CreateField, checkCreate } from './check-create.ts'
import type { ClosedStatus } from './closed-status.ts'
import { PassphraseFields } from './passphrase-fields.tsx'
import { useEntry } from './use-entry.ts'

/** Name, who writes, and a passphrase where no keychain keeps the key. A refusal leaves all that was typed. */
export function CreateArchive({ keychain }: { keychain: ClosedStatus['keychain'] }) {
  const t = useT()
  const { client } = useWorkbench()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<CreateDraft>(() => ({
    name: t('welcome.create.defaultName'),
    userName: '',
    passphrase: '',
    again: '',
  }))
  const [role, setRole] = useState<User['role']>('utredare')
  const [errors, setErrors] = useState<readonly CreateError[]>([])
  const [failure, setFailure] = useState<string>()
  const { busy, enter } = useEntry((refusal) => setFailure(errorText(t, refusal)))
  const type = (field: CreateField) => (text: string) => {
    setDraft((before) => ({ ...before, [field]: text }))
    setErrors((before) => before.filter((error) => error.field !== field))
  }
  const errorAt = (field: CreateField) => {
    const error = errors.find((each) => each.field === field)
    return error === undefined ? undefined : t(error.key, error.params)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = checkCreate(draft, keychain.usable)
    setErrors(found)
    setFailure(undefined)
    const [first] = found
    if (first !== undefined) return focusField(form.current, first.field)
    void enter(() =>
      client.archive.create({
        name: draft.name.trim(),
        user: { name: draft.userName.trim(), role },
        ...(keychain.usable ? {} : { passphrase: draft.passphrase }),
      }),
    )
  }

  return (
    <form className="form" ref={form} noValidate onSubmit={submit}>
      <FormAlert text={failure ?? summary(t, errors.length)} />
      <TextField
        label={t('welcome.create.name')}
        name="name"
        value={draft.name}
        onChange={type('name')}
        hint={t('welcome.create.name.hint')}
        error={errorAt('name')}
      />
      <TextField
        label={t('welcome.create.user')}
        name="userName"
        value={draft.userName}
        onChange={type('userName')}
        hint={t('welcome.create.user.hint')}
        error={errorAt('userName')}
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
        <PassphraseFields
          backend={keychain.backend}
          passphrase={draft.passphrase}
          again={draft.again}
          onPassphrase={type('passphrase')}
          onAgain={type('again')}
          passphraseError={errorAt('passphrase')}
          againError={errorAt('again')}
        />
      )}
      <div className="form-actions">
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          {t(busy ? 'welcome.create.busy' : 'welcome.create.submit')}
        </button>
      </div>
    </form>
  )
}

function summary(t: Translate, count: number): string | undefined {
  if (count === 0) return undefined
  return count === 1 ? t('welcome.error.summary.one') : t('welcome.error.summary.many', { count })
}
