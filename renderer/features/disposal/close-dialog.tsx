import { type FormEvent, useState } from 'react'
import { create } from 'zustand'
import type { CaseId } from '../../../shared/case/ids.ts'
import { errorText } from '../../api/error-text.ts'
import { AskDialog } from '../../base/ask-dialog.tsx'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** The case that is to be closed. */
export const useClosing = create<{ readonly caseId: CaseId | undefined }>(() => ({ caseId: undefined }))

const close = () => useClosing.setState({ caseId: undefined })

/** Avsluta ärendet: what it means, and why, before it is done. */
export function CloseDialog() {
  const t = useT()
  const { caseId } = useClosing()
  return (
    <AskDialog
      isOpen={caseId !== undefined}
      close={close}
      title={t('disposal.close.title')}
      body={t('disposal.close.body')}
    >
      {caseId === undefined ? null : <CloseForm id={caseId} />}
    </AskDialog>
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
