import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CaseSummary } from '../../shared/api/cases.ts'
import type { ChangeEvent } from '../../shared/api/contract.ts'
import type { CaseId } from '../../shared/case/ids.ts'
import { queryKeys } from './query-keys.ts'
import type { Client } from './use-client.ts'

/** The keys that a change makes stale. What a note's change means to its case is read apart (`renewCase`). */
export function staleKeys(event: ChangeEvent): readonly QueryKey[] {
  switch (event.type) {
    case 'archive':
      return [[]]
    case 'settings':
      return [queryKeys.settings]
    case 'case':
      return [queryKeys.cases, queryKeys.case(event.id)]
    case 'note':
      return [queryKeys.note(event.id), queryKeys.notes(event.caseId)]
  }
}

/**
 * Reads one case again, and puts it where it stands in the list: while somebody writes, saves come several times a second,
 * and the whole list may be long. Where the case cannot be read or is not in the list, the list is read again.
 */
export async function renewCase(
  queryClient: QueryClient,
  id: CaseId,
  read: (id: CaseId) => Promise<CaseSummary>,
): Promise<void> {
  const renewed = await read(id).catch(() => undefined)
  const list = queryClient.getQueryData<CaseSummary[]>(queryKeys.cases)
  if (renewed === undefined || !list?.some((each) => each.case.id === id)) {
    for (const queryKey of [queryKeys.case(id), queryKeys.cases])
      void queryClient.invalidateQueries({ queryKey })
    return
  }
  queryClient.setQueryData(queryKeys.case(id), renewed)
  queryClient.setQueryData(
    queryKeys.cases,
    list.map((each) => (each.case.id === id ? renewed : each)),
  )
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
        if (event.type === 'note') void renewCase(queryClient, event.caseId, (id) => client.cases.get({ id }))
      }
    } catch (error) {
      if (!signal.aborted) console.warn('The core does not send changes; trying again.', error)
    }
    broken = true
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
  }
}
