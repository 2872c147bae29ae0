import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { changeEvents } from '../../api/changes.ts'
import { onLockRequest } from '../../api/host.ts'
import { useApi } from '../../api/use-client.ts'
import { systemClock } from '../../base/clock.ts'
import { createListeners } from '../../base/listeners.ts'
import { useWorkbench } from '../../workbench/context.ts'
import { useLockMinutes } from '../../workbench/lock-minutes.ts'
import { sparingly, watchActivity } from './activity.ts'
import { focusAgain, keepFocus } from './focus-again.ts'
import { watchIdle } from './idle.ts'
import { LockNotice } from './lock-notice.tsx'
import { type LockPorts, lock, notLocking, useLockState } from './locking.ts'

/** How often, at the most, the other windows are told that somebody is at work in this one. */
const TELL_MS = 10_000
const AGAIN_MS = 2000

const requests = createListeners<void>()

/** Locks the archive, if one is open. */
export const requestLock = (): void => requests.emit()

/** Keeps the lock while an archive is open: when nobody does anything, when it is asked for, and when another window asks. */
export function LockKeeper() {
  const { client, editors } = useWorkbench()
  useEffect(() => {
    if (focusAgain(client) === 'nowhere') editors.focusActive()
  }, [client, editors])
  useLocking()
  return <LockNotice idle={useIdle()} />
}

function useLocking(): void {
  const { client, queryClient, saveAll } = useWorkbench()
  const status = useApi().archive.status.queryKey()
  useStill(useLockState(({ kind }) => kind === 'locking'))
  const latest = useRef<LockPorts>(undefined)
  useEffect(() => {
    latest.current = {
      saveAll,
      ask: (saved) => client.archive.lock({ saved }),
      closed: (closed) => queryClient.setQueryData(status, closed),
      pause: () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS)),
    }
  })
  useEffect(() => {
    const stop = new AbortController()
    const begin = () => {
      if (latest.current === undefined) return
      keepFocus(client)
      void lock(latest.current, stop.signal)
    }
    const ends = [
      requests.add(begin),
      onLockRequest(begin),
      changeEvents.add((event) => {
        if (event.type === 'locking' && !event.own) begin()
      }),
    ]
    return () => {
      stop.abort()
      for (const end of ends) end()
      notLocking()
    }
  }, [client])
}

/** While everything is being saved nothing more can be written; what had the focus has it again where the lock must wait. */
function useStill(still: boolean): void {
  useEffect(() => {
    if (!still) return
    const focused = document.activeElement
    document.body.inert = true
    return () => {
      document.body.inert = false
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
    }
  }, [still])
}

function useIdle() {
  const { client } = useWorkbench()
  const { minutes } = useLockMinutes()
  const [watch] = useState(() => watchIdle(systemClock, minutes))
  useEffect(() => watch.setMinutes(minutes), [watch, minutes])
  useEffect(() => {
    const tell = sparingly(systemClock, TELL_MS, () => {
      // A line that is broken tells nobody anything; the lock waits for it as well.
      client.archive.active().catch(() => undefined)
    })
    const ends = [
      watch.onChange(() => {
        if (watch.state().kind === 'over') requestLock()
      }),
      watchActivity(window, () => {
        watch.seen()
        tell()
      }),
      changeEvents.add((event) => {
        if (event.type === 'active' && !event.own) watch.seen()
      }),
    ]
    return () => {
      for (const end of ends) end()
      watch.stop()
    }
  }, [watch, client])
  return useSyncExternalStore(watch.onChange, watch.state)
}
