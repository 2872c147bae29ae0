import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useRef, useState } from 'react'
import { create } from 'zustand'
import type { FollowProgress } from '../../../../shared/api/follow.ts'
import { errorText } from '../../../api/error-text.ts'
import { DialogPopup } from '../../../base/dialog-popup.tsx'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import '../../../base/dialog.css'
import './follow.css'

const useOpen = create<{ isOpen: boolean }>(() => ({ isOpen: false }))

/** Asks whether all drafts of the archive are to follow their templates. */
export const openFollowAll = (): void => useOpen.setState({ isOpen: true })

/** The dialog in which all drafts follow their templates, with how far it has come and a way to stop. Rendered once. */
export function FollowAllDialog() {
  const { isOpen } = useOpen()
  return isOpen ? <Dialog close={() => useOpen.setState({ isOpen: false })} /> : null
}

type Running = { readonly at: FollowProgress; readonly ended: boolean }

/** Lets the drafts follow; what has followed when it is stopped or fails has, and is told. */
function useRun() {
  const t = useT()
  const { client, notify, saveAll } = useWorkbench()
  const [running, setRunning] = useState<Running>()
  const stopping = useRef<AbortController>(undefined)
  const run = async () => {
    // What is being written is in the store first, and follows as it stands there.
    if (!(await saveAll())) return notify(t('notes.move.unsaved'), 'error')
    const stop = new AbortController()
    stopping.current = stop
    let at: FollowProgress = { done: 0, total: 0, followed: 0, stayed: 0 }
    setRunning({ at, ended: false })
    try {
      for await (const event of await client.follow.all({}, { signal: stop.signal })) {
        at = event
        setRunning({ at, ended: false })
        if (stop.signal.aborted) break
      }
    } catch (error) {
      if (!stop.signal.aborted) notify(errorText(t, error), 'error')
    }
    setRunning({ at, ended: true })
  }
  return { running, run, stop: () => stopping.current?.abort() }
}

function Dialog({ close }: { close: () => void }) {
  const t = useT()
  const { running, run, stop } = useRun()
  const [open, setOpen] = useState(true)
  const { at, ended } = running ?? { at: undefined, ended: false }
  const isRunning = running !== undefined && !ended
  // The button that stays has the focus when the other goes.
  const rest = useRef<HTMLButtonElement>(null)
  const go = useRef<HTMLButtonElement>(null)
  const begin = () => {
    rest.current?.focus()
    void run()
  }
  const leave = () => {
    stop()
    setOpen(false)
  }
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(isOpen) => (isOpen ? setOpen(true) : leave())}
      onOpenChangeComplete={(isOpen) => {
        if (!isOpen) close()
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop" />
        <DialogPopup className="dialog" initialFocus={() => go.current}>
          <AlertDialog.Title className="dialog-title">{t('follow.all')}</AlertDialog.Title>
          <AlertDialog.Description className="dialog-body">{t('follow.all.what')}</AlertDialog.Description>
          {at === undefined || ended ? null : (
            <label className="follow-progress">
              {t('follow.progress', { done: at.done, total: at.total })}
              <progress max={Math.max(1, at.total)} value={at.done} />
            </label>
          )}
          <p role="status">
            {at !== undefined && ended ? t('follow.ended', { count: at.followed, stayed: at.stayed }) : ''}
          </p>
          <div className="dialog-actions">
            <button ref={rest} type="button" className="button" onClick={isRunning ? stop : leave}>
              {t(isRunning ? 'follow.all.stop' : ended ? 'follow.all.close' : 'follow.all.cancel')}
            </button>
            {running === undefined ? (
              <button ref={go} type="button" className="button button-primary" onClick={begin}>
                {t('follow.all.run')}
              </button>
            ) : null}
          </div>
        </DialogPopup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
