import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { KeyState } from '../../../shared/api/key.ts'
import { errorCode, errorText } from '../../api/error-text.ts'
import { usePolicies } from '../../api/policies.ts'
import { useApi } from '../../api/use-client.ts'
import { AskDialog } from '../../base/ask-dialog.tsx'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { ChoiceField, FormAlert, focusField, TextField } from '../../base/form-kit.tsx'
import { MIN_PASSPHRASE, PassphraseFields, passphraseError } from '../../base/passphrase-fields.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { showKeyDialog } from './state.ts'

const close = () => showKeyDialog('none')

/** Changes what opens the archive: another passphrase, or the keychain where it may keep the key. */
export function PassphraseDialog({ state }: { state: KeyState }) {
  const t = useT()
  return (
    <AskDialog
      isOpen
      close={close}
      title={t('safekeeping.passphrase.title')}
      body={t('safekeeping.passphrase.lead')}
    >
      <PassphraseForm state={state} />
    </AskDialog>
  )
}

function PassphraseForm({ state }: { state: KeyState }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const api = useApi()
  const queryClient = useQueryClient()
  const { passphraseNeeded, passphraseMinimum } = usePolicies()
  const minimum = Math.max(MIN_PASSPHRASE, passphraseMinimum ?? 0)
  const form = useRef<HTMLFormElement>(null)
  const [kind, setKind] = useState<'passphrase' | 'keychain'>('passphrase')
  const [current, setCurrent] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [error, setError] = useState<{ field: string; text: string }>()
  const at = (field: string) => (error?.field === field ? error.text : undefined)

  const change = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = kind === 'passphrase' ? passphraseError(passphrase, again, minimum) : undefined
    setError(wrong && { field: wrong.field, text: t(wrong.key, wrong.params) })
    if (wrong !== undefined) return focusField(form.current, wrong.field)
    try {
      const status = await client.key.change({
        ...(state.key === 'passphrase' ? { current } : {}),
        ...(kind === 'passphrase' ? { next: passphrase } : {}),
      })
      queryClient.setQueryData(api.archive.status.queryKey(), status)
      notify(t('safekeeping.passphrase.changed'), 'success')
      close()
    } catch (refusal) {
      const isCurrent = ['WRONG_PASSPHRASE', 'PASSPHRASE_NEEDED'].includes(errorCode(refusal) ?? '')
      setError({ field: isCurrent ? 'current' : 'form', text: errorText(t, refusal) })
      if (isCurrent) focusField(form.current, 'current')
    }
  }

  return (
    <form ref={form} className="form" noValidate onSubmit={(event) => void change(event)}>
      <FormAlert text={error?.text} />
      {state.key === 'passphrase' ? (
        <TextField
          label={t('safekeeping.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={at('current')}
        />
      ) : null}
      {state.keychain.usable && passphraseNeeded !== true ? (
        <ChoiceField
          label={t('safekeeping.protection')}
          name="kind"
          value={kind}
          options={(['passphrase', 'keychain'] as const).map((value) => ({
            value,
            label: t(`safekeeping.protection.${value}`, { backend: state.keychain.backend }),
          }))}
          onChange={setKind}
        />
      ) : null}
      {kind === 'passphrase' ? (
        <PassphraseFields
          minimum={minimum}
          passphrase={passphrase}
          again={again}
          onPassphrase={setPassphrase}
          onAgain={setAgain}
          passphraseError={at('passphrase')}
          againError={at('again')}
        />
      ) : null}
      <DialogActions submit={t('safekeeping.passphrase.submit')} />
    </form>
  )
}
