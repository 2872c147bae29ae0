import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { z } from 'zod'
import { create } from 'zustand'
import {
  emptyPackDraft,
  PACK_DRAFT,
  type PackDraft,
  packDraftSchema,
  pruned,
} from '../../../../shared/training/pack-draft.ts'
import { errorText } from '../../../api/error-text.ts'
import { apiOf, type Client, useApi } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { Unsaved } from '../../../workbench/contribution.ts'

/** So long after the last key what is written is in the archive. */
const PAUSE_MS = 400

/** What is written and not in the archive yet, and the cache that is told of it once it is. */
interface Waiting {
  readonly draft: PackDraft
  readonly queryClient: QueryClient
}

/** Held apart from the settings that were asked for, since those are asked for again at any time and answered without it. */
const useWaiting = create<{ readonly waiting: Waiting | undefined }>(() => ({ waiting: undefined }))
const waitingNow = () => useWaiting.getState().waiting
let timer: ReturnType<typeof setTimeout> | undefined

async function send(client: Client): Promise<void> {
  clearTimeout(timer)
  const sent = waitingNow()
  if (sent === undefined) return
  const { draft, queryClient } = sent
  const value = z.json().parse(draft)
  await client.settings.set({ key: PACK_DRAFT, value })
  const queryKey = apiOf(client).settings.get.queryKey()
  // Settings that were asked for before it was there come without it.
  await queryClient.cancelQueries({ queryKey })
  // What has been written meanwhile is on its way, and says what this says.
  if (waitingNow() !== sent) return
  queryClient.setQueryData(queryKey, (settings) => settings && { ...settings, [PACK_DRAFT]: value })
  useWaiting.setState({ waiting: undefined })
  void queryClient.invalidateQueries({ queryKey })
}

/** What is written of a pack, asked for before the archive or the window closes. */
export const unsavedPack: Unsaved = {
  pending: () => waitingNow() !== undefined,
  flush: (client) =>
    send(client).then(
      () => waitingNow() === undefined,
      () => false,
    ),
}

/** The pack that is being written, as it was drawn and as it is now; and the change of it: in the window at once, and in the archive after a pause. */
export function usePackDraft(): {
  readonly draft: PackDraft | undefined
  readonly current: () => PackDraft
  readonly change: (change: Partial<PackDraft>) => void
} {
  const t = useT()
  const { client, queryClient, notify } = useWorkbench()
  const { data } = useQuery(useApi().settings.get.queryOptions())
  const waiting = useWaiting((state) => state.waiting?.draft)
  const current = useCallback(
    () => waitingNow()?.draft ?? draftIn(queryClient.getQueryData(apiOf(client).settings.get.queryKey())),
    [client, queryClient],
  )
  const change = useCallback(
    (part: Partial<PackDraft>) => {
      const draft = pruned({ ...current(), ...part })
      useWaiting.setState({ waiting: { draft, queryClient } })
      clearTimeout(timer)
      timer = setTimeout(() => {
        send(client).catch((error: unknown) => notify(errorText(t, error), 'error'))
      }, PAUSE_MS)
    },
    [client, queryClient, current, notify, t],
  )
  return { draft: waiting ?? (data && draftIn(data)), current, change }
}

function draftIn(settings: Readonly<Record<string, unknown>> | undefined): PackDraft {
  return packDraftSchema.safeParse(settings?.[PACK_DRAFT]).data ?? emptyPackDraft
}
