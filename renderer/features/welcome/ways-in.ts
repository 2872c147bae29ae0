import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArchiveInfo, ArchiveStatus } from '../../../shared/api/archive.ts'
import { useApi } from '../../api/use-client.ts'

/** The archive's status while none is open: which are known, and whether a keychain can keep a key. */
export type ClosedStatus = Extract<ArchiveStatus, { state: 'closed' }>

/**
 * The archives as the welcome page offers them: the one opened last first, then by name. The demo archive has a way
 * in of its own and is left out.
 */
export function offeredArchives(
  known: readonly ArchiveInfo[],
  latest: string | undefined,
): readonly ArchiveInfo[] {
  const { compare } = new Intl.Collator('sv')
  return known
    .filter(({ demo }) => !demo)
    .toSorted((a, b) => Number(b.path === latest) - Number(a.path === latest) || compare(a.name, b.name))
}

/**
 * A way into an archive. `enter` makes the call and shows the archive that it opened; a refusal is given to `refused`,
 * and the page stays as it was typed.
 */
export function useWayIn(refused: (error: unknown) => void) {
  const api = useApi()
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const enter = async (call: () => Promise<ArchiveStatus>) => {
    if (busy) return
    setBusy(true)
    try {
      queryClient.setQueryData(api.archive.status.queryKey(), await call())
    } catch (error) {
      refused(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, enter }
}
