import { Dialog } from '@base-ui/react/dialog'
import { type FormEvent, useState } from 'react'
import { readDateText } from '../../../shared/case/date-text.ts'
import { addDays, type IsoDate } from '../../../shared/case/dates.ts'
import { errorText } from '../../api/error-text.ts'
import { useToday } from '../../base/clock.ts'
import { DialogActions } from '../../base/dialog-actions.tsx'
import { DialogPopup } from '../../base/dialog-popup.tsx'
import { Labelled } from '../../base/form-kit.tsx'
import { useT } from '../../base/use-t.ts'
import { DateEntry } from '../../fields/date-entry.tsx'
import { useWorkbench } from '../../workbench/context.ts'
import { type Postponed, useWatchState } from './state.ts'
import '../../base/dialog.css'

/** What is offered first. Own choice. */
const OFFERED_DAYS = 7

const close = () => useWatchState.setState({ postponing: undefined })

/** Lägg undan: until when a case is kept out of one's own lists. */
export function LaterDialog() {
  const t = useT()
  const postponing = useWatchState((state) => state.postponing)
  return (
    <Dialog.Root open={postponing !== undefined} onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog">
          {postponing === undefined ? null : (
            <>
              <Dialog.Title className="dialog-title">
                {t('watch.later.title', { number: postponing.number })}
              </Dialog.Title>
              <Dialog.Description className="dialog-body">{t('watch.later.body')}</Dialog.Description>
              <LaterForm {...postponing} />
            </>
          )}
        </DialogPopup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function LaterForm({ caseId, number, isAside }: Postponed) {
  const t = useT()
  const today = useToday()
  const { client, notify } = useWorkbench()
  const [typed, setTyped] = useState<string>(addDays(today, OFFERED_DAYS))
  const [error, setError] = useState<string>()
  const mark = async (until: IsoDate | null) => {
    try {
      await client.watch.mark({ caseId, until })
      notify(
        until === null ? t('watch.later.undone', { number }) : t('watch.later.done', { number, date: until }),
        'success',
      )
      close()
    } catch (refusal) {
      setError(errorText(t, refusal))
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const until = readDateText(typed, { today })
    if (until === undefined || until <= today) setError(t('watch.later.error'))
    else void mark(until)
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <Labelled label={t('watch.later.until')} error={error}>
        {(ties) => (
          <DateEntry {...ties} name="until" value={typed} onChange={setTyped} origin={{ today }} required />
        )}
      </Labelled>
      <DialogActions submit={t('watch.later.do')}>
        {isAside ? (
          <button type="button" className="button" onClick={() => void mark(null)}>
            {t('watch.later.back')}
          </button>
        ) : null}
      </DialogActions>
    </form>
  )
}
