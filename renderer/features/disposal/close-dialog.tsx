import { Dialog } from '@base-ui/react/dialog'
import { type FormEvent, useState } from 'react'
import { create } from 'zustand'
import type { CaseId } from '../../../shared/case/ids.ts'
import { errorText } from '../../api/error-text.ts'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'
import '../../base/dialog.css'

/** The case that is to be closed. */
export const useClosing = create<{ readonly caseId: CaseId | undefined }>(() => ({ caseId: undefined }))

const close = () => useClosing.setState({ caseId: undefined })

/** Avsluta ärendet: what it means, and why, before it is done. */
export function CloseDialog() {
  const t = useT()
  const { caseId } = useClosing()
  return (
    <Dialog.Root open={caseId !== undefined} onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="dialog-title">{t('disposal.close.title')}</Dialog.Title>
          <Dialog.Description className="dialog-body">{t('disposal.close.body')}</Dialog.Description>
          {caseId === undefined ? null : <CloseForm id={caseId} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function CloseForm({ id }: { id: CaseId }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setError(t('disposal.close.missing'))
    try {
      await client.cases.close({ id, reason })
      notify(t('disposal.closed'), 'success')
      close()
    } catch (refusal) {
      setError(errorText(t, refusal))
    }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('disposal.close.reason')}
        name="closeReason"
        value={reason}
        onChange={setReason}
        error={error}
      />
      <DialogActions submit={t('disposal.close.do')} />
    </form>
  )
}
