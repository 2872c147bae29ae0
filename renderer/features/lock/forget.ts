import { useEffect, useState } from 'react'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'

/**
 * Begins the window anew when its archive has been locked: with its page goes every text that it has held, in sessions, queries,
 * editors, their histories and whatever else there may be. Only what the store has is let go: a window that was passed over with
 * something unsaved keeps it, behind the lock, until the archive is open again. True from then until the page is gone: what is
 * answered to a lock that is shown before that would be lost with it.
 */
export function useForgetWhenLocked(status: ArchiveStatus | undefined, hasUnsaved: () => boolean): boolean {
  const [wasOpen, setWasOpen] = useState(false)
  if (status?.state === 'open' && !wasOpen) setWasOpen(true)
  const isLocked = status?.state === 'closed' && status.locked !== undefined
  const forgets = wasOpen && isLocked && !hasUnsaved()
  useEffect(() => {
    if (forgets) window.location.reload()
  }, [forgets])
  return forgets
}
