import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { create } from 'zustand'
import type { NoteId } from '../../../shared/case/ids.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { AskDialog } from '../../base/ask-dialog.tsx'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { FormAlert, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { noteServices } from '../../note-model/services.ts'
import { useWorkbench } from '../../workbench/context.ts'

/** The note whose makulering is asked for. */
export const useAnnulling = create<{ readonly note: NoteId | undefined }>(() => ({ note: undefined }))

const close = () => useAnnulling.setState({ note: undefined })

/** Makulera: what it means, who does it, and why, before it is done. */
export function AnnulDialog() {
  const t = useT()
  const { note } = useAnnulling()
  return (
    <AskDialog
      isOpen={note !== undefined}
      close={close}
      title={t('amend.annul.title')}
      body={t('amend.annul.body')}
    >
      {note === undefined ? null : <AnnulForm note={note} />}
    </AskDialog>
  )
}

function AnnulForm({ note }: { note: NoteId }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const archive = useQuery(useApi().archive.status.queryOptions())
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<string>()

  const annul = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setError(t('amend.annul.reason.missing'))
    try {
      const annulled = await client.amendments.annul({ note, reason })
      noteServices(client).sessions.get(note)?.receive(annulled)
      notify(t('amend.annul.done'), 'success')
      close()
    } catch (refusal) {
      setProblem(errorText(t, refusal))
    }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void annul(event)}>
      <TextField
        label={t('amend.annul.reason')}
        name="annulReason"
        value={reason}
        onChange={setReason}
        hint={t('amend.annul.reason.hint')}
        error={error}
      />
      {archive.data?.state === 'open' ? (
        <p>
          {t('amend.annul.who', {
            name: archive.data.user.name,
            role: t(`lists.role.${archive.data.user.role}`).toLowerCase(),
          })}
        </p>
      ) : null}
      <FormAlert text={problem} />
      <DialogActions submit={t('amend.annul.confirm')} icon="circle-slash" />
    </form>
  )
}
