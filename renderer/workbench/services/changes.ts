import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ChangeEvent } from '../../../shared/api/contract.ts'
import type { Client } from '../contribution.ts'
import { queryKeys } from '../query-keys.ts'

/** The keys that a change makes stale. */
export function staleKeys(event: ChangeEvent): readonly QueryKey[] {
  switch (event.type) {
    case 'archive':
      return [[]]
    case 'settings':
      return [queryKeys.settings]
    case 'case':
      return [queryKeys.cases, queryKeys.case(event.id)]
    case 'note':
      return [
        queryKeys.note(event.id),
        queryKeys.notes(event.caseId),
        queryKeys.case(event.caseId),
        queryKeys.cases,
      ]
  }
}

const AGAIN_MS = 1000

/** Listens to the core while the window stands, and listens again where the line broke: then everything is read anew. */
export function useChanges(client: Client, queryClient: QueryClient): void {
  useEffect(() => {
    const stop = new AbortController()
    void listen(client, queryClient, stop.signal)
    return () => stop.abort()
  }, [client, queryClient])
}

async function listen(client: Client, queryClient: QueryClient, signal: AbortSignal): Promise<void> {
  let broken = false
  while (!signal.aborted) {
    try {
      const events = await client.changes(undefined, { signal })
      if (broken) await queryClient.invalidateQueries()
      broken = false
      for await (const event of events) {
        for (const queryKey of staleKeys(event)) void queryClient.invalidateQueries({ queryKey })
      }
    } catch (error) {
      if (!signal.aborted) console.warn('The core does not send changes; trying again.', error)
    }
    broken = true
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
