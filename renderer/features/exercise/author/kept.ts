import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { z } from 'zod'
import {
  emptyPackDraft,
  type PackDraft,
  packDraftSchema,
  pruned,
} from '../../../../shared/training/pack-draft.ts'
import { errorText } from '../../../api/error-text.ts'
import { apiOf, type Client, useApi } from '../../../api/use-client.ts'
import { useT } from '../../../base/use-t.ts'
import { useWorkbench } from '../../../workbench/context.ts'
import type { Unsaved } from '../../../workbench/contribution.ts'

/** The setting of the demo archive that keeps the pack that is being written. */
const KEY = 'pack-draft'
/** So long after the last key what is written is in the archive. */
const PAUSE_MS = 400

/** What is not in the archive yet. */
let waiting: PackDraft | undefined
let timer: ReturnType<typeof setTimeout> | undefined

async function send(client: Client): Promise<void> {
  clearTimeout(timer)
  const sent = waiting
  if (sent === undefined) return
  await client.settings.set({ key: KEY, value: z.json().parse(sent) })
  if (waiting === sent) waiting = undefined
}

/** What is written of a pack, asked for before the archive or the window closes. */
export const unsavedPack: Unsaved = {
  pending: () => waiting !== undefined,
  flush: (client) =>
    send(client).then(
      () => waiting === undefined,
      () => false,
    ),
}

/** The pack that is being written, and the change of it: in the window at once, and in the archive after a pause. */
export function usePackDraft(): {
  readonly draft: PackDraft | undefined
  readonly change: (change: Partial<PackDraft>) => void
} {
  const t = useT()
  const { client, queryClient, notify } = useWorkbench()
  const { data } = useQuery(useApi().settings.get.queryOptions())
  const change = useCallback(
    (part: Partial<PackDraft>) => {
      const queryKey = apiOf(client).settings.get.queryKey()
      const before = draftIn(queryClient.getQueryData(queryKey))
      const next = pruned({ ...before, ...part })
      waiting = next
      queryClient.setQueryData(
        queryKey,
        (settings) => settings && { ...settings, [KEY]: z.json().parse(next) },
      )
      clearTimeout(timer)
      timer = setTimeout(() => {
        send(client).catch((error: unknown) => notify(errorText(t, error), 'error'))
      }, PAUSE_MS)
    },
    [client, queryClient, notify, t],
  )
  return { draft: data && draftIn(data), change }
}

function draftIn(settings: Readonly<Record<string, unknown>> | undefined): PackDraft {
  return packDraftSchema.safeParse(settings?.[KEY]).data ?? emptyPackDraft
}
