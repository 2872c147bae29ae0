import { type FormEvent, useRef, useState } from 'react'
import type { TextKey } from '../../../shared/text/index.ts'
import type { MessageParams } from '../../../shared/text/message.ts'
import { may } from '../../../shared/user/may.ts'
import { roles, type User } from '../../../shared/user/user.ts'
import { errorCode, errorText } from '../../api/error-text.ts'
import { usePolicies } from '../../api/policies.ts'
import { ChoiceField, FormAlert, focusField, TextField } from '../../base/form-kit.tsx'
import { MIN_PASSPHRASE, PassphraseFields, passphraseError } from '../../base/passphrase-fields.tsx'
import { type Translate, useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { type ClosedStatus, useWayIn } from './ways-in.ts'

export interface CreateDraft {
  readonly name: string
  readonly userName: string
  readonly passphrase: string
  readonly again: string
}
export type CreateField = keyof CreateDraft

/** What is wrong with one field, as a text key and its values. */
export interface CreateError {
  readonly field: CreateField
  readonly key: TextKey
  readonly params?: MessageParams
}

/** The contract's limits (shared/api/archive.ts, shared/note/note.ts), told before the call rather than by its refusal. */
const MAX_NAME = 80
const MAX_USER = 200

/**
 * What is wrong with a new archive's form, in the order of the form, at most one error a field. Empty where it can
 * be sent. With a keychain the passphrases are not asked for and not looked at.
 */
export function checkCreate(
  draft: CreateDraft,
  keychain: boolean,
  minimum = MIN_PASSPHRASE,
): readonly CreateError[] {
  return [
    ...checkText('name', draft.name, MAX_NAME, 'welcome.error.name', 'welcome.error.name.long'),
    ...checkText('userName', draft.userName, MAX_USER, 'welcome.error.user', 'welcome.error.user.long'),
    ...(keychain ? [] : checkPassphrase(draft, minimum)),
  ]
}

function checkText(
  field: CreateField,
  text: string,
  maximum: number,
  empty: TextKey,
  long: TextKey,
): CreateError[] {
  const trimmed = text.trim()
  if (trimmed === '') return [{ field, key: empty }]
  return trimmed.length > maximum ? [{ field, key: long, params: { maximum } }] : []
}

function checkPassphrase({ passphrase, again }: CreateDraft, minimum: number): CreateError[] {
  const error = passphraseError(passphrase, again, minimum)
  return error === undefined ? [] : [error]
}

/** Whoever makes an archive writes in it. */
const founders = roles.filter((role) => may(role, 'write', { demo: false }))

/** Name, who writes, and a passphrase where no keychain keeps the key. A refusal leaves all that was typed. */
export function CreateArchive({ keychain }: { keychain: ClosedStatus['keychain'] }) {
  const t = useT()
  const { client } = useWorkbench()
  const { passphraseNeeded, passphraseMinimum } = usePolicies()
  // Whether a keychain gives its secrets out is not known before it is asked.
  const [isLocked, setLocked] = useState(false)
  const byKeychain = keychain.usable && !passphraseNeeded && !isLocked
  const minimum = Math.max(MIN_PASSPHRASE, passphraseMinimum ?? 0)
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
  const { busy, enter } = useWayIn((refusal) => {
    setFailure(errorText(t, refusal))
    setLocked(errorCode(refusal) === 'KEYCHAIN_LOCKED')
  })
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
    const found = checkCreate(draft, byKeychain, minimum)
    setErrors(found)
    setFailure(undefined)
    const [first] = found
    if (first !== undefined) return focusField(form.current, first.field)
    void enter(() =>
      client.archive.create({
        name: draft.name.trim(),
        user: { name: draft.userName.trim(), role },
        ...(byKeychain ? {} : { passphrase: draft.passphrase }),
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
        options={founders.map((value) => ({ value, label: t(`lists.role.${value}`) }))}
        onChange={setRole}
      />
      {byKeychain ? (
        <p className="form-hint">{t('welcome.create.keychain', { backend: keychain.backend })}</p>
      ) : (
        <PassphraseFields
          why={whyPassphrase(t, keychain.usable && !isLocked ? undefined : keychain.backend)}
          minimum={minimum}
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

/** Why a passphrase is asked for: the keychain that cannot keep a key, or the agency where one could. */
function whyPassphrase(t: Translate, backend: string | undefined): string {
  if (backend === undefined) return t('policies.passphraseNeeded.governed')
  return backend === 'none' ? t('welcome.create.why.none') : t('welcome.create.why', { backend })
}

function summary(t: Translate, count: number): string | undefined {
  if (count === 0) return undefined
  return t('welcome.error.summary', { count })
}
