import { type FormEvent, useRef, useState } from 'react'
import type { ArchiveInfo } from '../../../shared/api/archive.ts'
import { errorCode, errorText } from '../../api/error-text.ts'
import { usePolicies } from '../../api/policies.ts'
import { FormAlert, focusField, TextField } from '../../base/form-kit.tsx'
import { MIN_PASSPHRASE, PassphraseFields, passphraseError } from '../../base/passphrase-fields.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { useWayIn } from './ways-in.ts'

const aboutKey = ['RECOVERY_KEY_MISREAD', 'RECOVERY_KEY_LENGTH', 'WRONG_RECOVERY_KEY']

/** Opens an archive by the recovery key that the agency holds, and gives it a new passphrase. */
export function RecoverForm({ archive, back }: { archive: ArchiveInfo; back: () => void }) {
  const t = useT()
  const { client } = useWorkbench()
  const minimum = Math.max(MIN_PASSPHRASE, usePolicies().passphraseMinimum ?? 0)
  const form = useRef<HTMLFormElement>(null)
  const [recoveryKey, setRecoveryKey] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<{ field: string; text: string }>()
  const at = (field: string) => (error?.field === field ? error.text : undefined)
  const { busy, enter } = useWayIn((refusal) => {
    const field = aboutKey.includes(errorCode(refusal) ?? '') ? 'recoveryKey' : 'form'
    setError({ field, text: errorText(t, refusal) })
    focusField(form.current, field)
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = passphraseError(passphrase, again, minimum)
    setError(wrong && { field: wrong.field, text: t(wrong.key, wrong.params) })
    if (wrong !== undefined) return focusField(form.current, wrong.field)
    void enter(() => client.key.recover({ path: archive.path, recoveryKey, next: passphrase }))
  }

  if (!archive.recovery)
    return (
      <div className="form">
        <p role="status">{t('errors.NO_RECOVERY_KEY')}</p>
        <Back back={back} />
      </div>
    )
  return (
    <form ref={form} className="form" noValidate onSubmit={submit}>
      <p>{t('welcome.recover.lead', { name: archive.name })}</p>
      <FormAlert text={error?.text} />
      <TextField
        label={t('welcome.recover.key')}
        name="recoveryKey"
        value={recoveryKey}
        onChange={setRecoveryKey}
        hint={t('welcome.recover.key.hint')}
        error={at('recoveryKey')}
        inputRef={(input) => input?.focus()}
      />
      <PassphraseFields
        minimum={minimum}
        passphrase={passphrase}
        again={again}
        onPassphrase={setPassphrase}
        onAgain={setAgain}
        passphraseError={at('passphrase')}
        againError={at('again')}
      />
      <div className="form-actions">
        <Back back={back} />
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          {t(busy ? 'welcome.open.busy' : 'welcome.recover.submit')}
        </button>
      </div>
    </form>
  )
}

/** The way back to the passphrase. */
export function Back({ back }: { back: () => void }) {
  const t = useT()
  return (
    <button type="button" className="button" onClick={back}>
      {t('welcome.back')}
    </button>
  )
}
