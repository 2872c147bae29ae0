import { useEffect, useRef } from 'react'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'

/**
 * Begins the window anew when its archive has been locked: with its page goes every text that it has held, in sessions, queries,
 * editors, their histories and whatever else there may be. Only what the store has is let go: a window that was passed over with
 * something unsaved keeps it, behind the lock, until the archive is open again.
 */
export function useForgetWhenLocked(status: ArchiveStatus | undefined, hasUnsaved: () => boolean): void {
  const wasOpen = useRef(false)
  useEffect(() => {
    if (status?.state === 'open') wasOpen.current = true
    if (status?.state !== 'closed' || status.locked === undefined) return
    if (wasOpen.current && !hasUnsaved()) window.location.reload()
  }, [status, hasUnsaved])
}
