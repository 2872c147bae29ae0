import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { KeyState } from '../../../shared/api/key.ts'
import { swedishDate } from '../../../shared/case/dates.ts'
import { errorText } from '../../api/error-text.ts'
import { useApi } from '../../api/use-client.ts'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { saveFile } from '../../base/files.ts'
import { FormAlert, TextField } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { useArchive, useWorkbench } from '../../workbench/context.ts'
import { showKeyDialog } from './state.ts'
import '../../base/dialog.css'
import './safekeeping.css'

const close = () => showKeyDialog('none')

/** Makes a recovery key, shows it this once, and takes it into use when it is written down. */
export function RecoveryDialog({ state }: { state: KeyState }) {
  const t = useT()
  const [groups, setGroups] = useState<readonly string[]>()
  const decline = useDecline()
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || (state.must ? undefined : void decline())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog recovery-sheet">
          <AlertDialog.Title className="dialog-title">{t('safekeeping.recovery.title')}</AlertDialog.Title>
          {groups === undefined ? (
            <Offer state={state} show={setGroups} decline={decline} />
          ) : (
            <Written groups={groups} />
          )}
        </DialogPopup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

/** Leaves the archive as it was. */
function useDecline() {
  const t = useT()
  const { client, notify } = useWorkbench()
  const api = useApi()
  const queryClient = useQueryClient()
  return async () => {
    try {
      queryClient.setQueryData(api.archive.status.queryKey(), await client.key.declineRecovery())
      await queryClient.invalidateQueries({ queryKey: api.key.key() })
    } catch (error) {
      notify(errorText(t, error), 'error')
    }
    close()
  }
}

interface OfferProps {
  state: KeyState
  show: (groups: readonly string[]) => void
  decline: () => Promise<void>
}

/** What a recovery key is and what it means to have none; asks for the passphrase, except where it was just chosen. */
function Offer({ state, show, decline }: OfferProps) {
  const t = useT()
  const { client } = useWorkbench()
  const [current, setCurrent] = useState('')
  const [failure, setFailure] = useState<string>()
  const make = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(undefined)
    try {
      show((await client.key.offerRecovery(state.asksCurrent ? { current } : {})).groups)
    } catch (error) {
      setFailure(errorText(t, error))
    }
  }
  return (
    <form className="form" noValidate onSubmit={(event) => void make(event)}>
      <AlertDialog.Description className="dialog-body">
        {t('safekeeping.recovery.what')}
      </AlertDialog.Description>
      <p>
        <strong>{t(state.must ? 'safekeeping.recovery.must' : 'safekeeping.recovery.without')}</strong>
      </p>
      {state.has ? <p>{t('safekeeping.recovery.replaces')}</p> : null}
      <FormAlert text={failure} />
      {state.asksCurrent ? (
        <TextField
          label={t('safekeeping.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
      ) : null}
      <div className="dialog-actions">
        {state.must ? null : (
          <button type="button" className="button" onClick={() => void decline()}>
            {t(state.asks ? 'safekeeping.recovery.skip' : 'frame.cancel')}
          </button>
        )}
        <button type="submit" className="button button-primary">
          {t('safekeeping.recovery.show')}
        </button>
      </div>
    </form>
  )
}

/** The key, in groups that can be typed, and the ways to keep it on paper. It opens nothing before it is said to be kept. */
function Written({ groups }: { groups: readonly string[] }) {
  const t = useT()
  const { client, notify } = useWorkbench()
  const api = useApi()
  const queryClient = useQueryClient()
  const archive = useArchive()
  const box = useRef<HTMLInputElement>(null)
  const [isKept, setKept] = useState(false)
  const [failure, setFailure] = useState<string>()
  const name = archive.state === 'open' ? archive.archive.name : ''
  const about = t('safekeeping.recovery.of', { name, date: swedishDate(new Date()) })

  const save = () =>
    saveFile({
      fileName: `${t('safekeeping.recovery.fileName')}.txt`,
      mimeType: 'text/plain;charset=utf-8',
      content: [
        about,
        '',
        ...groups.map((group, at) => `${at + 1}.  ${group}`),
        '',
        t('safekeeping.recovery.keep'),
        '',
      ].join('\n'),
    })
  const take = async () => {
    if (!isKept) {
      setFailure(t('safekeeping.recovery.notKept'))
      box.current?.focus()
      return
    }
    try {
      queryClient.setQueryData(api.archive.status.queryKey(), await client.key.takeRecovery())
      await queryClient.invalidateQueries({ queryKey: api.key.key() })
      notify(t('safekeeping.recovery.taken'), 'success')
      close()
    } catch (error) {
      setFailure(errorText(t, error))
    }
  }
  return (
    <>
      <AlertDialog.Description className="dialog-body">{about}</AlertDialog.Description>
      <ol className="recovery-groups" aria-label={t('safekeeping.recovery.title')}>
        {groups.map((group, at) => (
          <li key={group}>
            <small aria-hidden="true">{at + 1}</small>
            <span>{group}</span>
          </li>
        ))}
      </ol>
      <p>{t('safekeeping.recovery.keep')}</p>
      <div className="recovery-ways">
        <button type="button" className="button" onClick={() => window.print()}>
          {t('safekeeping.recovery.print')}
        </button>
        <button type="button" className="button" onClick={save}>
          {t('safekeeping.recovery.save')}
        </button>
      </div>
      <label className="form-choice">
        <input
          ref={box}
          type="checkbox"
          checked={isKept}
          onChange={(event) => setKept(event.target.checked)}
        />
        {t('safekeeping.recovery.kept')}
      </label>
      <FormAlert text={failure} />
      <div className="dialog-actions">
        <button type="button" className="button button-primary" onClick={() => void take()}>
          {t('safekeeping.recovery.done')}
        </button>
      </div>
    </>
  )
}
