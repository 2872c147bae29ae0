import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArchiveStatus } from '../../../shared/api/archive.ts'
import { queryKeys } from '../../api/query-keys.ts'

/**
 * A way into an archive. `enter` makes the call and shows the archive that it opened; a refusal is given to `refused`,
 * and the page stays as it was typed.
 */
export function useEntry(refused: (error: unknown) => void) {
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const enter = async (call: () => Promise<ArchiveStatus>) => {
    if (busy) return
    setBusy(true)
    try {
      queryClient.setQueryData(queryKeys.archive, await call())
    } catch (error) {
      refused(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, enter }
}
