import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type FormEvent, use, useEffect, useRef, useState } from 'react'
import { create } from 'zustand'
import type { TextKey } from '../../../shared/text/index.ts'
import { type Admission, ConnectionContext, useConnection } from '../../api/connection.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useArchive } from '../context.ts'
import '../../base/dialog.css'

/** Whether the question is put aside for now; the status bar brings it back. */
const useAside = create(() => ({ aside: false }))

/** Asks for the new address again, where the question was put aside. */
export function askForAddress(): void {
  useAside.setState({ aside: false })
}

/**
 * The web host has started again and does not know this window: asks for the address that it printed. The window stays
 * as it is behind it. Where that address is opened in another tab instead, the window is let in with it and the
 * question goes away by itself. Rendered once.
 */
export function ReconnectDialog() {
  const t = useT()
  const state = useConnection()
  // Without an archive open nothing is written behind the question, so there is nothing to put it aside for.
  const mayWait = useArchive().state === 'open'
  const { aside } = useAside()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (state === 'open') askForAddress()
  }, [state])
  const open = state === 'refused' && !(aside && mayWait)
  return (
    <AlertDialog.Root open={open} onOpenChange={(opens) => useAside.setState({ aside: !opens })}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog" initialFocus={() => input.current}>
          <AlertDialog.Title className="dialog-title">{t('frame.reconnect.title')}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-body">
            {t(mayWait ? 'frame.reconnect.body' : 'frame.reconnect.body.closed')}
          </AlertDialog.Description>
          <AddressForm inputRef={input} mayWait={mayWait} />
        </DialogPopup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

const refusals: Record<Exclude<Admission, 'admitted'> | 'empty', TextKey> = {
  empty: 'frame.reconnect.empty',
  'used-or-wrong': 'frame.reconnect.usedOrWrong',
  elsewhere: 'frame.reconnect.elsewhere',
  'no-answer': 'frame.reconnect.noAnswer',
}

function AddressForm(props: { inputRef: React.RefObject<HTMLInputElement | null>; mayWait: boolean }) {
  const t = useT()
  const { admit } = use(ConnectionContext)
  const [address, setAddress] = useState('')
  const [outcome, setOutcome] = useState<Admission | 'empty' | 'asking'>()
  const busy = outcome === 'asking' || outcome === 'admitted'
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (address.trim() === '') setOutcome('empty')
    else {
      setOutcome('asking')
      setOutcome(await admit(address))
    }
    props.inputRef.current?.select()
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('frame.reconnect.address')}
        name="address"
        inputRef={props.inputRef}
        value={address}
        onChange={(text) => {
          setAddress(text)
          setOutcome(undefined)
        }}
        hint={t('frame.reconnect.address.hint', { origin: window.location.origin })}
        error={outcome === undefined || busy ? undefined : t(refusals[outcome])}
      />
      <div className="dialog-actions">
        {props.mayWait ? (
          <AlertDialog.Close className="button">{t('frame.reconnect.later')}</AlertDialog.Close>
        ) : null}
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          {t(busy ? 'frame.reconnect.busy' : 'frame.reconnect.submit')}
        </button>
      </div>
    </form>
  )
}
